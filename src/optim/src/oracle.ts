import { watchedOracle } from "./internal/watched-oracle.ts";
import type { Objective, Oracle } from "./types.ts";

/**
 * A counted, memoised view of an objective: the only way a method looks at the function.
 * Asking again for something known at one of the last four points costs nothing.
 *
 * `h` throws a TypeError when the objective has no `hessian`; `hv` then needs `hessianVector`.
 * What the objective answers is checked: TypeError for what is no number or no list of numbers,
 * RangeError for a list of another length than x. A plain array of that length will do.
 */
export function createOracle(objective: Objective): Oracle {
  return watchedOracle(objective).oracle;
}
