import { type FirstTrial, firstTrialOf } from "../first-trial.ts";
import { requireBoolean, requireIn, requireKnown, unitOpen } from "../internal/guard.ts";
import { parabolaMinimizer } from "../interpolation.ts";
import { cannotStart, lineSearch } from "../line.ts";
import type { Line, LineSearch } from "../types.ts";
import { armijo, roundingOf } from "../wolfe-conditions.ts";

export interface BacktrackingOptions {
  /** Share c₁ of the promised decrease that is asked for, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** What a step that is too long is multiplied by, in (0, 1). Default 0.5. */
  readonly shrink?: number;
  /**
   * Shrink to the minimum of a parabola instead, but to no less than a tenth and no more than
   * the share `shrink`. Default false.
   */
  readonly interpolate?: boolean;
  /** The first α, in (0, ∞), or how to find it. Default 1. */
  readonly firstTrial?: number | FirstTrial;
}

/**
 * Backtracking: try a step, and shorten it until f falls enough.
 *
 *     α ← shrink · α   until   f(x + αd) ≤ f(x) + c₁ α dᵀ∇f(x)
 *
 * (Armijo's condition.) A trial where f is NaN or infinite counts as too long. It never lengthens a
 * step, and looks at no gradient but that at x. Where the first trial promises a decrease below
 * the rounding of f, a step may raise f by that rounding; see `roundingOf`.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Armijo 1966; Nocedal & Wright 2006, algorithm 3.1.
 */
export function backtracking(options: BacktrackingOptions = {}): LineSearch {
  requireKnown(NAME, options, ["c1", "shrink", "interpolate", "firstTrial"]);
  const { c1 = 1e-4, shrink = 0.5, interpolate = false, firstTrial = 1 } = options;
  requireIn(NAME, "c1", c1, unitOpen);
  requireIn(NAME, "shrink", shrink, unitOpen);
  requireBoolean(NAME, "interpolate", interpolate);
  const firstOf = firstTrialOf(NAME, firstTrial);
  return lineSearch(
    NAME,
    (line, before) =>
      cannotStart(NAME, line.value(0), line.slope(0)) ??
      backtrack(NAME, line, firstOf(line, before), line.value(0), { c1, shrink, interpolate }),
  );
}

/**
 * Shortens α until φ(α) ≤ level + c₁ α φ′(0). With level = φ(0) this is backtracking; a higher
 * level makes it nonmonotone. Returns α, or in words why there is none.
 */
export function backtrack(
  name: string,
  line: Line,
  first: number,
  level: number,
  { c1, shrink, interpolate }: { c1: number; shrink: number; interpolate: boolean },
): number | string {
  const slope = line.slope(0);
  const rounding = roundingOf(level);
  const allowance = -first * slope <= rounding ? rounding : 0;
  let alpha = first;
  while (alpha > first * SHORTEST) {
    const f = line.value(alpha);
    // Where c₁ α φ′(0) is so small that it is lost beside φ(0), f has to fall all the same.
    const falls = f < level || allowance > 0;
    if (falls && armijo(f, alpha, level, slope, c1, allowance)) return alpha;
    const lowest = interpolate ? parabolaMinimizer(0, line.value(0), slope, alpha, f) : Number.NaN;
    // Where f is not finite there is no parabola.
    alpha = lowest > 0 ? Math.min(Math.max(lowest, alpha / 10), shrink * alpha) : shrink * alpha;
  }
  return `${name}: f must fall along d, whose slope is ${slope}, but does not even at α = ${alpha}; check the gradient with checkGradient, or take this point: it may be as low as rounding lets it be`;
}

const NAME = "backtracking";

/** Shorter than this share of the first trial, a step is lost in the rounding of x. */
const SHORTEST = 1e-20;
