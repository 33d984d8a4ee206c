import { type FirstTrial, firstTrialOf } from "../first-trial.ts";
import {
  type Interval,
  requireIn,
  requireKnown,
  requireWhole,
  unitOpen,
} from "../internal/guard.ts";
import { cubicMinimizer, parabolaMinimizer, secantZero } from "../interpolation.ts";
import { cannotStart, lineSearch } from "../line.ts";
import type { Before, Line, LineSearch } from "../types.ts";
import { armijo, roundingOf, strongCurvature } from "../wolfe-conditions.ts";

export interface StrongWolfeOptions {
  /** Share c₁ of the promised decrease that is asked for, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** How steep the end may still be, as a share of the beginning, in [c₁, 1). Default 0.9. */
  readonly c2?: number;
  /** The first α, in (0, ∞), or how to find it. Default 1. */
  readonly firstTrial?: number | FirstTrial;
  /** How many steps to try at most, a whole number, 1 or more. Default 60. */
  readonly trials?: number;
}

/**
 * A step that meets the strong Wolfe conditions: f has fallen enough, and the slope is flat enough.
 *
 *     φ(α) ≤ φ(0) + c₁ α φ′(0),    |φ′(α)| ≤ c₂ |φ′(0)|,    φ(α) = f(x + αd)
 *
 * Every trial makes a bracket smaller, from the lowest point so far to a point beyond which there
 * is no need to look; before there is such a point, trials go further and further. The next
 * trial is the minimum of a cubic or a parabola through what is known.
 *
 * A small c₂ asks for the minimum along d, nearly: 0.1 for conjugate gradients. With 0.9 most
 * quasi-Newton steps are accepted at the first trial. A trial where f is NaN or infinite counts as
 * too long. No step is returned that fails a condition; only that f may be too high by its rounding
 * (see `roundingOf`). Where no step is found, the words say why.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Nocedal & Wright 2006, algorithms 3.5 and 3.6; choice of the next trial as in Moré &
 *   Thuente 1994.
 */
export function strongWolfe(options: StrongWolfeOptions = {}): LineSearch {
  requireKnown(NAME, options, ["c1", "c2", "firstTrial", "trials"]);
  const { c1 = 1e-4, c2 = 0.9, trials = 60, firstTrial = 1 } = options;
  requireIn(NAME, "c1", c1, unitOpen);
  requireIn(NAME, "c2", c2, fromC1(c1));
  requireWhole(NAME, "trials", trials, 1);
  const firstOf = firstTrialOf(NAME, firstTrial);
  return lineSearch(NAME, (line, before) => search(line, before, { c1, c2, trials, firstOf }));
}

interface Settings {
  readonly c1: number;
  readonly c2: number;
  readonly trials: number;
  readonly firstOf: FirstTrial;
}

/** What is known at one α. */
interface Trial {
  readonly alpha: number;
  readonly f: number;
  readonly slope: number;
}

function search(
  line: Line,
  before: Before | undefined,
  { c1, c2, trials, firstOf }: Settings,
): number | string {
  const start: Trial = { alpha: 0, f: line.value(0), slope: line.slope(0) };
  const bad = cannotStart(NAME, start.f, start.slope);
  if (bad !== undefined) return bad;

  const rounding = roundingOf(start.f);
  // The bracket: a step that satisfies both conditions lies between `low`, the lowest trial that
  // satisfies the first one, and `end`, once there is an end.
  let low = start;
  let end: Trial | undefined;
  let [width, widthBefore] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

  let alpha = firstOf(line, before);
  for (let count = 0; count < trials; count++) {
    const now = lookAt(line, alpha);
    const fallen = armijo(now.f, alpha, start.f, start.slope, c1, rounding);
    if (fallen && strongCurvature(now.slope, start.slope, c2)) return alpha;

    if (!(fallen && now.f <= low.f + rounding)) {
      alpha = belowHigh(low, now, rounding);
      end = now;
    } else if (now.slope * (alpha - low.alpha) >= 0) {
      alpha = betweenSlopes(low, now, rounding);
      end = low;
      low = now;
    } else {
      alpha = end === undefined ? further(low, now, rounding) : towards(end, low, now, rounding);
      low = now;
    }

    if (end === undefined) continue;
    const middle = (low.alpha + end.alpha) / 2;
    const inside = (alpha - low.alpha) * (alpha - end.alpha) < 0;
    const widthNow = Math.abs(end.alpha - low.alpha);
    if (!inside || widthNow >= SLOW * widthBefore) alpha = middle;
    [width, widthBefore] = [widthNow, width];
    if (alpha === low.alpha || alpha === end.alpha) break;
  }
  return noStep(start, low, end);
}

