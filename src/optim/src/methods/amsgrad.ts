import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { requireKnown, requireOneOf } from "../internal/guard.ts";
import { beta1Parameter, beta2Parameter, momentsOf } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import type { AdamMoments } from "./adam.ts";

/** Which of three rules is called AMSGrad; see `amsgrad`. */
export type AmsgradForm = "paper" | "pytorch" | "optax";

/**
 * AMSGrad, step k = 1, 2, … in place: Adam, divided by the largest s so far.
 *
 *     m ← β₁ m + (1 − β₁) g
 *     s ← β₂ s + (1 − β₂) g²
 *     s̄ ← max(s̄, s)                 "optax": max(s̄, s/(1 − β₂ᵏ))
 *     x ← x − a m / (r √s̄ + ε)
 *
 * "paper": a = α, r = 1. "pytorch": a = α/(1 − β₁ᵏ), r = 1/√(1 − β₂ᵏ). "optax": a the same, r = 1.
 */
export function amsgradKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  s: Floats,
  sMax: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  k: number,
  form: AmsgradForm = "pytorch",
): void {
  const step = form === "paper" ? alpha : alpha / (1 - beta1 ** k);
  const correction = form === "optax" ? 1 / (1 - beta2 ** k) : 1;
  const root = form === "pytorch" ? 1 / Math.sqrt(1 - beta2 ** k) : 1;
  const weight1 = 1 - beta1;
  const weight2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const mi = beta1 * m[i]! + weight1 * gi;
    const si = beta2 * s[i]! + weight2 * gi * gi;
    const largest = Math.max(sMax[i]!, si * correction);
    m[i] = mi;
    s[i] = si;
    sMax[i] = largest;
    x[i] = x[i]! - (step * mi) / (Math.sqrt(largest) * root + epsilon);
  }
}

/** What AMSGrad remembers: Adam's averages m and s, and the largest s so far. All 0 at first. */
export type AmsgradMemory = { m: Vec; s: Vec; sMax: Vec };
export type AmsgradState = FirstOrderState<AmsgradMemory>;

export interface AmsgradOptions extends Partial<FirstOrderOptions>, AdamMoments {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /** Which of the three rules. Default "pytorch". */
  readonly form?: AmsgradForm;
}

/**
 * AMSGrad: Adam with a long memory for large gradients. Where Adam divides by √s_k, it divides by
 * the root of the running maximum s̄_k = max(s_1, …, s_k), so that rare large gradients keep
 * their weight against many small ones.
 *
 *     "paper"    s̄_k = max(s̄_{k−1}, s_k)             step α_k m_k / (√s̄_k + ε)
 *     "pytorch"  s̄_k = max(s̄_{k−1}, s_k)             step α_k m̂_k / (√(s̄_k/(1 − β₂ᵏ)) + ε)
 *     "optax"    s̄_k = max(s̄_{k−1}, s_k/(1 − β₂ᵏ))   step α_k m̂_k / (√s̄_k + ε)
 *
 * m, s and m̂ are Adam's. In "paper" and "optax" the factor α/(√s̄ + ε) of m or m̂ never grows at a
 * constant rate. In "pytorch" it can, because the divisor 1 − β₂ᵏ keeps growing. The paper has no
 * ε; `epsilon: 0` is its rule to the letter.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: Reddi, Kale & Kumar 2018, algorithm 2; torch.optim.Adam with amsgrad=True;
 * optax.amsgrad.
 */
export function amsgrad(options: AmsgradOptions = {}): Method<AmsgradState> {
  requireKnown("amsgrad", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("amsgrad", options);
  const form = requireOneOf("amsgrad", "form", options.form ?? "pytorch", FORMS);
  return firstOrder<AmsgradMemory>(
    {
      name: "amsgrad",
      memory(x0) {
        const zeros = () => new Float64Array(x0.length);
        return { m: zeros(), s: zeros(), sMax: zeros() };
      },
      fragile: epsilon === 0,
      update: (x, g, { m, s, sMax }, alpha, k) =>
        amsgradKernel(x, g, m, s, sMax, alpha, beta1, beta2, epsilon, k, form),
    },
    { ...options, learningRate: options.learningRate ?? 0.001 },
  );
}

const FORMS: readonly AmsgradForm[] = ["paper", "pytorch", "optax"];
const OPTIONS = ["learningRate", "beta1", "beta2", "epsilon", "form", "weightDecay", "maximize"];

/** The catalogue card of AMSGrad in the paper's form. */
export const amsgradCard: Card = {
  id: "amsgrad",
  title: "AMSGrad",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, default: 0.05 }, beta1Parameter, beta2Parameter],
  source: "Reddi, Kale & Kumar 2018",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    amsgrad({ learningRate, beta1, beta2, form: "paper" }),
};
