import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** The largest thing that is unpacked, in bytes: a few characters can unpack to gigabytes. */
const LARGEST = 1_000_000;

/**
 * Data as a short text of letters, digits, "-" and "_": JSON, deflated, in base64url, ended by four
 * characters that tell when it was damaged. It is made at once, since a page that is being left
 * waits for nothing.
 */
export function packRecord(data: unknown): string {
  const text = base64url(deflateSync(strToU8(JSON.stringify(data)), { level: 9 }));
  return text + checkOf(text);
}

/** The data of such a text, or nothing when it was damaged. */
export function unpackRecord(packed: string): { readonly data: unknown } | undefined {
  const text = packed.slice(0, -CHECK);
  if (text === "" || packed.slice(-CHECK) !== checkOf(text)) return undefined;
  try {
    const bytes = inflateSync(bytesOf(text), { out: new Uint8Array(LARGEST) });
    return { data: JSON.parse(strFromU8(bytes)) };
  } catch {
    return undefined;
  }
}

const CHECK = 4;

/** FNV-1a in 32 bits, of which the lower 24 make four characters. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of strToU8(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return base64url(Uint8Array.of(hash >>> 16, hash >>> 8, hash));
}

function base64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
