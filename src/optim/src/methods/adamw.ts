import { type Card, learningRateParameter } from "../card.ts";
import {
  type DecayBy,
  type DecoupledDecayOptions,
  decayKernel,
  decoupledDecay,
} from "../decoupled-decay.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { requireBoolean, requireKnown } from "../internal/guard.ts";
import { momentsOf } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import type { AdamMoments } from "./adam.ts";
import { amsgradKernel } from "./amsgrad.ts";

/**
 * AdamW, step k = 1, 2, … in place: Adam on an x that has first shrunk by the factor `keep`,
 *
 *     m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵏ)
 *     s ← β₂ s + (1 − β₂) g²         ŝ = s / (1 − β₂ᵏ)
 *     x ← keep · x − α m̂ / (√ŝ + ε)
 *
 * g is the gradient before the shrinking.
 */
export function adamwKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  s: Floats,
  keep: number,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  k: number,
): void {
  const step = alpha / (1 - beta1 ** k);
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  const weight1 = 1 - beta1;
  const weight2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const mi = beta1 * m[i]! + weight1 * gi;
    const si = beta2 * s[i]! + weight2 * gi * gi;
    m[i] = mi;
    s[i] = si;
    x[i] = keep * x[i]! - (step * mi) / (Math.sqrt(si) * root + epsilon);
  }
}

/** What AdamW remembers: Adam's averages m and s, and with `amsgrad` the running maximum of s. */
export type AdamwMemory = { m: Vec; s: Vec; sMax?: Vec };
export type AdamwState = FirstOrderState<AdamwMemory>;

export interface AdamwOptions
  extends Pick<Partial<FirstOrderOptions>, "maximize">,
    AdamMoments,
    DecoupledDecayOptions {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /** Decay ω in [0, ∞), beside the gradient and not in it. Default 0.01, as in PyTorch. */
  readonly weightDecay?: number;
  /** What step k keeps of x; see `DecoupledDecayOptions`. Default "rate", as in PyTorch. */
  readonly decayBy?: DecayBy;
  /** Divides by the running maximum of s, in the form "pytorch" of `amsgrad`. Default false. */
  readonly amsgrad?: boolean;
}

/**
 * AdamW: Adam, with weight decay beside it.
 *
 *     "rate"        x_k = (1 − α_k η_k ω) x_{k−1} − α_k η_k m̂_k / (√ŝ_k + ε)
 *     "multiplier"  x_k = (1 − η_k ω) x_{k−1} − α_k η_k m̂_k / (√ŝ_k + ε)
 *
 * m̂ and ŝ are Adam's. `decayBy` chooses between PyTorch's form (the default) and the paper's;
 * the schedule multiplier η is 1 unless said otherwise.
 *
 * An L2 penalty, `adam` with weightDecay, is not the same: it passes through √ŝ, so that weights
 * with large gradients hardly decay. Here all weights shrink by the same factor.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: Loshchilov & Hutter 2019, algorithm 2; torch.optim.AdamW.
 */
export function adamw(options: AdamwOptions = {}): Method<AdamwState> {
  requireKnown("adamw", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("adamw", options);
  const amsgrad = requireBoolean("adamw", "amsgrad", options.amsgrad ?? false);
  const { learningRate, keep, expands } = decoupledDecay("adamw", {
    learningRate: options.learningRate ?? 0.001,
    weightDecay: options.weightDecay ?? 0.01,
    multiplier: options.multiplier ?? 1,
    decayBy: options.decayBy ?? "rate",
  });
  return firstOrder<AdamwMemory>(
    {
      name: "adamw",
      memory(x0) {
        const zeros = () => new Float64Array(x0.length);
        return { m: zeros(), s: zeros(), ...(amsgrad ? { sMax: zeros() } : {}) };
      },
      fragile: epsilon === 0 || expands,
      update(x, g, { m, s, sMax }, alpha, k) {
        const kept = keep(alpha, k);
        if (sMax === undefined) {
          adamwKernel(x, g, m, s, kept, alpha, beta1, beta2, epsilon, k);
        } else {
          decayKernel(x, kept);
          amsgradKernel(x, g, m, s, sMax, alpha, beta1, beta2, epsilon, k);
        }
      },
    },
    { learningRate, maximize: options.maximize ?? false },
  );
}

const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "weightDecay",
  "decayBy",
  "multiplier",
  "amsgrad",
  "maximize",
];

/** The catalogue card of AdamW. */
export const adamwCard: Card = {
  id: "adamw",
  title: "AdamW",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "weightDecay",
      symbol: "\\omega",
      label: "weight decay",
      default: 0.01,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "Loshchilov & Hutter 2019",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, weightDecay = 0.01 } = {}) => adamw({ learningRate, weightDecay }),
};
