import type { Assignment } from "#src/classroom/assignment.ts";
import type { Judged } from "#src/classroom/judge.ts";
import type { Question } from "#src/classroom/question.ts";
import type { Result } from "#src/classroom/result.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";

/** What a class is graded by: plain data, the same for every file. */
export interface Grounds {
  readonly assignment: Assignment;
  /** See `assignmentDigest`. */
  readonly digest: string | undefined;
  readonly questions: readonly Question[];
  /** Edition of the book that grades. */
  readonly edition: string;
}

/** One thing that was handed in: a file, or a text that was pasted. */
export interface HandIn {
  /** Its path within what was dropped; no two have the same. */
  readonly name: string;
  readonly content: File | string;
}

/** What became of one file, and what the student answered, by exercise. */
export interface Graded {
  readonly result: Result;
  readonly answers: Readonly<Record<string, KeptAnswer>>;
}

/** Page → worker: the grounds first; then files; and what became of the answers in code it asked about. */
export type ToRegrade =
  | { readonly kind: "grounds"; readonly grounds: Grounds }
  | { readonly kind: "grade"; readonly handIn: HandIn }
  | { readonly kind: "judged"; readonly ask: number; readonly judged: Judged };

/** Worker → page: an answer in code to be judged in a sandbox, or what became of a file. */
export type FromRegrade =
  | { readonly kind: "judge"; readonly ask: number; readonly job: CodeJob }
  | { readonly kind: "graded"; readonly name: string; readonly graded: Graded };
