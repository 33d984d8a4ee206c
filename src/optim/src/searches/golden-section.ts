import { counted } from "../internal/counted.ts";
import { finite, requireIn } from "../internal/guard.ts";
import { metNaN, outOfSteps, withinTolerance } from "../internal/scalar-endings.ts";
import { scalarLimits } from "../internal/scalar-limits.ts";
import { startingBracket } from "../internal/starting-bracket.ts";
import {
  allSteps,
  type ScalarFunction,
  type ScalarOutcome,
  type ScalarPoint,
  type ScalarSearch,
  type ScalarStep,
  type StartingBracket,
} from "./scalar-search.ts";

/** The share of an interval that golden section keeps: r = (√5 − 1)/2 = 0.618…, r² = 1 − r. */
export const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2;

/** An interval around the minimum, and the two points inside at which f is compared. */
export interface GoldenSectionStep extends ScalarStep, ScalarPoint {
  /** The left end. */
  readonly a: number;
  /** The right end. */
  readonly b: number;
  /** The inner point on the left. The lower of c and d is x. */
  readonly c: ScalarPoint;
  /** The inner point on the right. */
  readonly d: ScalarPoint;
}

/** A finished golden section search. */
export type GoldenSectionSearch = ScalarSearch<GoldenSectionStep>;

export interface GoldenSectionOptions {
  /** When the interval is short enough; in [0, ∞). Default √ε = 1.49·10⁻⁸, as in SciPy. */
  readonly tolerance?: number;
  /** How many reductions at most, a whole number. Default 5000, as in SciPy. */
  readonly steps?: number;
}

/**
 * Golden section on an interval: compares f at two inner points and drops the part beyond the
 * higher one. The ratio is such that the point which is left stands at its place for the next
 * comparison, so that each reduction costs one evaluation.
 *
 *     c = b − r (b − a),    d = a + r (b − a),    r = (√5 − 1)/2
 *     f(c) < f(d): b ← d, otherwise a ← c;        b − a = rᵏ (b₀ − a₀)
 *
 * f must fall and then rise on [a, b] (be unimodal); it need not be smooth. Otherwise some local
 * minimum or an end of the interval is found. Stops when b − a ≤ tolerance · max(1, |c| + |d|).
 * Near a smooth minimum f differs by less than rounding within about √ε |x|: a smaller
 * tolerance gains nothing.
 *
 * @param f a function of one number; +∞ where it is not defined.
 * @param a the left end, finite.
 * @param b the right end, finite.
 * @throws TypeError or RangeError unless a < b, or for options outside their range.
 * Source: Kiefer 1953.
 */
export function goldenSection(
  f: ScalarFunction,
  a: number,
  b: number,
  options: GoldenSectionOptions = {},
): GoldenSectionSearch {
  return allSteps(goldenSectionSteps(f, a, b, options));
}

/** The steps of `goldenSection`, one at a time: same arguments and end. Errors come with the first step. */
export function* goldenSectionSteps(
  f: ScalarFunction,
  left: number,
  right: number,
  options: GoldenSectionOptions = {},
): Generator<GoldenSectionStep, ScalarOutcome, undefined> {
  const { tolerance, steps } = scalarLimits("goldenSection", options, DEFAULTS);
  const { point, count } = counted("goldenSection", "f", f);
  let a = requireIn("goldenSection", "a", left, finite);
  let b = requireIn("goldenSection", "b", right, finite);
  if (!(a < b)) throw new RangeError(`goldenSection: a must be below b, got ${a} and ${b}`);
  let c = point(b - GOLDEN_SECTION * (b - a));
  let d = point(a + GOLDEN_SECTION * (b - a));

  for (let k = 0; ; k++) {
    const bad = metNaN([c, d], k);
    if (bad !== undefined && k > 0) return bad;
    yield { k, ...lower(c, d), a, b, c, d, calls: { f: count(), g: 0, h: 0 } };
    if (bad !== undefined) return bad;
    if (b - a <= tolerance * Math.max(1, Math.abs(c.x) + Math.abs(d.x))) return withinTolerance;
    if (k >= steps) return outOfSteps;
    if (!(a < c.x && c.x < d.x && d.x < b)) return tooNarrow(a, b, k + 1);

    if (c.f < d.f) {
      b = d.x;
      d = c;
      c = point(b - GOLDEN_SECTION * (b - a));
    } else {
      a = c.x;
      c = d;
      d = point(a + GOLDEN_SECTION * (b - a));
    }
  }
}

