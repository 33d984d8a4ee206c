import type { Progress } from "#src/grading/progress.ts";
import { say } from "#src/language/say.ts";
import type { LmsPackage, PackagedExercise } from "./lms-package.ts";

/** How far one exercise has come. */
export interface ExerciseReport {
  readonly exercise: PackagedExercise;
  /** Best share so far that was right, from 0 to 1; absent when nothing was answered. */
  readonly credit?: number;
}

/** What is told of a learner's work, in no LMS's words yet. */
export interface Report {
  readonly exercises: readonly ExerciseReport[];
  /** Every exercise was answered; where there is none, the text was read to its end. */
  readonly completed: boolean;
  /** Enough points; absent as long as that is open, and where there is nothing to answer. */
  readonly passed?: boolean;
  /** Points so far, and points there are. */
  readonly points: number;
  readonly full: number;
}

/**
 * What is to be told of the work on a package.
 *
 * The best answer counts, in whatever numbers: who looks at a solved exercise again and changes the
 * answer loses nothing in the LMS.
 *
 * @param workOf the work on an exercise, by its id
 * @param read whether the text was read to its end
 */
export function reportOf(
  { exercises, pass }: Pick<LmsPackage, "exercises" | "pass">,
  workOf: (id: string) => Progress | undefined,
  read: boolean,
): Report {
  const reports = exercises.map((exercise): ExerciseReport => {
    const credit = bestCredit(workOf(exercise.id));
    return { exercise, ...(credit !== undefined && { credit }) };
  });
  const full = exercises.reduce((sum, { points }) => sum + points, 0);
  const points = reports.reduce((sum, one) => sum + (one.credit ?? 0) * one.exercise.points, 0);
  const answered = reports.every(({ credit }) => credit !== undefined);
  const completed = exercises.length > 0 ? answered : read;
  const enough = full > 0 && points >= pass * full * (1 - ROUNDING);
  const settled = full > 0 && (enough || completed);
  return { exercises: reports, completed, ...(settled && { passed: enough }), points, full };
}

/** Sums of credits such as 1/3 come out a little below what they should. */
const ROUNDING = 1e-9;

/** Best share of an exercise that was right; nothing when no answer was judged. */
function bestCredit(work: Progress | undefined): number | undefined {
  if (!work || (work.attempts === 0 && !work.passed)) return undefined;
  return work.passed ? 1 : Math.max(0, ...(work.log ?? []).map(({ credit }) => credit));
}

/** "3 of 11 answered, 2 solved", for the learner. */
export function reportInWords({ exercises, completed }: Report): string {
  if (exercises.length === 0)
    return completed ? say("Read to the end") : say("Not read to the end yet");
  const answered = exercises.filter(({ credit }) => credit !== undefined).length;
  const solved = exercises.filter(({ credit }) => credit === 1).length;
  return say("{answered} of {all} answered, {solved} solved", {
    answered,
    all: exercises.length,
    solved,
  });
}
