import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { nonNegative, requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Lion, one step in place:
 *
 *     c = β₁ m + (1 − β₁) g
 *     x ← x − α (sign(c) + ω x)
 *     m ← β₂ m + (1 − β₂) g
 */
export function lionKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  omega: number,
): void {
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const slope = g[i]!;
    const mean = m[i]!;
    const direction = Math.sign(beta1 * mean + share1 * slope);
    x[i] = x[i]! - alpha * (direction + omega * x[i]!);
    m[i] = beta2 * mean + share2 * slope;
  }
}

/** What Lion remembers: the average gradient m, 0 before the first step. */
export type LionMemory = { m: Vec };
export type LionState = FirstOrderState<LionMemory>;

export interface LionOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate α in [0, ∞), or a schedule. Default 1e-4. */
  readonly learningRate?: number | Schedule;
  /** Share β₁ in [0, 1) of the average in the direction of the step. Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of the average. Default 0.99. */
  readonly beta2?: number;
  /** Decoupled decay ω in [0, ∞), not an L2 penalty: a part αω of x is taken off. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Lion: steps of a fixed size in the direction of the signs of an interpolation between the
 * average gradient and the newest one; the average itself is then updated with a longer memory.
 *
 *     c_k = β₁ m_{k−1} + (1 − β₁) g_k
 *     x_k = x_{k−1} − α_k (sign(c_k) + ω x_{k−1})
 *     m_k = β₂ m_{k−1} + (1 − β₂) g_k
 *
 * With β₁ = β₂ it is signSGD with momentum (Signum). With β₂ > β₁ the newest gradient weighs
 * more in the step than in the memory, as in Nesterov's method. Each coordinate moves by
 * exactly α (with ω = 0), several times as far as with Adam at the same rate: the paper takes a
 * rate 3 to 10 times smaller, and an ω larger by the same factor. It needs
 * one array of memory where Adam needs two.
 *
 * With ω > 0 it solves min f(x) subject to ω‖x‖∞ ≤ 1.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Sources: Chen et al. 2023; for the last statement Chen, Liu, Liang & Liu 2024.
 */
export function lion(options: LionOptions = {}): Method<LionState> {
  requireKnown("lion", options, ["learningRate", "beta1", "beta2", "weightDecay", "maximize"]);
  const beta1 = requireIn("lion", "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn("lion", "beta2", options.beta2 ?? 0.99, unitHalfOpen);
  const omega = requireIn("lion", "weightDecay", options.weightDecay ?? 0, nonNegative);
  const rule: Rule<LionMemory> = {
    name: "lion",
    // Where αω is more than 2, the decay itself throws x away from 0.
    fragile: omega > 0,
    memory: (x0) => ({ m: new Float64Array(x0.length) }),
    update: (x, g, { m }, alpha) => lionKernel(x, g, m, alpha, beta1, beta2, omega),
  };
  const learningRate = options.learningRate ?? 1e-4;
  return firstOrder(rule, { ...options, learningRate, weightDecay: 0 });
}

/** The catalogue card of Lion. */
export const lionCard: Card = {
  id: "lion",
  title: "Lion",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "beta1",
      symbol: "\\beta_1",
      label: "share of the average in the step",
      default: 0.9,
      min: 0,
      max: 0.99,
      scale: "linear",
    },
    {
      name: "beta2",
      symbol: "\\beta_2",
      label: "retention",
      default: 0.99,
      min: 0,
      max: 0.999,
      scale: "linear",
    },
  ],
  source: "Chen et al. 2023",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.99 } = {}) =>
    lion({ learningRate, beta1, beta2 }),
};
