import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { nonNegative, requireIn, requireKnown, requireOneOf } from "../internal/guard.ts";
import { beta1Parameter, beta2Parameter, momentsOf } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import type { AdamMoments } from "./adam.ts";

/**
 * Nadam, step k = 1, 2, … in place, with weights a of the average and b of the newest gradient:
 *
 *     m ← β m + (1 − β) g
 *     s ← β₂ s + (1 − β₂) g²         ŝ = s / (1 − β₂ᵏ)
 *     x ← x − (a m + b g) / (√ŝ + ε)
 */
export function nadamKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  s: Floats,
  a: number,
  b: number,
  beta: number,
  beta2: number,
  epsilon: number,
  k: number,
): void {
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  const weight1 = 1 - beta;
  const weight2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const mi = beta * m[i]! + weight1 * gi;
    const si = beta2 * s[i]! + weight2 * gi * gi;
    m[i] = mi;
    s[i] = si;
    x[i] = x[i]! - (a * mi + b * gi) / (Math.sqrt(si) * root + epsilon);
  }
}

/**
 * Momentum that warms up, in step k: μ_k = β₁ (1 − ½ · 0.96^(kψ)), from near β₁/2 up to β₁.
 * @param decay ψ: how fast.
 */
export function nadamMomentum(k: number, beta1: number, decay: number): number {
  return beta1 * (1 - 0.5 * 0.96 ** (k * decay));
}

/** What Nadam remembers: Adam's averages, and with a schedule the product μ_1 ⋯ μ_k. */
export type NadamMemory = { m: Vec; s: Vec; product?: number };
export type NadamState = FirstOrderState<NadamMemory>;

/** The ways to write Nadam; see `nadam`. */
export type NadamForm = "pytorch" | "dozat" | "constant" | "ruder";

export interface NadamOptions extends Partial<FirstOrderOptions>, AdamMoments {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.002. */
  readonly learningRate?: number | Schedule;
  /** Which of the four rules. Default "pytorch". */
  readonly form?: NadamForm;
  /** ψ in [0, ∞) of the momentum schedule, forms "pytorch" and "dozat" only. Default 0.004. */
  readonly momentumDecay?: number;
}

/**
 * Nadam: Adam that looks ahead like Nesterov. It mixes the newest gradient into the direction
 * with the weight that momentum will give it in the next step.
 *
 *     x_k = x_{k−1} − α_k (w_k m_k + (1 − μ_k)/(1 − P_k) · g_k) / (√ŝ_k + ε)
 *
 * with ŝ from Adam, P_k = μ_1 ⋯ μ_k, and
 *
 *     "pytorch"   μ_k = β₁ (1 − ½ · 0.96^(kψ))    w_k = μ_{k+1}/(1 − P_{k+1})
 *     "dozat"     the same, and m forgets with μ_k: m_k = μ_k m_{k−1} + (1 − μ_k) g_k
 *     "constant"  μ_k = β₁, so that               w_k = β₁/(1 − β₁^(k+1))
 *     "ruder"     μ_k = β₁, but                   w_k = β₁/(1 − β₁ᵏ)
 *
 * and m_k = β₁ m_{k−1} + (1 − β₁) g_k in all but the second. The first two become the third where
 * the schedule has come to its end. "ruder" takes Adam's m̂_k for what should be the
 * momentum term of the next step, and so starts with longer steps.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, an unknown word or options that exclude each other.
 * Source: Dozat 2016; Ruder 2016; the documentation of torch.optim.NAdam (since 2.0 its code
 * does the same) and of Keras.
 */
export function nadam(options: NadamOptions = {}): Method<NadamState> {
  requireKnown("nadam", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("nadam", options);
  const form = requireOneOf("nadam", "form", options.form ?? "pytorch", FORMS);
  const scheduled = form === "pytorch" || form === "dozat";
  if (options.momentumDecay !== undefined && !scheduled)
    throw new RangeError(
      `nadam: momentumDecay needs form "pytorch" or "dozat", got "${form}". Leave one of the two out`,
    );
  const decay = requireIn("nadam", "momentumDecay", options.momentumDecay ?? 0.004, nonNegative);
  const mu = (k: number) => (scheduled ? nadamMomentum(k, beta1, decay) : beta1);

  return firstOrder<NadamMemory>(
    {
      name: "nadam",
      memory: (x0) => ({
        m: new Float64Array(x0.length),
        s: new Float64Array(x0.length),
        ...(scheduled ? { product: 1 } : {}),
      }),
      fragile: epsilon === 0,
      update(x, g, memory, alpha, k) {
        const now = mu(k);
        const next = mu(k + 1);
        const product = scheduled ? memory.product! * now : beta1 ** k;
        if (scheduled) memory.product = product;
        const a = (alpha * next) / (1 - (form === "ruder" ? product : product * next));
        const b = (alpha * (1 - now)) / (1 - product);
        const beta = form === "dozat" ? now : beta1;
        nadamKernel(x, g, memory.m, memory.s, a, b, beta, beta2, epsilon, k);
      },
    },
    { ...options, learningRate: options.learningRate ?? 0.002 },
  );
}

const FORMS: readonly NadamForm[] = ["pytorch", "dozat", "constant", "ruder"];
const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "form",
  "momentumDecay",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Nadam with a constant momentum. */
export const nadamCard: Card = {
  id: "nadam",
  title: "Nadam",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, default: 0.05 }, beta1Parameter, beta2Parameter],
  source: "Dozat 2016",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    nadam({ learningRate, beta1, beta2, form: "constant" }),
};
