import type { AttemptReport } from "./attempts.ts";
import type { ScormEdition } from "./lms-package.ts";
import type { ExerciseReport, Report } from "./report.ts";

/** An element of the LMS's data model and what it is set to. */
export type Setting = readonly [element: string, value: string];

/** How an edition of SCORM is told things: the names and forms of its data model. */
export interface Dialect {
  readonly edition: ScormEdition;
  /** The most characters of `cmi.suspend_data`. */
  readonly mostState: number;
  /** Elements that say who the learner is. */
  readonly learnerId: string;
  readonly learnerName: string;
  /** The element that says whether the whole is done. */
  readonly statusElement: string;
  /**
   * Score, status and time of the whole.
   * @param seconds that the learner has been here
   */
  summary(report: Report, seconds: number): readonly Setting[];
  /** One exercise, at its place among the objectives, in the order in which it has to be set. */
  objective(at: number, report: ExerciseReport): readonly Setting[];
  /** One attempt, at its place among the interactions, in the order in which it has to be set. */
  interaction(at: number, attempt: AttemptReport): readonly Setting[];
}

/** A number as an LMS reads it: a decimal without an exponent, to four places. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}
