import { type ScheduleCard, scheduleRateParameter, scheduleStepsParameter } from "../card.ts";
import { between } from "../internal/between.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface PolynomialDecayOptions {
  /** The rate α in [0, ∞) of the first step. */
  readonly learningRate: number;
  /** After how many steps T the end is reached, a whole number, 1 or more. Default 5. */
  readonly steps?: number;
  /** Power p in [0, ∞). Default 1, a straight line. */
  readonly power?: number;
  /** The last rate α_end in [0, ∞). Default 0. */
  readonly end?: number;
}

/**
 * Polynomial decay: a straight line down to the end, or a power of it.
 *
 *     α_k = α_end + (α − α_end) (1 − min(n, T)/T)^p,    n = k − 1
 *
 * With p = 1 and α_end = 0 it is "linear to zero". Step T + 1 and all later ones have the rate α_end.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.PolynomialLR (total_iters is `steps`; it ends at 0), with its
 * defaults.
 */
export function polynomialDecay(options: PolynomialDecayOptions): Schedule {
  requireKnown("polynomialDecay", options, ["learningRate", "steps", "power", "end"]);
  const { learningRate, steps = 5, power = 1, end = 0 } = options;
  requireIn("polynomialDecay", "learningRate", learningRate, nonNegative);
  requireWhole("polynomialDecay", "steps", steps, 1);
  requireIn("polynomialDecay", "power", power, nonNegative);
  requireIn("polynomialDecay", "end", end, nonNegative);
  return (k) => {
    if (k > steps) return end;
    return between(end, learningRate, (1 - (k - 1) / steps) ** power);
  };
}

/** The catalogue card of polynomial decay. */
export const polynomialDecayCard: ScheduleCard = {
  id: "polynomial-decay",
  title: "Polynomial decay",
  parameters: [
    scheduleRateParameter,
    scheduleStepsParameter,
    { name: "power", symbol: "p", label: "power", default: 1, min: 0, max: 4, scale: "linear" },
  ],
  source: "torch.optim.lr_scheduler.PolynomialLR",
  make: ({ learningRate = 0.1, steps = 100, power = 1 } = {}) =>
    polynomialDecay({ learningRate, steps, power }),
};
