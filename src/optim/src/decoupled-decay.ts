import { nonNegative, requireIn, requireOneOf } from "./internal/guard.ts";
import { learningRateOf } from "./internal/learning-rate.ts";
import type { Floats, Schedule } from "./types.ts";

/**
 * Weight decay beside the gradient, in place:
 *
 *     x ← c x
 *
 * with a factor c a little below 1.
 */
export function decayKernel(x: Floats, keep: number): void {
  for (let i = 0; i < x.length; i++) x[i] = keep * x[i]!;
}

/** What the decay of a step is proportional to; see `DecoupledDecayOptions`. */
export type DecayBy = "rate" | "multiplier";

/** Weight decay beside the gradient: each step first shrinks x by a factor. */
export interface DecoupledDecayOptions {
  /** Decay ω in [0, ∞). */
  readonly weightDecay?: number;
  /**
   * The paper's schedule multiplier η in [0, ∞), a number or a schedule: it scales the learning
   * rate of each step and, in both forms, its decay. Default 1.
   */
  readonly multiplier?: number | Schedule;
  /**
   * What step k keeps of x: 1 − α_k η_k ω ("rate", PyTorch) or 1 − η_k ω ("multiplier",
   * Loshchilov & Hutter). With a constant rate the two agree at ω_multiplier = α ω_rate.
   */
  readonly decayBy?: DecayBy;
}

/** Rate and decay of each step. */
export interface DecoupledDecay {
  /** α_k η_k. */
  readonly learningRate: Schedule;
  /** The factor of x in step k, whose α_k η_k is `rate`. */
  keep(rate: number, k: number): number;
  /** Whether that factor may be outside [−1, 1], so that x alone can grow out of the numbers. */
  readonly expands: boolean;
}

/**
 * Rate and decay of each step from the options.
 * @throws TypeError for an option of another type, RangeError for a number outside its range or
 *   an unknown word.
 */
export function decoupledDecay(
  where: string,
  options: Required<DecoupledDecayOptions> & { readonly learningRate: number | Schedule },
): DecoupledDecay {
  const rateOf = learningRateOf(where, options.learningRate);
  const omega = requireIn(where, "weightDecay", options.weightDecay, nonNegative);
  const decayBy = requireOneOf(where, "decayBy", options.decayBy, ["rate", "multiplier"]);
  const multiplierOf = scheduleOf(where, options.multiplier);
  const most = mostOf(options.multiplier) * (decayBy === "rate" ? mostOf(options.learningRate) : 1);
  return {
    learningRate: (k) => rateOf(k) * multiplierOf(k),
    keep: (rate, k) => 1 - (decayBy === "rate" ? rate : multiplierOf(k)) * omega,
    expands: omega > 0 && !(omega * most <= 2),
  };
}

/** The largest value, as far as can be told. */
function mostOf(value: number | Schedule): number {
  return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
}

function scheduleOf(where: string, multiplier: number | Schedule): Schedule {
  if (typeof multiplier === "function")
    return (k) => requireIn(where, `the multiplier of step ${k}`, multiplier(k), nonNegative);
  requireIn(where, "multiplier", multiplier, nonNegative);
  return () => multiplier;
}
