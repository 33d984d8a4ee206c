import { counted } from "../internal/counted.ts";
import { finite, requireIn } from "../internal/guard.ts";
import { notFinite, outOfSteps, withinTolerance } from "../internal/scalar-endings.ts";
import { scalarLimits } from "../internal/scalar-limits.ts";
import {
  allSteps,
  type ScalarFunction,
  type ScalarOutcome,
  type ScalarSearch,
  type ScalarStep,
} from "./scalar-search.ts";

/** The newest point of the Newton–Raphson method, with slope and curvature. */
export interface NewtonRaphsonStep extends ScalarStep {
  /** The slope f′(x). */
  readonly g: number;
  /** The curvature f″(x). */
  readonly h: number;
}

/** A finished search by the Newton–Raphson method. */
export type NewtonRaphsonSearch = ScalarSearch<NewtonRaphsonStep>;

export interface NewtonRaphsonOptions {
  /** How short a move counts as arrived, in [0, ∞). Default 1.48·10⁻⁸, as in SciPy. */
  readonly tolerance?: number;
  /** How many steps at most, a whole number. Default 50, as in SciPy. */
  readonly steps?: number;
}

/**
 * The Newton–Raphson method on the slope: to where the tangent of f′ is 0, which is the bottom (or
 * top) of the parabola that fits f at x.
 *
 *     x_{k+1} = x_k − f′(x_k)/f″(x_k)
 *
 * It finds a point where f′ is 0: a minimum, a maximum or neither. Near one with f″ ≠ 0 the number
 * of right digits doubles every step; from farther away it may cycle or run away, even on a convex
 * f. A curvature of 0 ends it as "stalled".
 *
 * @param g the derivative f′.
 * @param h the second derivative f″.
 * @param x0 the start, finite.
 * @throws TypeError or RangeError for a start or options outside their range.
 * Defaults: those of scipy.optimize.newton, called with f′ and f″.
 */
export function newtonRaphson(
  g: ScalarFunction,
  h: ScalarFunction,
  x0: number,
  options: NewtonRaphsonOptions = {},
): NewtonRaphsonSearch {
  return allSteps(newtonRaphsonSteps(g, h, x0, options));
}

/** The steps of `newtonRaphson`, one at a time: same arguments and end. Errors come with the first step. */
export function* newtonRaphsonSteps(
  g: ScalarFunction,
  h: ScalarFunction,
  x0: number,
  options: NewtonRaphsonOptions = {},
): Generator<NewtonRaphsonStep, ScalarOutcome, undefined> {
  const { tolerance, steps } = scalarLimits("newtonRaphson", options, DEFAULTS);
  const slope = counted("newtonRaphson", "g", g);
  const curvature = counted("newtonRaphson", "h", h);
  let x = requireIn("newtonRaphson", "x0", x0, finite);
  let move = Number.POSITIVE_INFINITY;

  for (let k = 0; ; k++) {
    const now = { x, g: slope.at(x), h: curvature.at(x) };
    const bad = notFinite(x, { "f′": now.g, "f″": now.h }, k);
    if (bad !== undefined && k > 0) return bad;
    yield { k, ...now, calls: { f: 0, g: slope.count(), h: curvature.count() } };
    if (bad !== undefined) return bad;
    if (now.g === 0 || Math.abs(move) <= tolerance) return withinTolerance;
    if (k >= steps) return outOfSteps;
    if (now.h === 0) return noCurvature(x, k + 1);

    move = -now.g / now.h;
    x += move;
  }
}

const DEFAULTS = { tolerance: 1.48e-8, steps: 50 };

function noCurvature(x: number, step: number): ScalarOutcome {
  const reason = `f″ is 0 at x = ${x}: the slope has no tangent that leads to 0. Start elsewhere`;
  return { kind: "stalled", reason, step };
}
