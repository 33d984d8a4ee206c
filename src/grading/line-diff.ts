/** A line of one or both of two texts. */
export interface DiffLine {
  readonly text: string;
  /** Where it stands: in both texts, or only in the first ("ours") or the second ("theirs"). */
  readonly in: "both" | "ours" | "theirs";
}

/** The lines of two texts in order, the common ones once: a longest common subsequence. */
export function lineDiff(ours: string, theirs: string): readonly DiffLine[] {
  const a = ours.split("\n");
  const b = theirs.split("\n");
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      (common[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ text: a[i++] ?? "", in: "both" });
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ text: a[i++] ?? "", in: "ours" });
    } else lines.push({ text: b[j++] ?? "", in: "theirs" });
  }
  return lines;
}
