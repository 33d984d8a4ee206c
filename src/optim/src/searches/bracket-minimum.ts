import { counted } from "../internal/counted.ts";
import { finite, positive, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { metNaN, outOfSteps, withinTolerance } from "../internal/scalar-endings.ts";
import {
  allSteps,
  type ScalarFunction,
  type ScalarOutcome,
  type ScalarPoint,
  type ScalarSearch,
  type ScalarStep,
} from "./scalar-search.ts";

/** Three points in a row on the way downhill, f(a) ≥ f(b). They may run from right to left. */
export interface BracketStep extends ScalarStep, ScalarPoint {
  readonly a: ScalarPoint;
  readonly b: ScalarPoint;
  /** The foremost point. Once f(c) ≥ f(b), the three are a bracket. */
  readonly c: ScalarPoint;
}

/** A finished search: with the outcome "converged", a, b and c are a bracket, and x is b. */
export type BracketSearch = ScalarSearch<BracketStep>;

export interface BracketOptions {
  /** The longest stride, in units of the one before: in (0, ∞). Default 110. */
  readonly growLimit?: number;
  /** How many strides at most, a whole number. Default 1000. */
  readonly steps?: number;
}

/**
 * Encloses a minimum: walks downhill from two points in growing strides until f rises again.
 *
 *     c = b + 1.618 (b − a);    as long as f(c) < f(b):    (a, b, c) ← (b, c, u)
 *
 * u is the bottom of the parabola through the three points, if that lies ahead and within
 * `growLimit` strides; if not, u is one more stride of 1.618 times the last. A bottom between b
 * and c may close the bracket at once. If f(a) < f(b), the two change places first.
 *
 * If f is continuous, there is a minimum between a and c. An f that falls for ever ends as
 * "diverged", when x or f leaves the range of numbers.
 *
 * @param f a function of one number; +∞ where it is not defined.
 * @param from one point, finite.
 * @param to another point, finite.
 * @throws TypeError or RangeError for two equal points or options outside their range.
 * Sources: Press et al. 1992, section 10.1; scipy.optimize.bracket, with the same points and
 * defaults.
 */
export function bracketMinimum(
  f: ScalarFunction,
  from: number,
  to: number,
  options: BracketOptions = {},
): BracketSearch {
  return allSteps(bracketSteps(f, from, to, options));
}

/** The steps of `bracketMinimum`, one at a time: same arguments and end. Errors come with the first step. */
export function* bracketSteps(
  f: ScalarFunction,
  from: number,
  to: number,
  options: BracketOptions = {},
): Generator<BracketStep, ScalarOutcome, undefined> {
  const { growLimit, steps } = checked(from, to, options);
  const { point, count } = counted("bracketMinimum", "f", f);
  let [a, b] = [point(from), point(to)];
  if (a.f < b.f) [a, b] = [b, a];
  let c = point(b.x + GOLDEN_STRIDE * (b.x - a.x));

  for (let k = 0; ; k++) {
    const bad = metNaN([a, b, c], k);
    if (bad !== undefined && k > 0) return bad;
    yield { k, ...(c.f < b.f ? c : b), a, b, c, calls: { f: count(), g: 0, h: 0 } };
    if (bad !== undefined) return bad;
    if (!(c.f < b.f)) return withinTolerance;
    if (!Number.isFinite(c.x) || c.f === Number.NEGATIVE_INFINITY) return endless(c, k);
    if (k >= steps) return outOfSteps;

    const stride = c.x + GOLDEN_STRIDE * (c.x - b.x);
    const limit = b.x + growLimit * (c.x - b.x);
    const bottom = bottomOfParabola(a, b, c);
    if ((bottom - c.x) * (b.x - bottom) > 0) {
      const u = point(bottom);
      if (u.f < c.f) [a, b] = [b, u];
      else if (u.f > b.f) c = u;
      else [a, b, c] = [b, c, point(stride)];
    } else if ((bottom - limit) * (limit - c.x) >= 0) {
      [a, b, c] = [b, c, point(limit)];
    } else if ((bottom - limit) * (c.x - bottom) > 0) {
      const u = point(bottom);
      if (u.f < c.f) [a, b, c] = [c, u, point(u.x + GOLDEN_STRIDE * (u.x - c.x))];
      else [a, b, c] = [b, c, u];
    } else {
      [a, b, c] = [b, c, point(stride)];
    }
  }
}

/** The golden ratio as SciPy rounds it: both visit the same points. */
const GOLDEN_STRIDE = 1.618034;

/** Stands in for the curvature of three points on a line, so that their parabola ends far away. */
const FLAT = 1e-21;

/** Where the parabola through three points has slope 0. */
function bottomOfParabola(a: ScalarPoint, b: ScalarPoint, c: ScalarPoint): number {
  const left = (b.x - a.x) * (b.f - c.f);
  const right = (b.x - c.x) * (b.f - a.f);
  const curvature = right - left;
  const twice = 2 * (Math.abs(curvature) < FLAT ? FLAT : curvature);
  return b.x - ((b.x - c.x) * right - (b.x - a.x) * left) / twice;
}

function endless(c: ScalarPoint, step: number): ScalarOutcome {
  const reason = `f still falls at x = ${c.x}, where it is ${c.f}: it has no minimum on this way`;
  return { kind: "diverged", reason, step };
}

function checked(from: number, to: number, options: BracketOptions): Required<BracketOptions> {
  requireKnown("bracketMinimum", options, ["growLimit", "steps"]);
  requireIn("bracketMinimum", "from", from, finite);
  requireIn("bracketMinimum", "to", to, finite);
  if (from === to)
    throw new RangeError(
      `bracketMinimum: from and to must be two different points, got ${to} twice`,
    );
  const { growLimit = 110, steps = 1000 } = options;
  return {
    growLimit: requireIn("bracketMinimum", "growLimit", growLimit, positive),
    steps: requireWhole("bracketMinimum", "steps", steps),
  };
}
