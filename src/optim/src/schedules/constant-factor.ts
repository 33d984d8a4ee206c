import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import {
  nonNegative,
  requireIn,
  requireKnown,
  requireWhole,
  unitClosed,
} from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface ConstantFactorOptions {
  /** The rate α in [0, ∞) after the first steps. */
  readonly learningRate: number;
  /** The factor φ of the first steps, in [0, 1]. Default 1/3. */
  readonly factor?: number;
  /** How many first steps, a whole number. Default 5. */
  readonly steps?: number;
}

/**
 * A smaller rate for the first steps, then the full one at once.
 *
 *     α_k = φ α for k ≤ T,    α_k = α for k > T
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.ConstantLR (its total_iters is `steps`), with its defaults.
 */
export function constantFactor(options: ConstantFactorOptions): Schedule {
  requireKnown("constantFactor", options, ["learningRate", "factor", "steps"]);
  const { learningRate, factor = 1 / 3, steps = 5 } = options;
  requireIn("constantFactor", "learningRate", learningRate, nonNegative);
  requireIn("constantFactor", "factor", factor, unitClosed);
  requireWhole("constantFactor", "steps", steps);
  return (k) => (k <= steps ? learningRate * factor : learningRate);
}

/** The catalogue card of the constant factor. */
export const constantFactorCard: ScheduleCard = {
  id: "constant-factor",
  title: "Constant factor at first",
  parameters: [
    scheduleRateParameter,
    {
      name: "factor",
      symbol: "\\varphi",
      label: "factor",
      default: 1 / 3,
      min: 0,
      max: 1,
      scale: "linear",
    },
    {
      name: "steps",
      symbol: "T",
      label: "first steps",
      default: 5,
      min: 0,
      max: 100,
      scale: "linear",
      whole: true,
    },
  ],
  source: "torch.optim.lr_scheduler.ConstantLR",
  make: ({ learningRate = 0.1, factor = 1 / 3, steps = 5 } = {}) =>
    constantFactor({ learningRate, factor, steps }),
};
