import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { nonNegative, positive, requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * The part of Prodigy that is Adam, one step in place, with gradients and steps in units of d:
 *
 *     m ← β₁ m + (1 − β₁) d g
 *     v ← β₂ v + (1 − β₂) d² g²
 *     x ← x − γ d (m/(√v + d ε) + ω x)
 */
export function prodigyKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  v: Floats,
  gamma: number,
  d: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  omega: number,
): void {
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  const rate = gamma * d;
  for (let i = 0; i < x.length; i++) {
    const slope = d * g[i]!;
    const mean = beta1 * m[i]! + share1 * slope;
    const second = beta2 * v[i]! + share2 * slope * slope;
    m[i] = mean;
    v[i] = second;
    x[i] = x[i]! - rate * (mean / (Math.sqrt(second) + d * epsilon) + omega * x[i]!);
  }
}

/**
 * What Prodigy remembers: the moments m and v, the start, the estimate d of the distance to
 * go, and the two averages that it comes from: the number r, and s, a vector.
 */
export type ProdigyMemory = { m: Vec; v: Vec; s: Vec; start: Vec; r: number; d: number };
export type ProdigyState = FirstOrderState<ProdigyMemory>;

export interface ProdigyOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate γ in [0, ∞), a factor of the estimated distance, or a schedule. Default 1. */
  readonly learningRate?: number | Schedule;
  /** First estimate d₀ in (0, ∞) of the distance, far too small. Default 1e-6. */
  readonly d0?: number;
  /** Retention β₁ in [0, 1) of the average gradient. Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of the squared gradients; the estimate's is √β₂. Default 0.999. */
  readonly beta2?: number;
  /** ε in (0, ∞), outside the root. Default 1e-8. */
  readonly epsilon?: number;
  /** Decoupled decay ω in [0, ∞), not an L2 penalty: a part γdω of x is taken off. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Prodigy: Adam that finds its learning rate, from how far it seems to be from the minimum.
 *
 *     r_k = β₃ r_{k−1} + (1 − β₃) γ d_k² g_kᵀ(x_0 − x_{k−1})       β₃ = √β₂
 *     s_k = β₃ s_{k−1} + (1 − β₃) γ d_k² g_k
 *     d_{k+1} = max(d_k, r_k/‖s_k‖₁)
 *     x_k = x_{k−1} − γ_k d_k (m_k/(√v_k + d_k ε) + ω x_{k−1})      m, v: Adam's, of d_k g_k, not corrected
 *
 * Of a convex f, gᵀ(x_0 − x*) is at least gᵀ(x_0 − x), so that r/‖s‖₁ is never more than the largest
 * coordinate of x_0 − x*: d grows from d₀ towards a distance that it cannot pass. Far too small a d₀ costs
 * a few dozen steps, in which d grows exponentially; one that is too large is never taken back.
 *
 * A schedule can be put on γ. `state.d` is the distance for the next step.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Mishchenko & Defazio 2024.
 */
export function prodigy(options: ProdigyOptions = {}): Method<ProdigyState> {
  const where = "prodigy";
  requireKnown(where, options, OPTIONS);
  const d0 = requireIn(where, "d0", options.d0 ?? 1e-6, positive);
  const beta1 = requireIn(where, "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn(where, "beta2", options.beta2 ?? 0.999, unitHalfOpen);
  const epsilon = requireIn(where, "epsilon", options.epsilon ?? 1e-8, positive);
  const omega = requireIn(where, "weightDecay", options.weightDecay ?? 0, nonNegative);
  const beta3 = Math.sqrt(beta2);
  const rule: Rule<ProdigyMemory> = {
    name: where,
    // The step grows with the distance from the start.
    fragile: true,
    memory(x0) {
      const zeros = () => new Float64Array(x0.length);
      return { m: zeros(), v: zeros(), s: zeros(), start: Float64Array.from(x0), r: 0, d: d0 };
    },
    update(x, g, memory, gamma) {
      const { m, v, d } = memory;
      estimateDistance(memory, x, g, gamma, beta3);
      prodigyKernel(x, g, m, v, gamma, d, beta1, beta2, epsilon, omega);
    },
  };
  return firstOrder(rule, {
    ...options,
    learningRate: options.learningRate ?? 1,
    weightDecay: 0,
  });
}

const OPTIONS = ["learningRate", "d0", "beta1", "beta2", "epsilon", "weightDecay", "maximize"];

/** Brings r, s and d up to date with the gradient at x. */
function estimateDistance(
  memory: ProdigyMemory,
  x: Vec,
  g: Vec,
  gamma: number,
  beta3: number,
): void {
  const { s, start, d } = memory;
  const weight = (1 - beta3) * gamma * d * d;
  let [gain, size] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const slope = weight * g[i]!;
    gain += slope * (start[i]! - x[i]!);
    s[i] = beta3 * s[i]! + slope;
    size += Math.abs(s[i]!);
  }
  memory.r = beta3 * memory.r + gain;
  if (size > 0) memory.d = Math.max(d, memory.r / size);
}

/** The catalogue card of Prodigy. */
export const prodigyCard: Card = {
  id: "prodigy",
  title: "Prodigy",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, label: "factor", default: 1 }],
  source: "Mishchenko & Defazio 2024",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 1 } = {}) => prodigy({ learningRate }),
};
