import type { DiffLine } from "#src/notebook/line-diff.ts";

const SIGNS: readonly (readonly [string, DiffLine["in"]])[] = [
  [" ", "both"],
  ["-", "ours"],
  ["+", "theirs"],
];

/** A line of a difference as text: behind "+" it comes, behind "-" it goes, behind a blank it stays. */
export function signLine({ text, in: side }: DiffLine): string {
  return `${SIGNS.find(([, one]) => one === side)?.[0] ?? " "}${text}`;
}

/** The inverse of `signLine`; `undefined` when there is no sign. */
export function signedLine(signed: string): DiffLine | undefined {
  const side = SIGNS.find(([sign]) => sign === signed[0])?.[1];
  return side && { text: signed.slice(1), in: side };
}
