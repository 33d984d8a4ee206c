import { positive, requireIn, requireKnown, show } from "./internal/guard.ts";
import type { Before, Line } from "./types.ts";
import { roundingOf } from "./wolfe-conditions.ts";

/** Where a line search looks first: α > 0, from the line and the iteration before. */
export type FirstTrial = (line: Line, before: Before | undefined) => number;

/**
 * α = 1, but a first step of length 1, α = 1/‖d‖: for quasi-Newton directions, which have the
 * right length as soon as they have learned one curvature.
 */
export const unitLengthThenFull: FirstTrial = (line, before) =>
  before === undefined ? 1 / line.length() : 1;

export interface SameDecreaseOptions {
  /** No larger α than this, in (0, ∞). Default: no limit. */
  readonly largest?: number;
}

/**
 * Expects f to fall as much as in the iteration before: to the minimum of the parabola that has
 * this slope and that decrease, and a percent beyond.
 *
 *     α = 1.01 · 2 (f_{k−1} − f_{k−2}) / φ′(0)
 *
 * The first step has length 1.01. Where f has not fallen by more than its rounding, or is
 * not known, α is as before.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Nocedal & Wright 2006, equation 3.60, as in SciPy's BFGS and CG.
 */
export function sameDecrease(options: SameDecreaseOptions = {}): FirstTrial {
  requireKnown("sameDecrease", options, ["largest"]);
  const { largest = Number.POSITIVE_INFINITY } = options;
  if (options.largest !== undefined) requireIn("sameDecrease", "largest", largest, positive);
  return (line, before) => {
    if (before === undefined) return Math.min(largest, OVERSHOOT / line.length());
    const fall = before.f === undefined ? 0 : before.f - line.value(0);
    if (!(fall > roundingOf(line.value(0)))) return Math.min(largest, before.stepLength);
    return Math.min(largest, (-OVERSHOOT * 2 * fall) / line.slope(0));
  };
}

/**
 * The first trial as a function.
 * @throws TypeError or RangeError when it is neither a number in (0, ∞) nor a function.
 */
export function firstTrialOf(where: string, trial: unknown): FirstTrial {
  if (typeof trial === "function") return trial as FirstTrial;
  if (typeof trial !== "number")
    throw new TypeError(
      `${where}: firstTrial must be a number in (0, ∞) or a function such as sameDecrease(), got ${show(trial)}`,
    );
  requireIn(where, "firstTrial", trial, positive);
  return () => trial;
}

const OVERSHOOT = 1.01;
