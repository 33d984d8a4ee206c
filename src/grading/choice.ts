import { say } from "#src/language/say.ts";
import type { Part, Verdict } from "./verdict.ts";

/** One option of a question with options. */
export interface Option {
  readonly right: boolean;
}

/**
 * Grades chosen options. Every option has its feedback, so the parts name those that were chosen;
 * with several right ones the credit is the share of options marked as they should be.
 *
 * @param chosen indices of the chosen options, from 0
 */
export function gradeChoice(options: readonly Option[], chosen: readonly number[]): Verdict {
  if (chosen.length === 0)
    return { kind: "error", stage: "blank", message: say("Choose an answer first.") };
  const marked = (index: number) => chosen.includes(index);
  const correct = options.filter(({ right }, index) => right === marked(index)).length;
  if (correct === options.length) return { kind: "pass" };
  const several = options.filter(({ right }) => right).length > 1;
  const parts: Part[] = options.flatMap(({ right }, index) =>
    marked(index) ? [{ index, right }] : [],
  );
  return {
    kind: "fail",
    message: several
      ? say("{correct} of {options} options are marked as they should be.", {
          correct,
          options: options.length,
        })
      : say("Not this one."),
    credit: several ? correct / options.length : 0,
    parts,
  };
}
