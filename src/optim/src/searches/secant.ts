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

/** The newest point of the secant method, with its slope. */
export interface SecantStep extends ScalarStep {
  /** The slope f′(x). */
  readonly g: number;
  /** The point before, where the secant of f′ begins. */
  readonly before: { readonly x: number; readonly g: number };
}

/** A finished search by the secant method. */
export type SecantSearch = ScalarSearch<SecantStep>;

export interface SecantOptions {
  /** How short a move counts as arrived, in [0, ∞). Default 1.48·10⁻⁸, as in SciPy. */
  readonly tolerance?: number;
  /** How many steps at most, a whole number. Default 50, as in SciPy. */
  readonly steps?: number;
}

/**
 * The secant method on the slope: Newton's method with f″ estimated from the last two slopes.
 *
 *     x_{k+1} = x_k − g_k (x_k − x_{k−1})/(g_k − g_{k−1}),    g = f′
 *
 * It finds a point where f′ is 0: a minimum, a maximum or neither. Near a simple zero the number of
 * right digits grows 1.618-fold a step, for one evaluation each. Two equal slopes end it as
 * "stalled". Nothing keeps it from running away.
 *
 * @param g the derivative f′.
 * @param x0 the point before the first, finite.
 * @param x1 the first point, finite.
 * @throws TypeError or RangeError for two equal points or options outside their range.
 * Defaults: those of scipy.optimize.newton, which takes the secant where it is given no derivative.
 */
export function secant(
  g: ScalarFunction,
  x0: number,
  x1: number,
  options: SecantOptions = {},
): SecantSearch {
  return allSteps(secantSteps(g, x0, x1, options));
}

/** The steps of `secant`, one at a time: same arguments and end. Errors come with the first step. */
export function* secantSteps(
  g: ScalarFunction,
  x0: number,
  x1: number,
  options: SecantOptions = {},
): Generator<SecantStep, ScalarOutcome, undefined> {
  const { tolerance, steps } = scalarLimits("secant", options, { tolerance: 1.48e-8, steps: 50 });
  requireIn("secant", "x0", x0, finite);
  requireIn("secant", "x1", x1, finite);
  if (x0 === x1)
    throw new RangeError(`secant: x0 and x1 must be two different points, got ${x1} twice`);
  const { at, count } = counted("secant", "g", g);
  let before = { x: x0, g: at(x0) };
  let now = { x: x1, g: at(x1) };

  for (let k = 0; ; k++) {
    const bad = notFinite(now.x, { "f′": now.g }, k);
    if (bad !== undefined && k > 0) return bad;
    yield { k, ...now, before, calls: { f: 0, g: count(), h: 0 } };
    if (bad !== undefined) return bad;
    const move = now.x - before.x;
    if (now.g === 0 || (k > 0 && Math.abs(move) <= tolerance)) return withinTolerance;
    if (k >= steps) return outOfSteps;
    if (now.g === before.g) return levelSecant(before.x, now.x, now.g, k + 1);

    const x = now.x - now.g * (move / (now.g - before.g));
    [before, now] = [now, { x, g: at(x) }];
  }
}

function levelSecant(x0: number, x1: number, g: number, step: number): ScalarOutcome {
  const reason = `the slope is ${g} at ${x0} and at ${x1}: its secant is level. Start from two points with different slopes`;
  return { kind: "stalled", reason, step };
}
