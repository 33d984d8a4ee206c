import { type ScheduleCard, scheduleRateParameter, scheduleStepsParameter } from "../card.ts";
import { between } from "../internal/between.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface LinearRampOptions {
  /** The rate α in [0, ∞) to which both factors refer. */
  readonly learningRate: number;
  /** The first rate as a part of α, in [0, ∞). Default 1/3. */
  readonly startFactor?: number;
  /** The last rate as a part of α, in [0, ∞). Default 1. */
  readonly endFactor?: number;
  /** After how many steps T the end is reached, a whole number, 1 or more. Default 5. */
  readonly steps?: number;
}

/**
 * A straight line from one rate to another, which then stays.
 *
 *     α_k = α [a + (b − a) min(n, T)/T],    n = k − 1,  a, b the two factors
 *
 * As it comes it is a warm-up; from 1 to 0 it is a decay to zero.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.LinearLR (total_iters is `steps`), with its defaults.
 */
export function linearRamp(options: LinearRampOptions): Schedule {
  requireKnown("linearRamp", options, ["learningRate", "startFactor", "endFactor", "steps"]);
  const { learningRate, startFactor = 1 / 3, endFactor = 1, steps = 5 } = options;
  requireIn("linearRamp", "learningRate", learningRate, nonNegative);
  requireIn("linearRamp", "startFactor", startFactor, nonNegative);
  requireIn("linearRamp", "endFactor", endFactor, nonNegative);
  requireWhole("linearRamp", "steps", steps, 1);
  return (k) => learningRate * between(startFactor, endFactor, Math.min(k - 1, steps) / steps);
}

/** The catalogue card of the linear ramp. */
export const linearRampCard: ScheduleCard = {
  id: "linear-ramp",
  title: "Linear ramp",
  parameters: [
    scheduleRateParameter,
    {
      name: "startFactor",
      symbol: "a",
      label: "start factor",
      default: 1,
      min: 0,
      max: 1,
      scale: "linear",
    },
    {
      name: "endFactor",
      symbol: "b",
      label: "end factor",
      default: 0,
      min: 0,
      max: 1,
      scale: "linear",
    },
    scheduleStepsParameter,
  ],
  source: "torch.optim.lr_scheduler.LinearLR",
  make: ({ learningRate = 0.1, startFactor = 1, endFactor = 0, steps = 100 } = {}) =>
    linearRamp({ learningRate, startFactor, endFactor, steps }),
};
