import { type Assignment, assignmentDigest } from "#src/classroom/assignment.ts";
import type { Student } from "#src/classroom/student.ts";
import {
  type Attempted,
  type HandedAnswer,
  MOST_ATTEMPTS,
  type Submission,
  sealed,
} from "#src/classroom/submission.ts";
import { type Progress, turned, untouched } from "#src/grading/progress.ts";
import { putAside } from "#src/grading/unite-progress.ts";
import { isAnswered } from "./standing.ts";

/** Attempts that were made on another machine, by exercise. */
export type EarlierAttempts = Readonly<Record<string, readonly Attempted[]>>;

export interface HandInOptions {
  readonly assignment: Assignment;
  readonly student: Student;
  /** The work on each exercise, by its id. */
  readonly work: ReadonlyMap<string, Progress>;
  readonly earlier: EarlierAttempts;
  /** Edition of the book. */
  readonly edition: string;
  readonly now: Date;
}

/** What a student hands in, from the work as it is now. */
export async function handIn(options: HandInOptions): Promise<Submission> {
  const { assignment, student, work, earlier, edition, now } = options;
  return sealed({
    assignment: { id: assignment.id, digest: (await assignmentDigest(assignment)) ?? "" },
    student,
    answers: assignment.exercises.map(({ id }) =>
      handedAnswer(id, work.get(id) ?? untouched, earlier[id] ?? []),
    ),
    edition,
    made: now.toISOString(),
  });
}

function handedAnswer(
  exercise: string,
  progress: Progress,
  earlier: readonly Attempted[],
): HandedAnswer {
  const { answer, variant, hints, log = [] } = progress;
  const here = log.filter((one) => one.variant === variant);
  return {
    exercise,
    ...(answer !== undefined && isAnswered(progress) && { answer }),
    ...(variant !== undefined && { variant }),
    attempts: united(earlier, here),
    hints,
  };
}

/**
 * The attempts made on other machines after a file has come back: those that were known, and those
 * in it.
 */
export function earlierWith(
  before: EarlierAttempts,
  answers: readonly HandedAnswer[],
): EarlierAttempts {
  const brought = answers.map(
    ({ exercise, attempts }) => [exercise, united(before[exercise] ?? [], attempts)] as const,
  );
  return { ...before, ...Object.fromEntries(brought) };
}

/**
 * Attempts of two lists, each once and the earliest first: a file that comes back to the machine on
 * which it was begun has attempts that are here as well. The last one is taken for the last check, so
 * of too many the latest stay.
 */
function united(some: readonly Attempted[], others: readonly Attempted[]): readonly Attempted[] {
  const byTime = new Map([...some, ...others].map(({ at, credit }) => [at, { at, credit }]));
  return [...byTime.values()].sort((one, other) => one.at - other.at).slice(-MOST_ATTEMPTS);
}

/**
 * The work after an answer of a file has come back: it takes the place of the present one, which is
 * put aside. What the file says of right and wrong is not believed, so the answer is to be checked.
 */
export function broughtBack(before: Progress, { answer, variant, hints }: HandedAnswer): Progress {
  if (answer === undefined) return before;
  const there = before.variant === variant ? before : turned(before, before.answer ?? [], variant);
  const same = JSON.stringify(there.answer) === JSON.stringify(answer);
  const kept = there.answer === undefined || same ? there : putAside(there, there.answer);
  return { ...kept, answer, hints: Math.max(before.hints, hints) };
}
