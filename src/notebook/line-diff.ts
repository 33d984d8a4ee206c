import { diffArrays } from "diff";

/** A line of one or both of two texts. */
export interface DiffLine {
  readonly text: string;
  /** Where it stands: in both texts, or only in the first ("ours") or the second ("theirs"). */
  readonly in: "both" | "ours" | "theirs";
}

/** The lines of two texts in order, the common ones once, as few others as can be. */
export function lineDiff(ours: string, theirs: string): readonly DiffLine[] {
  return diffArrays(ours.split("\n"), theirs.split("\n")).flatMap(({ value, added, removed }) =>
    value.map((text) => ({ text, in: added ? "theirs" : removed ? "ours" : "both" }) as const),
  );
}
