import type { LmsPackage } from "./lms-package.ts";
import type { LeftOut } from "./resume-state.ts";

/** What the LMS has no room for, for the learner; nothing when there was room for all. */
export function leftInWords(
  { answers, cells, earlier }: LeftOut,
  { exercises }: Pick<LmsPackage, "exercises">,
  most: number,
): string {
  const titles = answers.map((id) => `“${exercises.find((one) => one.id === id)?.title ?? id}”`);
  const parts = [
    ...(titles.length > 0
      ? [`the ${titles.length === 1 ? "answer" : "answers"} to ${titles.join(", ")}`]
      : []),
    ...(cells.length > 0 ? [counted(cells.length, "changed cell")] : []),
    ...(earlier.length > 0 ? [`earlier answers to ${counted(earlier.length, "exercise")}`] : []),
  ];
  return parts.length === 0
    ? ""
    : `The LMS keeps ${most.toLocaleString("en")} characters, so this stays in this browser only: ${parts.join("; ")}.`;
}

/** What could not be read of a state, for the learner; nothing when all could. */
export function damageInWords(damaged: number): string {
  if (damaged === 0) return "";
  return damaged === 1
    ? "One part of what the LMS has kept was damaged and could not be read. The rest is here."
    : `${damaged} parts of what the LMS has kept were damaged and could not be read. The rest is here.`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
