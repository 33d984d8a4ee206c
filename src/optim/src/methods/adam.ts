import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { requireBoolean, requireKnown } from "../internal/guard.ts";
import {
  beta1Parameter,
  beta2Parameter,
  epsilonParameter,
  momentsOf,
} from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Adam, step k = 1, 2, … in place:
 *
 *     m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵏ)
 *     s ← β₂ s + (1 − β₂) g²         ŝ = s / (1 − β₂ᵏ)
 *     x ← x − α m̂ / (√ŝ + ε)
 *
 * The two corrections are the same for every entry, so they are worked out before the loop.
 * x, g, m and s have the same length and are different arrays; x, m and s are overwritten.
 */
export function adamKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  s: Floats,
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
    x[i] = x[i]! - (step * mi) / (Math.sqrt(si) * root + epsilon);
  }
}

/** What Adam remembers: weighted averages m of gradients and s of their squares, 0 at first. */
export type AdamMemory = { m: Vec; s: Vec };
export type AdamState = FirstOrderState<AdamMemory>;

/** The constants of Adam and its family. */
export interface AdamMoments {
  /** Retention β₁ of the average m, in [0, 1). Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ of the average s, in [0, 1). Default 0.999. */
  readonly beta2?: number;
  /**
   * Added to the root so that small gradients do not make large steps, in [0, ∞). Default 1e-8.
   * With 0, a coordinate whose gradient has always been 0 becomes 0/0 and the run diverges.
   */
  readonly epsilon?: number;
}

export interface AdamOptions extends Partial<FirstOrderOptions>, AdamMoments {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /**
   * Adds ε to √s before the bias correction: the reordered form of the paper's section 2, whose
   * ε̂ acts like ε = ε̂/√(1 − β₂ᵏ), and TensorFlow's. Default false.
   */
  readonly epsilonHat?: boolean;
  /** Divides m by 1 − β₁ᵏ and s by 1 − β₂ᵏ. Default true; without it the first steps are long. */
  readonly biasCorrection?: boolean;
}

/**
 * Adam, adaptive moments: momentum for the direction, and for every coordinate its own rate.
 *
 *     m_k = β₁ m_{k−1} + (1 − β₁) g_k      m̂_k = m_k / (1 − β₁ᵏ)
 *     s_k = β₂ s_{k−1} + (1 − β₂) g_k²     ŝ_k = s_k / (1 − β₂ᵏ)
 *     x_k = x_{k−1} − α_k m̂_k / (√ŝ_k + ε)
 *
 * m_0 = s_0 = 0 pull both averages towards 0; the divisors undo that exactly for a constant
 * gradient. With `epsilonHat`, in the same notation,
 *
 *     x_k = x_{k−1} − α_k √(1 − β₂ᵏ)/(1 − β₁ᵏ) · m_k / (√s_k + ε)
 *
 * Without `biasCorrection` m and s stand for m̂ and ŝ. A steady gradient then makes steps of length
 * α (1 − β₁ᵏ)/√(1 − β₂ᵏ), with the default constants 3.16 α in step 1 and 6.57 α in step 12.
 *
 * Multiplying f by a constant changes nothing but the weight of ε. For a steady gradient every
 * step has length α along every axis. After a long silence a single gradient makes one of
 * α (1 − β₁)/√(1 − β₂), with the default constants 3.16 α. No gradients at all make one longer
 * than α (1 − β₁)/√((1 − β₂)(1 − β₁²/β₂)), 7.27 α, provided that β₁² < β₂.
 *
 * `weightDecay` is an L2 penalty here and enters m and s, as in PyTorch; see `adamw` for decay
 * beside the gradient.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Kingma & Ba 2015, algorithm 1 and the end of section 2; torch.optim.Adam.
 */
export function adam(options: AdamOptions = {}): Method<AdamState> {
  requireKnown("adam", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("adam", options);
  const hat = requireBoolean("adam", "epsilonHat", options.epsilonHat ?? false);
  const corrected = requireBoolean("adam", "biasCorrection", options.biasCorrection ?? true);
  return firstOrder(
    {
      name: "adam",
      memory: (x0): AdamMemory => ({
        m: new Float64Array(x0.length),
        s: new Float64Array(x0.length),
      }),
      fragile: epsilon === 0,
      update(x, g, { m, s }, alpha, k) {
        // After infinitely many steps nothing is left to correct.
        const counted = corrected ? k : Number.POSITIVE_INFINITY;
        const guard = hat ? epsilon / Math.sqrt(1 - beta2 ** counted) : epsilon;
        adamKernel(x, g, m, s, alpha, beta1, beta2, guard, counted);
      },
    },
    { ...options, learningRate: options.learningRate ?? 0.001 },
  );
}

const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "epsilonHat",
  "biasCorrection",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Adam. */
export const adamCard: Card = {
  id: "adam",
  title: "Adam",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    beta1Parameter,
    beta2Parameter,
    epsilonParameter,
  ],
  source: "Kingma & Ba 2015",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) =>
    adam({ learningRate, beta1, beta2, epsilon }),
};
