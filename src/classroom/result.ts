import type { Verdict } from "#src/grading/verdict.ts";
import type { Flag } from "./flag.ts";
import type { Ended } from "./judge.ts";
import type { Student } from "./student.ts";
import type { Attempted } from "./submission.ts";

/** What became of a student's answer to one exercise. */
export interface Mark {
  readonly exercise: string;
  readonly verdict: Verdict;
  /** Share that is right, from 0 to 1; absent when the check is broken, which is no fault of the student's. */
  readonly credit?: number;
  readonly ended?: Ended;
  /** Answers that went wrong in the same way have the same text here; absent when right or blank. */
  readonly cluster?: string;
  /** Code of the numbers it was graded in; absent for those of the book. */
  readonly variant?: string;
  /** Equal for code that is the same but for names and layout; see `fingerprint`. */
  readonly fingerprint?: string;
  /** The timeline as the file tells it; not believed. */
  readonly attempts: readonly Attempted[];
  /** Hints opened, as the file tells it. */
  readonly hints: number;
}

/** What became of one file that was handed in. */
export interface Result {
  readonly file: string;
  /** Who, as far as it is known: for an unreadable file the name of the file. */
  readonly student: Student;
  /** See `studentKey`. */
  readonly key: string;
  /** `unreadable` and `foreign` (of another assignment) files have no marks and count for nobody. */
  readonly state: "graded" | "unreadable" | "foreign";
  /** When it was made, by the student's clock, in ISO 8601; "" when not known. */
  readonly made: string;
  /** Minutes after the due time; 0 when in time, or when there is none. */
  readonly late: number;
  /** In the order of the assignment, one for each exercise. */
  readonly marks: readonly Mark[];
  readonly flags: readonly Flag[];
}

/** Share of an answer that is right; nothing when it could not be judged by our fault. */
export function creditOf(verdict: Verdict): number | undefined {
  switch (verdict.kind) {
    case "pass":
      return 1;
    case "fail":
      return verdict.credit;
    case "error":
      return 0;
    case "broken":
      return undefined;
  }
}
