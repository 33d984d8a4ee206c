import type { Schedule } from "../types.ts";
import { nonNegative, requireIn, show } from "./guard.ts";

/**
 * The learning rate as a function of the step k = 1, 2, …
 * @throws when it is neither a number in [0, ∞) nor a function; the returned function throws
 *   when the schedule gives something else at a step.
 */
export function learningRateOf(where: string, rate: unknown, name = "learningRate"): Schedule {
  if (typeof rate === "function")
    return (k) => requireIn(where, `the learning rate of step ${k}`, rate(k), nonNegative);
  if (typeof rate !== "number")
    throw new TypeError(
      `${where}: ${name} must be a number in [0, ∞) or a schedule k => rate, got ${show(rate)}`,
    );
  requireIn(where, name, rate, nonNegative);
  return () => rate;
}
