import { counted } from "../internal/counted.ts";
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

/** An interval around the minimum, with the three best points of which the next parabola is made. */
export interface BrentStep extends ScalarStep, ScalarPoint {
  /** The left end. */
  readonly a: number;
  /** The right end. */
  readonly b: number;
  /** The second best point. At first it is x. */
  readonly second: ScalarPoint;
  /** What was second best before. At first it is x. */
  readonly third: ScalarPoint;
  /** The point that this step has tried, and where it came from. Absent at the start. */
  readonly trial?: ScalarPoint & { readonly by: "parabola" | "golden section" };
}

/** A finished search by Brent's method. */
export type BrentSearch = ScalarSearch<BrentStep>;

export interface BrentOptions {
  /** Relative tolerance τ of x, in [0, ∞). Default 1.48·10⁻⁸, as in SciPy. */
  readonly tolerance?: number;
  /** How many steps at most, a whole number. Default 500, as in SciPy. */
  readonly steps?: number;
}

/**
 * Brent's method: golden section that jumps to the bottom of a parabola when it can trust it.
 *
 *     parabola    through x (best), w (second) and v (third): u = x + p/q
 *     with        p = (x−v)²(f(x)−f(w)) − (x−w)²(f(x)−f(v))
 *     and         q = 2[(x−w)(f(x)−f(v)) − (x−v)(f(x)−f(w))]
 *     trusted     if u lies within (a, b) and |p/q| is below half of the move before the last
 *     otherwise   u = x + 0.382 (the longer part of the interval)
 *
 * Each step tries one u, at least δ = τ|x| + 10⁻¹¹ away from x, and shortens [a, b]. Stops when both
 * ends are within 2δ of x. Near a smooth minimum the number of right digits grows by about a
 * third a step (order 1.32); on the worst f it needs about the square of golden section's steps.
 *
 * @param f a function of one number; +∞ where it is not defined.
 * @param bracket [a, b, c] with f(b) below f(a) and f(c), or two points to walk downhill from.
 * @throws TypeError or RangeError for a bracket that is none, or options outside their range.
 * Sources: Brent 1973, chapter 5; scipy.optimize.brent, with the same points and defaults.
 */
export function brent(
  f: ScalarFunction,
  bracket: StartingBracket,
  options: BrentOptions = {},
): BrentSearch {
  return allSteps(brentSteps(f, bracket, options));
}

/** The steps of `brent`, one at a time: same arguments and end. Errors come with the first step. */
export function* brentSteps(
  f: ScalarFunction,
  bracket: StartingBracket,
  options: BrentOptions = {},
): Generator<BrentStep, ScalarOutcome, undefined> {
  const { tolerance, steps } = scalarLimits("brent", options, DEFAULTS);
  const counter = counted("brent", "f", f);
  const { points, failure } = startingBracket("brent", counter, bracket);
  let a = Math.min(points[0].x, points[2].x);
  let b = Math.max(points[0].x, points[2].x);
  let [best, second, third] = [points[1], points[1], points[1]];
  let trial: BrentStep["trial"];
  let move = 0;
  let moveBefore = 0;

  for (let k = 0; ; k++) {
    const calls = { f: counter.count(), g: 0, h: 0 };
    yield { k, ...best, a, b, second, third, ...(trial && { trial }), calls };
    if (failure !== undefined) return failure;
    const { x } = best;
    const shortest = tolerance * Math.abs(x) + SHORTEST_MOVE;
    const middle = 0.5 * (a + b);
    if (Math.abs(x - middle) < 2 * shortest - 0.5 * (b - a)) return withinTolerance;
    if (k >= steps) return outOfSteps;

    const jump =
      Math.abs(moveBefore) > shortest
        ? parabolaJump(best, second, third, a, b, moveBefore)
        : undefined;
    if (jump === undefined) {
      moveBefore = x >= middle ? a - x : b - x;
      move = SHORT_PART * moveBefore;
    } else {
      moveBefore = move;
      const u = x + jump;
      const atTheEdge = u - a < 2 * shortest || b - u < 2 * shortest;
      move = atTheEdge ? withSign(shortest, middle - x) : jump;
    }

    const length = Math.abs(move) < shortest ? withSign(shortest, move) : move;
    const u = counter.point(x + length);
    const bad = metNaN([u], k + 1);
    if (bad !== undefined) return bad;
    trial = { ...u, by: jump === undefined ? "golden section" : "parabola" };
    if (u.f > best.f) {
      if (u.x < x) a = u.x;
      else b = u.x;
      if (u.f <= second.f || second.x === x) [second, third] = [u, second];
      else if (u.f <= third.f || third.x === x || third.x === second.x) third = u;
    } else {
      if (u.x >= x) a = x;
      else b = x;
      [best, second, third] = [u, best, second];
    }
  }
}

/** How far x is from the bottom of the parabola, if that is to be trusted. */
function parabolaJump(
  { x, f }: ScalarPoint,
  w: ScalarPoint,
  v: ScalarPoint,
  a: number,
  b: number,
  moveBefore: number,
): number | undefined {
  const fromW = (x - w.x) * (f - v.f);
  const fromV = (x - v.x) * (f - w.f);
  let p = (x - v.x) * fromV - (x - w.x) * fromW;
  let q = 2 * (fromV - fromW);
  if (q > 0) p = -p;
  q = Math.abs(q);
  const inside = p > q * (a - x) && p < q * (b - x);
  const calmer = Math.abs(p) < Math.abs(0.5 * q * moveBefore);
  return inside && calmer ? p / q : undefined;
}

function withSign(size: number, sign: number): number {
  return sign >= 0 ? size : -size;
}

/** 1 − (√5 − 1)/2 as SciPy rounds it: both visit the same points. */
const SHORT_PART = 0.381966;

/** What is left of δ at x = 0. */
const SHORTEST_MOVE = 1e-11;

const DEFAULTS = { tolerance: 1.48e-8, steps: 500 };
