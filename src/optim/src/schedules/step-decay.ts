import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface StepDecayOptions {
  /** The rate α in [0, ∞) of the first steps. */
  readonly learningRate: number;
  /** How many steps r each rate is kept, a whole number, 1 or more. */
  readonly every: number;
  /** Factor γ in [0, ∞) of each drop. Default 0.1. */
  readonly factor?: number;
}

/**
 * Step decay: the rate drops by a factor every r steps.
 *
 *     α_k = α γ^⌊n/r⌋,    n = k − 1
 *
 * Each rate serves exactly r steps. With ⌊(1 + n)/r⌋, as it is sometimes printed, the first one
 * serves only r − 1: that is `(k) => stepDecay(options)(k + 1)`.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.StepLR (step_size is `every`, gamma is `factor`).
 */
export function stepDecay(options: StepDecayOptions): Schedule {
  requireKnown("stepDecay", options, ["learningRate", "every", "factor"]);
  const { learningRate, every, factor = 0.1 } = options;
  requireIn("stepDecay", "learningRate", learningRate, nonNegative);
  requireWhole("stepDecay", "every", every, 1);
  requireIn("stepDecay", "factor", factor, nonNegative);
  return (k) => learningRate * factor ** Math.floor((k - 1) / every);
}

/** The catalogue card of step decay. */
export const stepDecayCard: ScheduleCard = {
  id: "step-decay",
  title: "Step decay",
  parameters: [
    scheduleRateParameter,
    {
      name: "every",
      symbol: "r",
      label: "steps per rate",
      default: 30,
      min: 1,
      max: 200,
      scale: "log",
      whole: true,
    },
    {
      name: "factor",
      symbol: "\\gamma",
      label: "factor",
      default: 0.1,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "torch.optim.lr_scheduler.StepLR",
  make: ({ learningRate = 0.1, every = 30, factor = 0.1 } = {}) =>
    stepDecay({ learningRate, every, factor }),
};
