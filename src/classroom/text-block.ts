/** Lines around the block; what stands outside of them is left alone. */
export const BLOCK_BEGINS = "-----BEGIN DOWNHILL SUBMISSION-----";
export const BLOCK_ENDS = "-----END DOWNHILL SUBMISSION-----";

/** Characters of a line: what mail programs leave unbroken. */
const WIDTH = 72;

/**
 * A text as a block that survives mail: lines of 72 plain characters between two marks.
 * @param heading said above the block, for whoever reads the mail
 */
export function toBlock(text: string, heading: string): string {
  const bytes = new TextEncoder().encode(text);
  // Spread in pieces: a call takes no more than some ten thousand arguments.
  let binary = "";
  for (let from = 0; from < bytes.length; from += 8192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  const lines = btoa(binary).match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [];
  return [heading, "", BLOCK_BEGINS, ...lines, BLOCK_ENDS, ""].join("\n");
}

/**
 * The text in a block, wherever it stands in another text: lines that a mail program quoted, broke
 * or indented are put together again. Nothing when there is no block; `cut` when its end is missing
 * or what is in it is not whole.
 */
export function fromBlock(text: string): { readonly text: string } | "cut" | undefined {
  const from = text.indexOf(BLOCK_BEGINS);
  if (from < 0) return undefined;
  const to = text.indexOf(BLOCK_ENDS, from);
  if (to < 0) return "cut";
  const base64 = text.slice(from + BLOCK_BEGINS.length, to).replace(/[^A-Za-z0-9+/=]/g, "");
  try {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return "cut";
  }
}
