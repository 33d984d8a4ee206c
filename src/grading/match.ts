import { say } from "#src/language/say.ts";
import type { Part, Verdict } from "./verdict.ts";

/** Rows that each belong to one of several options. */
export interface MatchQuestion {
  readonly rows: readonly { readonly right: number }[];
}

/**
 * Grades what was chosen for each row; every right row counts.
 *
 * @param chosen the option chosen for each row, counted from 0; −1 where none is
 */
export function gradeMatch({ rows }: MatchQuestion, chosen: readonly number[]): Verdict {
  const missing = rows.findIndex((_, row) => (chosen[row] ?? -1) < 0);
  if (missing >= 0)
    return {
      kind: "error",
      stage: "blank",
      message: say("Row {number}: choose something first.", { number: missing + 1 }),
    };
  const parts: Part[] = rows.map(({ right }, index) => {
    const option = chosen[index] ?? -1;
    return option === right ? { index, right: true } : { index, right: false, mistake: option };
  });
  const right = parts.filter((part) => part.right).length;
  if (right === rows.length) return { kind: "pass" };
  return {
    kind: "fail",
    message: say("{right} of {rows} rows are right.", { right, rows: rows.length }),
    credit: right / rows.length,
    parts,
  };
}
