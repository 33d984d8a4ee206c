import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface CompoundedTimeDecayOptions {
  /** The rate α in [0, ∞) of the first step. */
  readonly learningRate: number;
  /** Decay d in [0, ∞). */
  readonly decay: number;
}

/**
 * Time-based decay as it is often misprinted: each rate is divided by 1 + dn, in place of the first.
 * The divisors multiply, and the run freezes.
 *
 *     α_{k+1} = α_k/(1 + d n),  n = k − 1;    that is    α_k = α/[(1 + d)(1 + 2d) ⋯ (1 + (k − 2) d)]
 *
 * This falls faster than any exponential: with d = 0.1 the rate at n = 10 is 0.0298 α and not
 * 0.5 α, at n = 50 it is 2.6·10⁻²⁵ α. All rates together reach 5.33 α: whatever is
 * farther away than that is never reached, and Σ α_k = ∞ (Robbins and Monro) fails. Meant is
 * `timeDecay`. Here for comparison only.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 */
export function compoundedTimeDecay(options: CompoundedTimeDecayOptions): Schedule {
  requireKnown("compoundedTimeDecay", options, ["learningRate", "decay"]);
  const { learningRate, decay } = options;
  requireIn("compoundedTimeDecay", "learningRate", learningRate, nonNegative);
  requireIn("compoundedTimeDecay", "decay", decay, nonNegative);
  return (k) => {
    let alpha = learningRate;
    for (let n = 1; n < k - 1 && alpha > 0; n++) alpha /= 1 + decay * n;
    return alpha;
  };
}

/** The catalogue card of the misprint. */
export const compoundedTimeDecayCard: ScheduleCard = {
  id: "compounded-time-decay",
  title: "Time-based decay, compounded by mistake",
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
  ],
  source: "a misprint of time-based decay",
  make: ({ learningRate = 0.1, decay = 0.02 } = {}) => compoundedTimeDecay({ learningRate, decay }),
};
