import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { requireBoolean, requireKnown } from "../internal/guard.ts";
import { beta1Parameter, beta2Parameter, momentsOf } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import type { AdamMoments } from "./adam.ts";

/**
 * Adamax, step k = 1, 2, … in place:
 *
 *     m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵏ)
 *     u ← max(β₂ u, |g| + ε)
 *     x ← x − α m̂ / (u + δ)
 *
 * One of ε and δ, a guard inside or outside the maximum, is usually 0.
 */
export function adamaxKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  u: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  k: number,
  delta = 0,
): void {
  const step = alpha / (1 - beta1 ** k);
  const weight1 = 1 - beta1;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const mi = beta1 * m[i]! + weight1 * gi;
    const ui = Math.max(beta2 * u[i]!, Math.abs(gi) + epsilon);
    m[i] = mi;
    u[i] = ui;
    x[i] = x[i]! - (step * mi) / (ui + delta);
  }
}

/** What Adamax remembers: the average m of gradients and the fading maximum u of their sizes. */
export type AdamaxMemory = { m: Vec; u: Vec };
export type AdamaxState = FirstOrderState<AdamaxMemory>;

export interface AdamaxOptions extends Partial<FirstOrderOptions>, AdamMoments {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.002. */
  readonly learningRate?: number | Schedule;
  /** How fast the maximum u fades, in [0, 1). Default 0.999. */
  readonly beta2?: number;
  /**
   * Added to every |g| before the maximum is taken, in [0, ∞). Default 1e-8, as in PyTorch; the
   * paper has 0. With 0, a coordinate whose gradient has always been 0 becomes 0/0.
   */
  readonly epsilon?: number;
  /** Takes u = max(β₂ u, |g|) and divides by u + ε, as Keras does. Default false. */
  readonly epsilonOutside?: boolean;
}

/**
 * Adamax: Adam that measures gradients by a fading maximum instead of a root mean square.
 *
 *     m_k = β₁ m_{k−1} + (1 − β₁) g_k
 *     u_k = max(β₂ u_{k−1}, |g_k| + ε)               with epsilonOutside:  max(β₂ u_{k−1}, |g_k|)
 *     x_k = x_{k−1} − α_k/(1 − β₁ᵏ) · m_k / u_k                            and  / (u_k + ε)
 *
 * It is the limit p → ∞ of averaging |g|ᵖ with retention β₂ᵖ and taking the p-th root. A maximum
 * that starts at 0 is not pulled towards 0, so u needs no correction. No step is longer than
 * α (1 − β₁)/(1 − β₁/β₂), with the default constants 1.009 α, provided that β₁ < β₂.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Kingma & Ba 2015, algorithm 2; torch.optim.Adamax.
 */
export function adamax(options: AdamaxOptions = {}): Method<AdamaxState> {
  requireKnown("adamax", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("adamax", options);
  const outside = requireBoolean("adamax", "epsilonOutside", options.epsilonOutside ?? false);
  return firstOrder<AdamaxMemory>(
    {
      name: "adamax",
      memory: (x0) => ({ m: new Float64Array(x0.length), u: new Float64Array(x0.length) }),
      fragile: epsilon === 0,
      update: outside
        ? (x, g, { m, u }, alpha, k) => adamaxKernel(x, g, m, u, alpha, beta1, beta2, 0, k, epsilon)
        : (x, g, { m, u }, alpha, k) => adamaxKernel(x, g, m, u, alpha, beta1, beta2, epsilon, k),
    },
    { ...options, learningRate: options.learningRate ?? 0.002 },
  );
}

const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "epsilonOutside",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Adamax. */
export const adamaxCard: Card = {
  id: "adamax",
  title: "Adamax",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, default: 0.1 }, beta1Parameter, beta2Parameter],
  source: "Kingma & Ba 2015",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.1, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    adamax({ learningRate, beta1, beta2 }),
};
