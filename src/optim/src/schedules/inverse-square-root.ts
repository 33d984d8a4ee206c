import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface InverseSquareRootOptions {
  /** The highest rate α in [0, ∞): that of step w. */
  readonly learningRate: number;
  /** Number of steps w of the linear warm-up, a whole number, 1 or more. Default 1. */
  readonly warmupSteps?: number;
}

/**
 * A linear rise, then a fall like one over the square root of the steps.
 *
 *     α_k = α min(k/w, √(w/k))
 *
 * With w = 1 it is α/√k. The schedule of the Transformer, c^{−1/2} min(k^{−1/2}, k w^{−3/2}) for width c, is
 * this one with α = 1/√(c w).
 *
 * In PyTorch: LambdaLR(optimizer, lambda n: min((n + 1) / w, (w / (n + 1)) ** 0.5)).
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Vaswani et al. 2017.
 */
export function inverseSquareRoot(options: InverseSquareRootOptions): Schedule {
  requireKnown("inverseSquareRoot", options, ["learningRate", "warmupSteps"]);
  const { learningRate, warmupSteps = 1 } = options;
  requireIn("inverseSquareRoot", "learningRate", learningRate, nonNegative);
  requireWhole("inverseSquareRoot", "warmupSteps", warmupSteps, 1);
  return (k) => learningRate * Math.min(k / warmupSteps, Math.sqrt(warmupSteps / k));
}

/** The catalogue card of the inverse square root. */
export const inverseSquareRootCard: ScheduleCard = {
  id: "inverse-square-root",
  title: "Inverse square root",
  parameters: [
    scheduleRateParameter,
    {
      name: "warmupSteps",
      symbol: "w",
      label: "warm-up steps",
      default: 10,
      min: 1,
      max: 100,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Vaswani et al. 2017",
  make: ({ learningRate = 0.1, warmupSteps = 10 } = {}) =>
    inverseSquareRoot({ learningRate, warmupSteps }),
};
