import { nonNegative, requireIn, requireKnown, requireWhole } from "./guard.ts";

/** When a search on a line stops, checked. */
export interface ScalarLimits {
  readonly tolerance: number;
  readonly steps: number;
}

/**
 * Reads and checks `tolerance` and `steps`.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 */
export function scalarLimits(
  where: string,
  options: Partial<ScalarLimits>,
  defaults: ScalarLimits,
): ScalarLimits {
  requireKnown(where, options, ["tolerance", "steps"]);
  const { tolerance = defaults.tolerance, steps = defaults.steps } = options;
  return {
    tolerance: requireIn(where, "tolerance", tolerance, nonNegative),
    steps: requireWhole(where, "steps", steps),
  };
}
