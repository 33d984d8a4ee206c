import {
  ASSIGNMENT_FORMAT,
  ASSIGNMENT_VERSION,
  type Assignment,
  assignmentDigest,
} from "#src/classroom/assignment.ts";
import type { CodeJudge } from "#src/classroom/judge.ts";
import { editionOf, type Question } from "#src/classroom/question.ts";
import type { Course } from "#src/classroom/regrade.ts";
import { bookQuestion } from "#src/cli/grade/book-questions.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";

/** Exercises of every kind, with and without numbers that vary. */
export const EVERY_KIND = [
  "ten-steps",
  "halving-ladder",
  "hessian-by-hand",
  "next-steps",
  "whose-maximum",
  "what-is-unbiased",
  "order-of-a-step",
  "stability-limit",
  "which-optimizer",
  "heavy-ball",
  "nesterov-step",
] as const;

/** Twenty exercises, six of them in code: as much as a class is measured with. */
export const TWENTY: readonly string[] = [
  ...EVERY_KIND,
  "adam-step",
  "adagrad-step",
  "ewa-function",
  "cond2",
  "cg-by-hand",
  "adam-two-steps",
  "best-length",
  "exact-line",
  "displacement",
];

/** The questions of the book with these ids. */
export function questionsFor(ids: readonly string[]): ReadonlyMap<string, Question> {
  return new Map(ids.map((id) => [id, bookQuestion(id, "momentum")]));
}

/** An assignment of these questions, worth 1, 2, 3, 1, … points; every second has its own numbers for each student. */
export function assignmentOf(
  questions: ReadonlyMap<string, Question>,
  more: Partial<Assignment> = {},
): Assignment {
  return {
    format: ASSIGNMENT_FORMAT,
    version: ASSIGNMENT_VERSION,
    id: "week-3",
    title: "Week 3",
    text: "Have a good look at momentum.",
    exercises: [...questions].map(([id, question], index) => ({
      id,
      chapter: "momentum",
      edition: editionOf(question),
      points: 1 + (index % 3),
      variant: index % 2 === 0 ? { kind: "student" } : { kind: "shared", seed: 7 },
    })),
    due: "2026-12-04T18:00:00+01:00",
    hints: true,
    solutions: false,
    ...more,
  };
}

/** Judges code in this very place: for answers that mean no harm. */
export const judgeHere: CodeJudge = async (job) => ({
  verdict: await gradeCode(job, gradingModules),
});

/** A course with this assignment, in which code is judged in this very place. */
export async function courseOf(
  assignment: Assignment,
  questions: ReadonlyMap<string, Question>,
  edition: string,
): Promise<Course> {
  const digest = await assignmentDigest(assignment);
  return { assignment, digest, questions, edition, judgeCode: judgeHere };
}
