import { delegate } from "./internal/delegate.ts";
import { requireWhole, show } from "./internal/guard.ts";
import type { Objective } from "./types.ts";

/** The mean loss over N examples, f(x) = (1/N) Σ ℓᵢ(x): what learning from data minimizes. */
export interface FiniteSum extends Objective {
  /** Number of examples, N. */
  readonly examples: number;
  /**
   * The mean loss over some of the examples only. Drawn at random, its gradient estimates ∇f.
   * @param rows their numbers, from 0; at least one. Numbers may repeat.
   * @throws RangeError for no rows, or for a number that is no example's.
   */
  over(rows: readonly number[]): Objective;
}

/**
 * A finite sum from a function that makes the objective of any rows.
 *
 * @param examples number of examples, N: a whole number, 1 or more.
 * @param over the objective of the given rows; is called with checked rows only.
 * @param where who speaks in error messages.
 */
export function finiteSum(
  examples: number,
  over: (rows: readonly number[]) => Objective,
  where = "finiteSum",
): FiniteSum {
  requireWhole(where, "examples", examples, 1);
  const all = Array.from({ length: examples }, (_, i) => i);
  return {
    ...delegate(over(all)),
    examples,
    over(rows) {
      if (rows.length === 0)
        throw new RangeError(
          `${where}: the mean loss over no rows is not defined. Name at least one`,
        );
      const bad = rows.find((row) => !(Number.isInteger(row) && row >= 0 && row < examples));
      if (bad !== undefined)
        throw new RangeError(
          `${where}: rows are whole numbers from 0 to ${examples - 1}, got ${show(bad)}`,
        );
      return over(rows);
    },
  };
}
