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

export interface WarmupStableDecayOptions {
  /** The rate α in [0, ∞) of the long middle part. */
  readonly learningRate: number;
  /** All steps T, a whole number, 1 or more. */
  readonly steps: number;
  /** Steps w of the linear warm-up, a whole number. Default 0. */
  readonly warmupSteps?: number;
  /** Steps d of the decay, a whole number. Default: a fifth of all, rounded. */
  readonly decaySteps?: number;
  /** The form of the decay. Default "linear". */
  readonly shape?: "linear" | "cosine" | "root";
  /** The rate α_end in [0, ∞) after the last step. Default 0. */
  readonly end?: number;
}

/**
 * Warm-up, stable, decay: most of a run at one rate, and only the end of it going down.
 *
 *     α_k = α k/w                              for k ≤ w
 *     α_k = α                                  as long as n ≤ T − d,  n = k − 1
 *     α_k = α_end + (α − α_end) (1 − s(t))     then,  t = (n − T + d)/d
 *
 *     s(t) = t "linear",  (1 − cos πt)/2 "cosine",  √t "root"
 *
 * Unlike a cosine it need not know T in advance: any point of the stable part can be decayed from.
 * Step T + 1, the first that is too much, and later ones have the rate α_end.
 *
 * @throws TypeError or RangeError for options outside their range, or for more steps in warm-up
 *   and decay than in all.
 * Sources: Hu et al. 2024; Hägele et al. 2024 (who recommend "root").
 */
export function warmupStableDecay(options: WarmupStableDecayOptions): Schedule {
  requireKnown("warmupStableDecay", options, OPTIONS);
  const { learningRate, steps, warmupSteps = 0, shape = "linear", end = 0 } = options;
  requireIn("warmupStableDecay", "learningRate", learningRate, nonNegative);
  requireWhole("warmupStableDecay", "steps", steps, 1);
  requireWhole("warmupStableDecay", "warmupSteps", warmupSteps);
  const { decaySteps = Math.round(steps / 5) } = options;
  requireWhole("warmupStableDecay", "decaySteps", decaySteps);
  requireOneOf("warmupStableDecay", "shape", shape, ["linear", "cosine", "root"]);
  requireIn("warmupStableDecay", "end", end, nonNegative);
  if (warmupSteps + decaySteps > steps)
    throw new RangeError(
      `warmupStableDecay: warm-up and decay must not take more than all ${steps} steps, got ${warmupSteps} + ${decaySteps}. Shorten one of the two`,
    );
  const stable = steps - decaySteps;
  const share = shares[shape];
  return (k) => {
    if (k <= warmupSteps) return learningRate * (k / warmupSteps);
    if (k - 1 <= stable && k <= steps) return learningRate;
    return k > steps ? end : between(learningRate, end, share((k - 1 - stable) / decaySteps));
  };
}

const OPTIONS = ["learningRate", "steps", "warmupSteps", "decaySteps", "shape", "end"];

const shares = { linear: (t: number) => t, cosine: cosineShare, root: Math.sqrt };

/** The catalogue card of warm-up, stable, decay. */
export const warmupStableDecayCard: ScheduleCard = {
  id: "warmup-stable-decay",
  title: "Warm-up, stable, decay",
  parameters: [
    scheduleRateParameter,
    { ...scheduleStepsParameter, min: 100 },
    {
      name: "warmupSteps",
      symbol: "w",
      label: "warm-up steps",
      default: 10,
      min: 0,
      max: 50,
      scale: "linear",
      whole: true,
    },
    {
      name: "decaySteps",
      symbol: "d",
      label: "decay steps",
      default: 20,
      min: 0,
      max: 50,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Hu et al. 2024",
  make: ({ learningRate = 0.1, steps = 100, warmupSteps = 10, decaySteps = 20 } = {}) =>
    warmupStableDecay({ learningRate, steps, warmupSteps, decaySteps }),
};