/**
 * Golden section from a bracket, as SciPy does it: the middle of the bracket is one of the first
 * two inner points, the other one divides its longer side.
 *
 *     f(d) < f(c): a ← c, c ← d, d = r c + (1 − r) b;    otherwise the same from the other end
 *
 * Stops when b − a ≤ tolerance · (|c| + |d|), which never happens at a minimum at 0 before
 * underflow: `goldenSection` has the safer rule.
 *
 * @param f a function of one number; +∞ where it is not defined.
 * @param bracket [a, b, c] with f(b) below f(a) and f(c), or two points to walk downhill from.
 * @throws TypeError or RangeError for a bracket that is none, or options outside their range.
 * Sources: Press et al. 1992, section 10.1; scipy.optimize.golden, with the same points (it
 * evaluates the middle of the bracket a second time) and defaults.
 */
export function goldenSectionFromBracket(
  f: ScalarFunction,
  bracket: StartingBracket,
  options: GoldenSectionOptions = {},
): GoldenSectionSearch {
  return allSteps(goldenSectionFromBracketSteps(f, bracket, options));
}

/** The steps of `goldenSectionFromBracket`, one at a time: same arguments and end. Errors come with the first step. */
export function* goldenSectionFromBracketSteps(
  f: ScalarFunction,
  bracket: StartingBracket,
  options: GoldenSectionOptions = {},
): Generator<GoldenSectionStep, ScalarOutcome, undefined> {
  const { tolerance, steps } = scalarLimits("goldenSectionFromBracket", options, DEFAULTS);
  const counter = counted("goldenSectionFromBracket", "f", f);
  const { points, failure } = startingBracket("goldenSectionFromBracket", counter, bracket);
  const [first, middle, last] = points;
  let [a, b] = [first.x, last.x];
  let [c, d] = [middle, middle];
  if (Math.abs(b - middle.x) > Math.abs(middle.x - a))
    d = counter.point(middle.x + SHORT_PART * (b - middle.x));
  else c = counter.point(middle.x - SHORT_PART * (middle.x - a));

  for (let k = 0; ; k++) {
    // A bracket found by walking to the left runs from right to left.
    const ends = a < b ? { a, b, c, d } : { a: b, b: a, c: d, d: c };
    const bad = failure ?? metNaN([c, d], k);
    if (bad !== undefined && k > 0) return bad;
    yield { k, ...lower(c, d), ...ends, calls: { f: counter.count(), g: 0, h: 0 } };
    if (bad !== undefined) return bad;
    if (Math.abs(b - a) <= tolerance * (Math.abs(c.x) + Math.abs(d.x))) return withinTolerance;
    if (k >= steps) return outOfSteps;

    if (d.f < c.f) {
      a = c.x;
      c = d;
      d = counter.point(LONG_PART * c.x + SHORT_PART * b);
    } else {
      b = d.x;
      d = c;
      c = counter.point(LONG_PART * d.x + SHORT_PART * a);
    }
  }
}

/** The golden section as SciPy rounds it: both visit the same points. */
const LONG_PART = 0.61803399;
const SHORT_PART = 1 - LONG_PART;

const DEFAULTS = { tolerance: Math.sqrt(Number.EPSILON), steps: 5000 };

function lower(c: ScalarPoint, d: ScalarPoint): ScalarPoint {
  return c.f < d.f ? c : d;
}

function tooNarrow(a: number, b: number, step: number): ScalarOutcome {
  const reason = `between ${a} and ${b} there are no numbers left to compare. Ask for a larger tolerance`;
  return { kind: "stalled", reason, step };
}
