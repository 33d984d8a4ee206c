import { say } from "#src/language/say.ts";
import { readNumbers } from "./number.ts";
import type { Part, Verdict } from "./verdict.ts";

/** A place in the plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Points to set on a plot: one, or several in an order, such as the steps of a run. */
export interface PointsQuestion {
  readonly answer: readonly Place[];
  /** Largest distance from the answer that counts as right, in units of the axes. */
  readonly within: number;
  /** Wrong places worth naming, each for one of the points, counted from 0. */
  readonly mistakes: readonly (Place & { readonly point: number })[];
}

/** A wrong point at most so many times as far away as one that counts is called close. */
const NEAR = 2.5;

/** Grades typed coordinates x, y of each point in turn; every right point counts. */
export function gradePoints(question: PointsQuestion, texts: readonly string[]): Verdict {
  const { answer, within, mistakes } = question;
  const about = (index: number, message: string) =>
    answer.length > 1
      ? say("Point {number}: {message}", { number: Math.floor(index / 2) + 1, message })
      : message;
  const blank =
    answer.length > 1
      ? say("press on the plot, or type both coordinates first.")
      : say("Press on the plot, or type both coordinates first.");
  const values = readNumbers(2 * answer.length, texts, about, blank);
  if ("kind" in values) return values;
  const parts = answer.map((place, index) => {
    const [x = Number.NaN, y = Number.NaN] = values.slice(2 * index);
    return gradePoint(index, { x, y }, place, within, mistakes);
  });
  const right = parts.filter((part) => part.right).length;
  if (right === answer.length) return { kind: "pass" };
  return {
    kind: "fail",
    message:
      answer.length === 1
        ? say("Not there.")
        : say("{right} of {total} points are right.", { right, total: answer.length }),
    credit: right / answer.length,
    parts,
  };
}

function gradePoint(
  index: number,
  at: Place,
  wanted: Place,
  within: number,
  mistakes: PointsQuestion["mistakes"],
): Part {
  const far = (other: Place) => Math.hypot(at.x - other.x, at.y - other.y);
  if (far(wanted) <= within) return { index, right: true };
  const mistake = mistakes.findIndex((one) => one.point === index && far(one) <= within);
  if (mistake >= 0) return { index, right: false, mistake };
  return far(wanted) <= NEAR * within
    ? { index, right: false, note: say("Close: set it more exactly, or type the coordinates.") }
    : { index, right: false };
}
