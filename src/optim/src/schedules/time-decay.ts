import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface TimeDecayOptions {
  /** The rate α in [0, ∞) of the first step. */
  readonly learningRate: number;
  /** Decay d in [0, ∞): after 1/d steps the rate is α/2^p. */
  readonly decay: number;
  /** Power p in [0, ∞). Default 1. */
  readonly power?: number;
}

/**
 * Time-based decay: the rate falls like one over the number of steps.
 *
 *     α_k = α/(1 + d n)^p,    n = k − 1
 *
 * For ½ < p ≤ 1 it meets the conditions of Robbins and Monro, Σ α_k = ∞ and Σ α_k² < ∞: a noisy run can
 * travel any distance and yet settle. The sum of the first N rates is about (α/d) ln(1 + dN) for
 * p = 1. `compoundedTimeDecay` is what comes out if each rate is divided in place of the first.
 *
 * In PyTorch: LambdaLR(optimizer, lambda n: (1 + d * n) ** -p).
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Sources: Robbins & Monro 1951; Darken, Chang & Moody 1992.
 */
export function timeDecay(options: TimeDecayOptions): Schedule {
  requireKnown("timeDecay", options, ["learningRate", "decay", "power"]);
  const { learningRate, decay, power = 1 } = options;
  requireIn("timeDecay", "learningRate", learningRate, nonNegative);
  requireIn("timeDecay", "decay", decay, nonNegative);
  requireIn("timeDecay", "power", power, nonNegative);
  return (k) => learningRate / (1 + decay * (k - 1)) ** power;
}

/** The catalogue card of time-based decay. */
export const timeDecayCard: ScheduleCard = {
  id: "time-decay",
  title: "Time-based decay",
  parameters: [
    scheduleRateParameter,
    {
      name: "decay",
      symbol: "d",
      label: "decay",
      default: 0.02,
      min: 0.0001,
      max: 1,
      scale: "log",
    },
    { name: "power", symbol: "p", label: "power", default: 1, min: 0, max: 2, scale: "linear" },
  ],
  source: "Robbins & Monro 1951; Darken, Chang & Moody 1992",
  make: ({ learningRate = 0.1, decay = 0.02, power = 1 } = {}) =>
    timeDecay({ learningRate, decay, power }),
};
