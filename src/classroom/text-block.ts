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
 * The blocks in a text, such as that of several mails, each from its first mark to the next block.
 * One that is there again, as replies quote it, is left out.
 */
export function blocksIn(text: string): readonly string[] {
  const [, ...found] = text.split(BLOCK_BEGINS);
  const byContent = new Map<string, string>();
  for (const one of found) {
    const content = contentOf(one) ?? one;
    if (!byContent.has(content)) byContent.set(content, BLOCK_BEGINS + one);
  }
  return [...byContent.values()];
}

/**
 * The text in the first block of a text, wherever it stands: lines that a mail program quoted, broke
 * or indented are put together again. Nothing when there is no block; `cut` when its end is missing
 * or what is in it is not whole.
 */
export function fromBlock(text: string): { readonly text: string } | "cut" | undefined {
  const [first] = blocksIn(text);
  if (first === undefined) return undefined;
  const base64 = contentOf(first.slice(BLOCK_BEGINS.length));
  if (base64 === undefined) return "cut";
  try {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return "cut";
  }
}

/** What stands before the second mark, without what a mail program put in; nothing when there is none. */
function contentOf(block: string): string | undefined {
  const to = block.indexOf(BLOCK_ENDS);
  return to < 0 ? undefined : block.slice(0, to).replace(/[^A-Za-z0-9+/=]/g, "");
}
