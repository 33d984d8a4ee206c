import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { positive, requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * AdaBelief, one step in place, k = 1, 2, …:
 *
 *     m ← β₁ m + (1 − β₁) g
 *     s ← β₂ s + (1 − β₂)(g − m)² + ε
 *     x ← x − α m̂/(√ŝ + ε),    m̂ = m/(1 − β₁^k),  ŝ = s/(1 − β₂^k)
 */
export function adabeliefKernel(
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
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  const rate = alpha / (1 - beta1 ** k);
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  for (let i = 0; i < x.length; i++) {
    const slope = g[i]!;
    const mean = beta1 * m[i]! + share1 * slope;
    const surprise = slope - mean;
    const spread = beta2 * s[i]! + share2 * surprise * surprise + epsilon;
    m[i] = mean;
    s[i] = spread;
    x[i] = x[i]! - (rate * mean) / (root * Math.sqrt(spread) + epsilon);
  }
}

/** What AdaBelief remembers: the average gradient m and the spread s around it, 0 at first. */
export type AdabeliefMemory = { m: Vec; s: Vec };
export type AdabeliefState = FirstOrderState<AdabeliefMemory>;

export interface AdabeliefOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /** Retention β₁ in [0, 1) of the average gradient. Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of the spread. Default 0.999. */
  readonly beta2?: number;
  /** ε in (0, ∞), added to s in every step and to its root. Default 1e-8. */
  readonly epsilon?: number;
}

/**
 * AdaBelief: Adam that divides by how far gradients stray from their average, and not by how
 * large they are. Where gradients are as expected it believes them and takes large steps.
 *
 *     m_k = β₁ m_{k−1} + (1 − β₁) g_k,            m̂_k = m_k/(1 − β₁^k)
 *     s_k = β₂ s_{k−1} + (1 − β₂)(g_k − m_k)² + ε,    ŝ_k = s_k/(1 − β₂^k)
 *     x_k = x_{k−1} − α_k m̂_k/(√ŝ_k + ε)
 *
 * In a long ravine of constant slope g − m goes to 0 and the steps grow, where Adam's stay at α.
 * The first step is α/β₁ in every coordinate, for g₁ − m₁ = β₁ g₁. The ε within s adds up to
 * ε/(1 − β₂), so that √ŝ is never below about 0.003 by default.
 *
 * The rate is by default that of Adam, 0.001; ε is the paper's, while its authors' code and
 * optax use 1e-16.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Zhuang et al. 2020.
 */
export function adabelief(options: AdabeliefOptions = {}): Method<AdabeliefState> {
  requireKnown("adabelief", options, OPTIONS);
  const beta1 = requireIn("adabelief", "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn("adabelief", "beta2", options.beta2 ?? 0.999, unitHalfOpen);
  const epsilon = requireIn("adabelief", "epsilon", options.epsilon ?? 1e-8, positive);
  const rule: Rule<AdabeliefMemory> = {
    name: "adabelief",
    memory: (x0) => ({ m: new Float64Array(x0.length), s: new Float64Array(x0.length) }),
    update: (x, g, { m, s }, alpha, k) =>
      adabeliefKernel(x, g, m, s, alpha, beta1, beta2, epsilon, k),
  };
  return firstOrder(rule, { ...options, learningRate: options.learningRate ?? 1e-3 });
}

const OPTIONS = ["learningRate", "beta1", "beta2", "epsilon", "weightDecay", "maximize"];

/** The catalogue card of AdaBelief. */
export const adabeliefCard: Card = {
  id: "adabelief",
  title: "AdaBelief",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "beta1",
      symbol: "\\beta_1",
      label: "first retention",
      default: 0.9,
      min: 0.1,
      max: 0.99,
      scale: "linear",
    },
    {
      name: "beta2",
      symbol: "\\beta_2",
      label: "second retention",
      default: 0.999,
      min: 0,
      max: 0.9999,
      scale: "linear",
    },
  ],
  source: "Zhuang et al. 2020",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    adabelief({ learningRate, beta1, beta2 }),
};
