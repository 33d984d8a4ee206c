import type { Assignment } from "#src/classroom/assignment.ts";
import type { Progress } from "#src/grading/progress.ts";
import { say, sayCount } from "#src/language/say.ts";

/** How far a student has come with an assignment, by the checks on the student's own page. */
export interface StudentStanding {
  /** Exercises whose present answer was found right. */
  readonly right: number;
  /** Points of the present answers, as far as they were checked. */
  readonly points: number;
  /** Exercises whose present answer was not checked since it was changed. */
  readonly unchecked: number;
  /** Exercises without an answer. */
  readonly blank: number;
}

/** What the work on each exercise, by its id, is worth so far. */
export function studentStanding(
  { exercises }: Assignment,
  work: ReadonlyMap<string, Progress>,
): StudentStanding {
  let [right, points, unchecked, blank] = [0, 0, 0, 0];
  for (const exercise of exercises) {
    const progress = work.get(exercise.id);
    if (!progress || !isAnswered(progress)) {
      blank++;
      continue;
    }
    const credit = creditNow(progress);
    if (credit === undefined) unchecked++;
    else {
      points += credit * exercise.points;
      if (credit === 1) right++;
    }
  }
  return { right, points, unchecked, blank };
}

/** Whether there is an answer at all: empty boxes are none. */
export function isAnswered({ answer }: Progress): boolean {
  if (answer === undefined) return false;
  return typeof answer === "string" ? answer.trim() !== "" : answer.some((part) => part !== "");
}

/** Share of the present answer that was right when it was checked; nothing when it was not checked. */
function creditNow({ answer, variant, log = [] }: Progress): number | undefined {
  const text = JSON.stringify(answer);
  return log.findLast((one) => one.variant === variant && JSON.stringify(one.answer) === text)
    ?.credit;
}

/** "4 of 6 right, 7 of 10 points so far", and what is still open, for the student. */
export function standingInWords(
  { right, points, unchecked, blank }: StudentStanding,
  count: number,
  full: number,
): string {
  const changed = sayCount(
    { one: "1 answer is not checked yet.", other: "{count} answers are not checked yet." },
    unchecked,
  );
  const missing = sayCount(
    { one: "1 exercise has no answer.", other: "{count} exercises have no answer." },
    blank,
  );
  return [
    say("{right} of {total} right, {points} of {most} points so far.", {
      right,
      total: count,
      points: rounded(points),
      most: rounded(full),
    }),
    ...(unchecked > 0 ? [changed] : []),
    ...(blank > 0 ? [missing] : []),
  ].join(" ");
}

const rounded = (points: number) => String(Number(points.toFixed(2)));
