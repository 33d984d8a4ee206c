import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Averaged SGD, one step in place:
 *
 *     x ← (1 − λ η) x − η g
 *     x̄ ← x̄ + μ (x − x̄),    and x̄ ← x where μ = 1
 *
 * The two are the same in exact arithmetic for μ = 1; the second one also holds for an infinite x.
 */
export function averagedSgdKernel(
  x: Floats,
  g: Floats,
  average: Floats,
  eta: number,
  lambda: number,
  mu: number,
): void {
  const kept = 1 - lambda * eta;
  for (let i = 0; i < x.length; i++) {
    const next = kept * x[i]! - eta * g[i]!;
    x[i] = next;
    average[i] = mu === 1 ? next : average[i]! + mu * (next - average[i]!);
  }
}

/** What averaged SGD remembers: the mean of the points since `start`; x_0 before the first step. */
export type AveragedSgdMemory = { average: Vec };
export type AveragedSgdState = FirstOrderState<AveragedSgdMemory>;

export interface AveragedSgdOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.01. */
  readonly learningRate?: number | Schedule;
  /** Decay λ in [0, ∞), of the rate and of x. Default 0.0001; 0 leaves both as they are. */
  readonly lambda?: number;
  /** How fast λ lets the rate fall: the power a in [0, ∞). Default 0.75. */
  readonly power?: number;
  /** First step whose point counts in the average: a whole number, 1 or more. Default 1. */
  readonly start?: number;
}

/**
 * Averaged SGD: gradient descent, with the mean of its points kept beside it. x goes on as if
 * nothing were averaged; the answer is `state.average`.
 *
 *     η_k = α_k/(1 + λ α_k (k − 1))^a
 *     x_k = (1 − λ η_k) x_{k−1} − η_k g_k
 *     x̄_k = (x_s + … + x_k)/(k − s + 1),    s = start;  x̄_k = x_k before
 *
 * Polyak and Ruppert's method is λ = 0 with a rate that falls more slowly than 1/k:
 *
 *     averagedSgd({ learningRate: (k) => 0.5 / Math.sqrt(k), lambda: 0 })
 *
 * The same average around any other method is `averaged`, which reports it as x. λ is an L2
 * penalty ½λ‖x‖² at the rate η_k, for which the schedule was made; `weightDecay` adds another.
 *
 * torch.optim.ASGD with its lambd, alpha and t0 is λ, a = alpha and start = t0 + 2. Rate, λ and a
 * have its defaults (0.01, 0.0001, 0.75), start has not: its t0 of 10⁶ would average nothing here.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Sources: Polyak & Juditsky 1992; Ruppert 1988; Bottou 2010 for λ (with a = 1, and 0.75 to average).
 */
export function averagedSgd(options: AveragedSgdOptions = {}): Method<AveragedSgdState> {
  requireKnown("averagedSgd", options, OPTIONS);
  const rateOf = learningRateOf("averagedSgd", options.learningRate ?? 0.01);
  const lambda = requireIn("averagedSgd", "lambda", options.lambda ?? 1e-4, nonNegative);
  const power = requireIn("averagedSgd", "power", options.power ?? 0.75, nonNegative);
  const start = requireWhole("averagedSgd", "start", options.start ?? 1, 1);
  const rule: Rule<AveragedSgdMemory> = {
    name: "averagedSgd",
    // Where ηλ is more than 2, the decay itself throws x away from 0.
    fragile: lambda > 0,
    memory: (x0) => ({ average: Float64Array.from(x0) }),
    update: (x, g, { average }, eta, k) =>
      averagedSgdKernel(x, g, average, eta, lambda, 1 / Math.max(1, k - start + 1)),
  };
  const learningRate = (k: number) => {
    const alpha = rateOf(k);
    return alpha / (1 + lambda * alpha * (k - 1)) ** power;
  };
  return firstOrder(rule, { ...options, learningRate });
}

const OPTIONS = ["learningRate", "lambda", "power", "start", "weightDecay", "maximize"];

/** The catalogue card of averaged SGD. */
export const averagedSgdCard: Card = {
  id: "averaged-sgd",
  title: "Averaged SGD",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Polyak & Juditsky 1992; Ruppert 1988; Bottou 2010",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: false },
  make: ({ learningRate = 0.05 } = {}) => averagedSgd({ learningRate }),
};
