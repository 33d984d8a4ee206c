import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, positive, requireIn, requireKnown } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface ExponentialDecayOptions {
  /** The rate α in [0, ∞) of the first step. */
  readonly learningRate: number;
  /** Factor γ in [0, ∞). Above 1 the rate grows, as in a learning-rate range test. */
  readonly factor: number;
  /** After how many steps the rate has changed by the factor, in (0, ∞). Default 1. */
  readonly every?: number;
}

/**
 * Exponential decay: the rate shrinks by the same factor at every step.
 *
 *     α_k = α γ^(n/r),    n = k − 1
 *
 * α e^{−dn} is the factor γ = e^{−d}. All rates together are finite, α/(1 − γ) for r = 1: what is
 * farther away than that times the slope is never reached, however long the run.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.ExponentialLR (gamma is `factor`, r = 1).
 */
export function exponentialDecay(options: ExponentialDecayOptions): Schedule {
  requireKnown("exponentialDecay", options, ["learningRate", "factor", "every"]);
  const { learningRate, factor, every = 1 } = options;
  requireIn("exponentialDecay", "learningRate", learningRate, nonNegative);
  requireIn("exponentialDecay", "factor", factor, nonNegative);
  requireIn("exponentialDecay", "every", every, positive);
  return (k) => learningRate * factor ** ((k - 1) / every);
}

/** The catalogue card of exponential decay. */
export const exponentialDecayCard: ScheduleCard = {
  id: "exponential-decay",
  title: "Exponential decay",
  parameters: [
    scheduleRateParameter,
    {
      name: "factor",
      symbol: "\\gamma",
      label: "factor",
      default: 0.97,
      min: 0.5,
      max: 1,
      scale: "linear",
    },
  ],
  source: "torch.optim.lr_scheduler.ExponentialLR",
  make: ({ learningRate = 0.1, factor = 0.97 } = {}) => exponentialDecay({ learningRate, factor }),
};
