import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  nonNegative,
  positive,
  requireIn,
  requireKnown,
  requireWhole,
  unitHalfOpen,
} from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { shareOfNewest, withWarmUp } from "../internal/schedule-free-average.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { scheduleFreePointKernel } from "./schedule-free-sgd.ts";

/**
 * Schedule-free AdamW, one step in place; g is the gradient at y = (1 − β₁) z + β₁ x:
 *
 *     v ← β₂ v + (1 − β₂) g²
 *     z ← z − α (g/(√v̂ + ε) + ω y),    v̂ = v/(1 − β₂^k)
 *     x ← (1 − c) x + c z
 */
export function scheduleFreeAdamwKernel(
  x: Floats,
  z: Floats,
  g: Floats,
  v: Floats,
  alpha: number,
  c: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  omega: number,
  k: number,
): void {
  const kept = 1 - c;
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  for (let i = 0; i < x.length; i++) {
    const slow = x[i]!;
    const fast = z[i]!;
    const slope = g[i]!;
    const y = share1 * fast + beta1 * slow;
    const second = beta2 * v[i]! + share2 * slope * slope;
    const next = fast - alpha * (slope / (root * Math.sqrt(second) + epsilon) + omega * y);
    v[i] = second;
    z[i] = next;
    x[i] = kept * slow + c * next;
  }
}

/**
 * What schedule-free AdamW remembers: the fast point z, x_0 at first, the second moment v, 0 at
 * first, and the sum of the weights.
 */
export type ScheduleFreeAdamwMemory = { z: Vec; v: Vec; weightSum: number };
export type ScheduleFreeAdamwState = FirstOrderState<ScheduleFreeAdamwMemory>;

export interface ScheduleFreeAdamwOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.0025. */
  readonly learningRate?: number | Schedule;
  /** How near to the average the gradient is taken: β₁ in [0, 1). Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of the squared gradients. Default 0.999. */
  readonly beta2?: number;
  /** ε in (0, ∞), outside the root. Default 1e-8. */
  readonly epsilon?: number;
  /** Steps in which the rate rises to α: a whole number, 0 or more. Default 0. */
  readonly warmUp?: number;
  /** Decoupled decay ω in [0, ∞) at y, not an L2 penalty. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Schedule-free AdamW: Adam's denominators, with an average of points in place of both momentum
 * and the schedule.
 *
 *     y_k = (1 − β₁) z_{k−1} + β₁ x_{k−1}            g_k = ∇f(y_k)
 *     v_k = β₂ v_{k−1} + (1 − β₂) g_k²               v̂_k = v_k/(1 − β₂^k)
 *     z_k = z_{k−1} − α_k (g_k/(√v̂_k + ε) + ω y_k)
 *     x_k = (1 − c_k) x_{k−1} + c_k z_k              c_k = α_k²/(α_1² + … + α_k²)
 *
 * x and z start at x_0. With `warmUp` = w the rate is α min(1, k/w), and the first points count
 * less. β₁ stands where Adam has its momentum, but there is no average of gradients. Defaults are
 * those of the authors' code, whose first version, used for the experiments of the paper, has
 * α_k √(1 − β₂^k) and v in place of α_k and v̂, and so also weighs the first steps less.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Defazio et al. 2024.
 */
export function scheduleFreeAdamw(
  options: ScheduleFreeAdamwOptions = {},
): Method<ScheduleFreeAdamwState> {
  const where = "scheduleFreeAdamw";
  requireKnown(where, options, OPTIONS);
  const rateOf = learningRateOf(where, options.learningRate ?? 0.0025);
  const beta1 = requireIn(where, "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn(where, "beta2", options.beta2 ?? 0.999, unitHalfOpen);
  const epsilon = requireIn(where, "epsilon", options.epsilon ?? 1e-8, positive);
  const warmUp = requireWhole(where, "warmUp", options.warmUp ?? 0);
  const omega = requireIn(where, "weightDecay", options.weightDecay ?? 0, nonNegative);
  const rule: Rule<ScheduleFreeAdamwMemory> = {
    name: where,
    // Where αω is more than 2, the decay itself throws x away from 0.
    fragile: omega > 0,
    memory: (x0) => ({
      z: Float64Array.from(x0),
      v: new Float64Array(x0.length),
      weightSum: 0,
    }),
    lookAhead: (at, x, { z }) => scheduleFreePointKernel(at, x, z, beta1),
    update(x, g, memory, alpha, k) {
      const c = shareOfNewest(memory, alpha);
      const { z, v } = memory;
      scheduleFreeAdamwKernel(x, z, g, v, alpha, c, beta1, beta2, epsilon, omega, k);
    },
  };
  const learningRate = withWarmUp(rateOf, warmUp);
  return { ...firstOrder(rule, { ...options, learningRate, weightDecay: 0 }), anchored: true };
}

const OPTIONS = ["learningRate", "beta1", "beta2", "epsilon", "warmUp", "weightDecay", "maximize"];

/** The catalogue card of schedule-free AdamW. */
export const scheduleFreeAdamwCard: Card = {
  id: "schedule-free-adamw",
  title: "Schedule-free AdamW",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.1 },
    { ...betaParameter, name: "beta1", symbol: "\\beta_1" },
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
  source: "Defazio, Yang, Mehta, Mishchenko, Khaled & Cutkosky 2024",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.1, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    scheduleFreeAdamw({ learningRate, beta1, beta2 }),
};
