import type { KeptAnswer } from "#src/grading/progress.ts";
import type { Assignment } from "./assignment.ts";
import { digestOf } from "./canonical.ts";
import { assignmentName, fileName } from "./file-name.ts";
import type { Student } from "./student.ts";

/** Stands first in the file of a submission. */
export const SUBMISSION_FORMAT = "downhill-submission";
/** Raised when an older reader could no longer understand the file. */
export const SUBMISSION_VERSION = 1;

/** As many attempts at one exercise are told and read. */
export const MOST_ATTEMPTS = 200;

/** One attempt as the student's page recorded it. It is told, never believed: grades come from answers. */
export interface Attempted {
  /** When, in milliseconds since 1970, by the clock of the student's machine. */
  readonly at: number;
  /** Share that was right, from 0 to 1, as the page said. */
  readonly credit: number;
}

/** What a student hands in for one exercise. */
export interface HandedAnswer {
  readonly exercise: string;
  /** Texts of boxes, chosen options, an order of steps, or code; absent when nothing was answered. */
  readonly answer?: KeptAnswer;
  /** Code of the numbers that it answers; absent for those of the book. */
  readonly variant?: string;
  /** The latest attempts, the earliest first. */
  readonly attempts: readonly Attempted[];
  /** Hints opened. */
  readonly hints: number;
}

/** What a student hands in: plain data, one JSON file. */
export interface Submission {
  readonly format: typeof SUBMISSION_FORMAT;
  readonly version: typeof SUBMISSION_VERSION;
  readonly assignment: {
    readonly id: string;
    /** See `assignmentDigest`; empty where the page could compute none. */
    readonly digest: string;
  };
  readonly student: Student;
  /** In the order of the assignment. */
  readonly answers: readonly HandedAnswer[];
  /** Edition of the book. */
  readonly edition: string;
  /** When it was made, in ISO 8601, by the clock of the student's machine. */
  readonly made: string;
  /**
   * Of all the rest. It tells that a file was changed since it was handed in, by accident or by a
   * careless hand. It is no proof of honesty: whoever changes the file can compute it anew. Empty
   * where the page could compute none.
   */
  readonly digest: string;
}

/** A submission with its digest. */
export async function sealed(
  submission: Omit<Submission, "format" | "version" | "digest">,
): Promise<Submission> {
  const { assignment, student, answers, edition, made } = submission;
  const open = {
    format: SUBMISSION_FORMAT,
    version: SUBMISSION_VERSION,
    assignment,
    student,
    answers,
    edition,
    made,
  } as const;
  return { ...open, digest: (await digestOf(open)) ?? "" };
}

/** A submission as the text of its file. */
export function submissionText(submission: Submission): string {
  return `${JSON.stringify(submission, undefined, 1)}\n`;
}

/** A plain name for the file: the assignment, the student and the day. */
export function submissionName(
  { student, made }: Submission,
  assignment: Pick<Assignment, "id" | "title">,
): string {
  const who = student.number || student.name;
  return fileName([assignmentName(assignment), who, made.slice(0, 10)], ".json");
}
