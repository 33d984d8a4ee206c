import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  requireBoolean,
  requireIn,
  requireKnown,
  requireWhole,
  unitHalfOpen,
} from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { shareOfNewest, withWarmUp } from "../internal/schedule-free-average.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Where a schedule-free method takes its gradient: between the average x and the fast point z.
 *
 *     at ← (1 − β) z + β x
 */
export function scheduleFreePointKernel(at: Floats, x: Floats, z: Floats, beta: number): void {
  const share = 1 - beta;
  for (let i = 0; i < x.length; i++) {
    at[i] = share * z[i]! + beta * x[i]!;
  }
}

/**
 * Schedule-free SGD, one step in place; g is the gradient at (1 − β) z + β x:
 *
 *     z ← z − α g
 *     x ← (1 − c) x + c z
 */
export function scheduleFreeSgdKernel(
  x: Floats,
  z: Floats,
  g: Floats,
  alpha: number,
  c: number,
): void {
  const kept = 1 - c;
  for (let i = 0; i < x.length; i++) {
    const fast = z[i]! - alpha * g[i]!;
    z[i] = fast;
    x[i] = kept * x[i]! + c * fast;
  }
}

/** What schedule-free SGD remembers: the fast point z, x_0 at first, and the sum of the weights. */
export type ScheduleFreeSgdMemory = { z: Vec; weightSum: number };
export type ScheduleFreeSgdState = FirstOrderState<ScheduleFreeSgdMemory>;

export interface ScheduleFreeSgdOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 1. */
  readonly learningRate?: number | Schedule;
  /** How near to the average the gradient is taken: β in [0, 1). Default 0.9. */
  readonly beta?: number;
  /** Steps in which the rate rises to α: a whole number, 0 or more. Default 0. */
  readonly warmUp?: number;
  /** Whether x_0 counts in the average as the first point does. Default false. */
  readonly countStart?: boolean;
}

/**
 * Schedule-free SGD: a rate that never falls, and an average in place of the schedule. Unlike
 * Polyak–Ruppert averaging, gradients are taken near the average.
 *
 *     y_k = (1 − β) z_{k−1} + β x_{k−1}              g_k = ∇f(y_k) + ω y_k
 *     z_k = z_{k−1} − α_k g_k
 *     x_k = (1 − c_k) x_{k−1} + c_k z_k              c_k = α_k²/(α_1² + … + α_k²)
 *
 * x and z start at x_0. At a constant rate x_k is the mean of z_1, …, z_k; β = 0 is then descent
 * with Polyak–Ruppert averaging, β → 1 takes gradients at the average itself. With `warmUp` = w
 * the rate is α min(1, k/w), and the first points count less. `countStart` counts z_0 too, so that
 * c_k = 1/(k + 1) at a constant rate: the form of the paper's theory.
 *
 * On ½λx² it converges for αλ < 2/(1 − β), ten times the rate of descent at β = 0.9, for only the
 * share 1 − β of z is in y. The default rate of 1 is that of the authors' code, which is meant
 * for networks: start from the best rate of descent and go up.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Defazio et al. 2024. Their code weighs by the largest rate so far, which is the same
 *   unless the rate falls, and recovers x from y and z.
 */
export function scheduleFreeSgd(
  options: ScheduleFreeSgdOptions = {},
): Method<ScheduleFreeSgdState> {
  const where = "scheduleFreeSgd";
  requireKnown(where, options, OPTIONS);
  const rateOf = learningRateOf(where, options.learningRate ?? 1);
  const beta = requireIn(where, "beta", options.beta ?? 0.9, unitHalfOpen);
  const warmUp = requireWhole(where, "warmUp", options.warmUp ?? 0);
  const countStart = requireBoolean(where, "countStart", options.countStart ?? false);
  const rule: Rule<ScheduleFreeSgdMemory> = {
    name: where,
    memory: (x0) => ({ z: Float64Array.from(x0), weightSum: 0 }),
    lookAhead: (at, x, { z }) => scheduleFreePointKernel(at, x, z, beta),
    update(x, g, memory, alpha, k) {
      if (k === 1 && countStart) memory.weightSum = alpha * alpha;
      scheduleFreeSgdKernel(x, memory.z, g, alpha, shareOfNewest(memory, alpha));
    },
  };
  const learningRate = withWarmUp(rateOf, warmUp);
  return { ...firstOrder(rule, { ...options, learningRate }), anchored: true };
}

const OPTIONS = ["learningRate", "beta", "warmUp", "countStart", "weightDecay", "maximize"];

/** The catalogue card of schedule-free SGD. */
export const scheduleFreeSgdCard: Card = {
  id: "schedule-free-sgd",
  title: "Schedule-free SGD",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.1 }, betaParameter],
  source: "Defazio, Yang, Mehta, Mishchenko, Khaled & Cutkosky 2024",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: false },
  make: ({ learningRate = 0.1, beta = 0.9 } = {}) => scheduleFreeSgd({ learningRate, beta }),
};
