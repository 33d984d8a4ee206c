import { nonNegative, positive, requireIn, requireKnown } from "../internal/guard.ts";
import type { LineSearch } from "../types.ts";
import { axpy } from "../vec.ts";
import { brent } from "./brent.ts";

export interface ExactLineSearchOptions {
  /** The first trial of the first iteration, in (0, ∞). Default 1. Later: the step length before. */
  readonly initial?: number;
  /** Relative tolerance of α, in [0, ∞). Default 1.48·10⁻⁸, as for `brent`. */
  readonly tolerance?: number;
}

/**
 * An exact line search: goes to a minimum of f along d, by bracketing it and Brent's method.
 *
 *     α = argmin φ,    φ(α) = f(x + α d),    α > 0
 *
 * The first trial is shrunk by ten until it lowers f, and then walked on from. Costs ten to thirty
 * values of f, and no gradient: exactness is for study, `backtracking` and `strongWolfe` for use.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 */
export function exactLineSearch(options: ExactLineSearchOptions = {}): LineSearch {
  requireKnown("exactLineSearch", options, ["initial", "tolerance"]);
  const { initial = 1, tolerance = 1.48e-8 } = options;
  requireIn("exactLineSearch", "initial", initial, positive);
  requireIn("exactLineSearch", "tolerance", tolerance, nonNegative);
  return {
    name: "exactLineSearch",
    search(oracle, x, d, before) {
      const phi = (alpha: number) => oracle.f(axpy(alpha, d, x));
      const start = phi(0);
      let trial = before?.stepLength ?? initial;
      while (!(phi(trial) < start)) {
        trial /= 10;
        if (trial < SHORTEST)
          return `f falls nowhere along d, not even for α = ${SHORTEST}: x is a minimum, or d leads uphill`;
      }
      const { x: alpha, outcome } = brent(phi, [0, trial], { tolerance });
      return outcome.kind === "diverged" ? `along d, with α for x, ${outcome.reason}` : alpha;
    },
  };
}

/** The shortest step tried, far below what changes a point of ordinary size. */
const SHORTEST = 1e-20;
