import { positive, requireIn, requireKnown, requireWhole, unitOpen } from "../internal/guard.ts";
import type { LineSearch } from "../types.ts";
import { axpy, dot } from "../vec.ts";

export interface BacktrackingOptions {
  /** The share of the slope's promise that f must fall by, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** What a step that was too long is multiplied by, in (0, 1). Default 0.5. */
  readonly shrink?: number;
  /** The first step length that is tried, in (0, ∞). Default 1. */
  readonly first?: number;
  /** How many step lengths at most, a whole number, 1 or more. Default 60. */
  readonly maxTrials?: number;
}

/**
 * Backtracking: try a step, and halve it until f has fallen enough.
 *
 *     f(x + αd) ≤ f(x) + c1 α dᵀ∇f(x)      (Armijo)
 *
 * Such an α exists wherever d leads downhill. The first trial is forgiven a rise of f that is no more
 * than rounding, ten units in the last place. A trial where f is not finite is too long.
 *
 * @throws TypeError or RangeError for options outside their range.
 * Source: Armijo 1966; Nocedal & Wright 2006, algorithm 3.1.
 */
export function backtracking(options: BacktrackingOptions = {}): LineSearch {
  requireKnown(NAME, options, ["c1", "shrink", "first", "maxTrials"]);
  const c1 = requireIn(NAME, "c1", options.c1 ?? 1e-4, unitOpen);
  const shrink = requireIn(NAME, "shrink", options.shrink ?? 0.5, unitOpen);
  const first = requireIn(NAME, "first", options.first ?? 1, positive);
  const maxTrials = requireWhole(NAME, "maxTrials", options.maxTrials ?? 60, 1);
  return {
    name: NAME,
    search(oracle, x, d) {
      const f = oracle.f(x);
      const slope = dot(oracle.g(x), d);
      if (!(slope < 0))
        return `${NAME}: d must lead downhill, its slope dᵀ∇f below 0, got ${slope.toPrecision(3)}. Use −∇f, or a direction from a positive definite matrix`;
      let rounding = 10 * Number.EPSILON * Math.abs(f);
      let alpha = first;
      for (let trial = 0; trial < maxTrials; trial++) {
        if (oracle.f(axpy(alpha, d, x)) <= f + c1 * alpha * slope + rounding) return alpha;
        alpha *= shrink;
        rounding = 0;
      }
      return `${NAME}: f has not fallen enough in ${maxTrials} trials, down to the step ${alpha.toPrecision(2)}. Check the gradient with checkGradient; if it is right, x is as good as rounding allows`;
    },
  };
}

const NAME = "backtracking";
