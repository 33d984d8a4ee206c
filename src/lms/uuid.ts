/**
 * The UUID of a name, version 5 of RFC 9562: the same name has the same everywhere, so that a
 * learning record which is sent twice is one record. SHA-1 is computed here, since browsers offer
 * theirs only to pages that came by HTTPS.
 */
export function uuidOf(name: string): string {
  const bytes = sha1(Uint8Array.of(...NAMESPACE, ...new TextEncoder().encode(name))).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** That of names which are addresses, 6ba7b811-9dad-11d1-80b4-00c04fd430c8. */
const NAMESPACE = [
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
] as const;

/** SHA-1, as FIPS 180-4 has it. */
function sha1(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / 64);
  const padded = new Uint8Array(64 * blocks);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, 8 * message.length);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < blocks; block++) digestBlock(state, view, 64 * block);
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => {
    digest.setUint32(4 * index, word);
  });
  return new Uint8Array(digest.buffer);
}

function digestBlock(state: number[], view: DataView, from: number): void {
  const words = Array.from({ length: 16 }, (_, index) => view.getUint32(from + 4 * index));
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const back = (steps: number) => words[t - steps] ?? 0;
    if (t >= 16) words[t] = turned(back(3) ^ back(8) ^ back(14) ^ back(16), 1);
    const [mixed, constant] = roundOf(t, b, c, d);
    const next = (turned(a, 5) + mixed + e + constant + (words[t] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}

function roundOf(t: number, b: number, c: number, d: number): readonly [number, number] {
  if (t < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (t < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (t < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

const turned = (word: number, by: number) => (word << by) | (word >>> (32 - by));
