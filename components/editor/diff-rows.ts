import type { DiffLine } from "#src/notebook/line-diff.ts";

/** So many common lines are shown beside those that differ. */
const CONTEXT = 2;

/** The lines that differ with a little of what stands around them; the count of those left out between. */
export function diffRows(diff: readonly DiffLine[]): readonly (DiffLine | number)[] {
  const near = diff.map((_, i) =>
    diff.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some((line) => line.in !== "both"),
  );
  const rows: (DiffLine | number)[] = [];
  for (const [i, line] of diff.entries()) {
    const last = rows.at(-1);
    // A single line takes no more room than its count.
    const alone = near[i - 1] !== false && near[i + 1] !== false;
    if (near[i] || alone) rows.push(line);
    else if (typeof last === "number") rows[rows.length - 1] = last + 1;
    else rows.push(1);
  }
  return rows;
}

export interface Change {
  /** Lines only in the second text, and only in the first. */
  readonly added: number;
  readonly removed: number;
  /** The first line with a word that the second text brings; of one that only lacks some, the first of those. */
  readonly first: DiffLine | undefined;
}

/** What the second of two texts does to the first, in short. */
export function changeOf(diff: readonly DiffLine[]): Change {
  const side = (one: DiffLine["in"]) => diff.filter((line) => line.in === one);
  const [theirs, ours] = [side("theirs"), side("ours")];
  // A line of brackets alone would say nothing.
  const first = [...theirs, ...ours].find(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return { added: theirs.length, removed: ours.length, first };
}
