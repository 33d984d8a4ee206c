import { type ScheduleCard, scheduleRateParameter, scheduleStepsParameter } from "../card.ts";
import { between, cosineShare } from "../internal/between.ts";
import {
  nonNegative,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
} from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface CosineAnnealingOptions {
  /** The rate α in [0, ∞) of the first step. */
  readonly learningRate: number;
  /** After how many steps T the end is reached, a whole number, 1 or more. */
  readonly steps: number;
  /** The lowest rate α_end in [0, ∞). Default 0. */
  readonly end?: number;
  /** What comes after it: "rise" up the next half of the wave, or "hold". Default "rise". */
  readonly afterwards?: "rise" | "hold";
}

/**
 * Cosine annealing: half a wave from the first rate down to the last, slow at both ends.
 *
 *     α_k = α_end + (α − α_end) (1 + cos(π n/T))/2,    n = k − 1
 *
 * Step T + 1 has the rate α_end. After it the wave goes up again, as in PyTorch, with period 2T;
 * who trains longer than planned wants afterwards: "hold".
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Loshchilov & Hutter 2017; torch.optim.lr_scheduler.CosineAnnealingLR (T_max is
 * `steps`, eta_min is `end`).
 */
export function cosineAnnealing(options: CosineAnnealingOptions): Schedule {
  requireKnown("cosineAnnealing", options, ["learningRate", "steps", "end", "afterwards"]);
  const { learningRate, steps, end = 0, afterwards = "rise" } = options;
  requireIn("cosineAnnealing", "learningRate", learningRate, nonNegative);
  requireWhole("cosineAnnealing", "steps", steps, 1);
  requireIn("cosineAnnealing", "end", end, nonNegative);
  requireOneOf("cosineAnnealing", "afterwards", afterwards, ["rise", "hold"]);
  return (k) => {
    const n = afterwards === "hold" ? Math.min(k - 1, steps) : (k - 1) % (2 * steps);
    return between(learningRate, end, cosineShare(n / steps));
  };
}

/** The catalogue card of cosine annealing, which holds its last rate. */
export const cosineAnnealingCard: ScheduleCard = {
  id: "cosine-annealing",
  title: "Cosine annealing",
  parameters: [
    scheduleRateParameter,
    scheduleStepsParameter,
    {
      name: "end",
      symbol: "\\eta_T",
      label: "last rate",
      default: 0,
      min: 0,
      max: 0.1,
      scale: "linear",
    },
  ],
  source: "Loshchilov & Hutter 2017",
  make: ({ learningRate = 0.1, steps = 100, end = 0 } = {}) =>
    cosineAnnealing({ learningRate, steps, end, afterwards: "hold" }),
};
