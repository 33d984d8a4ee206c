import { LOCALE } from "#src/language/edition.ts";
import { say } from "#src/language/say.ts";

/** The longest text that is unpacked, in characters; what is longer belongs into a file. */
export const LONGEST_PACKED = 100_000;
/** The most that may come out of it, in bytes: a few characters can unpack to gigabytes. */
export const LARGEST_UNPACKED = 1_000_000;

/**
 * Data as a short text for the fragment of an address: JSON, deflated, in base64url.
 * @param data anything that JSON can hold
 */
export async function pack(data: unknown): Promise<string> {
  const deflated = new Blob([JSON.stringify(data)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The data of a packed text, which may come from anybody, or in words why there is none.
 * Never throws; gives up as soon as the limits are passed, so that no text can fill the memory.
 * What the data mean is for the caller to check.
 */
export async function unpack(
  text: string,
): Promise<{ readonly data: unknown } | { readonly problem: string }> {
  if (text.length > LONGEST_PACKED)
    return {
      problem: say(
        "This link is {length} characters long, and at most {limit} are read. Ask for what it carries as a file.",
        { length: count(text.length), limit: count(LONGEST_PACKED) },
      ),
    };
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return { problem: damaged };
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  const inflated = await inflate(bytes);
  if (inflated === "too much")
    return {
      problem: say(
        "This link would unpack to more than {limit} bytes, so it was not opened. Ask for what it carries as a file.",
        { limit: count(LARGEST_UNPACKED) },
      ),
    };
  try {
    return { data: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(inflated)) };
  } catch {
    return { problem: damaged };
  }
}

const damaged = say(
  "This link is damaged: it was cut off or changed on its way. Ask for it once more, and copy all of it.",
);

/** The bytes that come out, as far as they do: a text cut off is found by whoever reads it. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | "too much"> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LARGEST_UNPACKED) {
        void reader.cancel().catch(() => {});
        return "too much";
      }
      chunks.push(value);
    }
  } catch {
    return new Uint8Array();
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function count(size: number): string {
  return size.toLocaleString(LOCALE);
}