/** Where φ or its slope is not finite, the step is too long: as if f were infinite there. */
function lookAt(line: Line, alpha: number): Trial {
  const f = line.value(alpha);
  const slope = Number.isFinite(f) ? line.slope(alpha) : Number.NaN;
  return Number.isFinite(slope)
    ? { alpha, f, slope }
    : { alpha, f: Number.POSITIVE_INFINITY, slope: Number.NaN };
}

/** `high` is too high: a minimum lies between. The cubic, but if it is near `high` only half of it. */
function belowHigh(low: Trial, high: Trial, rounding: number): number {
  if (!Number.isFinite(high.f)) return low.alpha + RETREAT * (high.alpha - low.alpha);
  const cubic = cubicThrough(low, high, rounding);
  const parabola = parabolaMinimizer(low.alpha, low.f, low.slope, high.alpha, high.f);
  const cubicIsNearer = Math.abs(cubic - low.alpha) < Math.abs(parabola - low.alpha);
  return cubicIsNearer ? cubic : (cubic + parabola) / 2;
}

/** The slopes at both ends point inwards. Of cubic and secant the one further from the new end. */
function betweenSlopes(low: Trial, now: Trial, rounding: number): number {
  const cubic = cubicThrough(low, now, rounding);
  const secant = secantZero(low.alpha, low.slope, now.alpha, now.slope);
  const cubicIsFurther = Math.abs(cubic - now.alpha) > Math.abs(secant - now.alpha);
  return cubicIsFurther ? cubic : secant;
}

/** Still downhill, and no end in sight: where the slope would vanish, within limits. */
function further(low: Trial, now: Trial, rounding: number): number {
  const step = now.alpha - low.alpha;
  const far = now.alpha + GROWTH * step;
  if (Math.abs(now.slope) > Math.abs(low.slope)) return far;
  const secant = secantZero(low.alpha, low.slope, now.alpha, now.slope);
  const cubic = cubicThrough(low, now, rounding);
  const guess = Math.max(secant, cubic > now.alpha ? cubic : far);
  return Math.min(Math.max(guess, now.alpha + LEAST_GROWTH * step), far);
}

/** Still downhill, with an end in sight. */
function towards(end: Trial, low: Trial, now: Trial, rounding: number): number {
  if (Math.abs(now.slope) > Math.abs(low.slope)) return cubicThrough(now, end, rounding);
  const ahead = Math.sign(end.alpha - now.alpha);
  const secant = secantZero(low.alpha, low.slope, now.alpha, now.slope);
  const cubic = cubicThrough(low, now, rounding);
  const guess = (cubic - now.alpha) * ahead > 0 ? cubic : end.alpha;
  const nearer = Math.abs(guess - now.alpha) < Math.abs(secant - now.alpha) ? guess : secant;
  const limit = now.alpha + SLOW * (end.alpha - now.alpha);
  return ahead > 0 ? Math.min(nearer, limit) : Math.max(nearer, limit);
}

/** By the slopes alone where rounding hides the difference of f. */
function cubicThrough(a: Trial, b: Trial, rounding: number): number {
  if (Math.abs(b.f - a.f) <= rounding) return secantZero(a.alpha, a.slope, b.alpha, b.slope);
  return cubicMinimizer(a.alpha, a.f, a.slope, b.alpha, b.f, b.slope);
}

function noStep(start: Trial, low: Trial, end: Trial | undefined): string {
  if (end === undefined)
    return `${NAME}: f must stop falling along d, but still falls at α = ${low.alpha}, f = ${low.f}; it seems to have no minimum there`;
  if (low === start)
    return `${NAME}: f must fall along d, whose slope is ${start.slope}, but does not even at α = ${end.alpha}; check the gradient with checkGradient, or take this point: it may be as low as rounding lets it be`;
  return `${NAME}: the slope must become flat between α = ${low.alpha} and ${end.alpha}, but is ${low.slope} and ${end.slope}; f may have a kink there, or need a larger c2`;
}

/** Below c₁ there need not be any step that meets both conditions. */
function fromC1(c1: number): Interval {
  return { text: `[c1, 1) = [${c1}, 1)`, holds: (value) => value >= c1 && value < 1 };
}

const NAME = "strongWolfe";

/** A bracket that has not shrunk to this share within two trials is halved. */
const SLOW = 0.66;
/** Trials without an end grow by a factor between these two (plus 1), times the last gain. */
const LEAST_GROWTH = 1.1;
const GROWTH = 4;
/** How far to go back from where f is not finite: it may be by orders of magnitude. */
const RETREAT = 0.1;
