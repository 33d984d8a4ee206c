import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { nonNegative, requireBoolean, requireIn, requireKnown } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * AdaGrad, one step in place:
 *
 *     s ← s + g²
 *     x ← x − α g / (√(s + δ) + ε)
 *
 * One of ε and δ, a guard outside or inside the root, is usually 0.
 * x, g and s have the same length and are different arrays; x and s are overwritten.
 */
export function adagradKernel(
  x: Floats,
  g: Floats,
  s: Floats,
  alpha: number,
  epsilon: number,
  delta = 0,
): void {
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const si = s[i]! + gi * gi;
    s[i] = si;
    x[i] = x[i]! - (alpha * gi) / (Math.sqrt(si + delta) + epsilon);
  }
}

/** What AdaGrad remembers: the sum s of all squared gradients. */
export type AdagradMemory = { s: Vec };
export type AdagradState = FirstOrderState<AdagradMemory>;

export interface AdagradOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.01. */
  readonly learningRate?: number | Schedule;
  /** δ in [0, ∞) divides the rate of step k by 1 + (k − 1) δ: PyTorch's lr_decay. Default 0. */
  readonly learningRateDecay?: number;
  /** s before the first step, in [0, ∞). Default 0. */
  readonly initialAccumulator?: number;
  /**
   * Keeps the first steps for tiny gradients small, in [0, ∞). Default 1e-10. With 0, a
   * coordinate whose gradient has always been 0 becomes 0/0 and the run diverges.
   */
  readonly epsilon?: number;
  /** Takes √(s + ε) instead of √s + ε. Default false. */
  readonly epsilonInside?: boolean;
}

/**
 * AdaGrad: every coordinate has a rate of its own, α divided by the length of all its gradients
 * so far. Rare features keep a large rate, frequent ones lose it.
 *
 *     s_k = s_{k−1} + g_k²
 *     x_k = x_{k−1} − α_k g_k / (√s_k + ε)            with epsilonInside:  / √(s_k + ε)
 *
 * The first step has length α along every axis. A constant gradient gives steps α/√k, which go
 * to 0 and still have an infinite sum. Multiplying f by a constant changes nothing but the
 * weight of ε.
 *
 * ε outside the root matters for gradients near ε, inside for gradients near √ε: inside with ε²
 * behaves like outside with ε.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Duchi, Hazan & Singer 2011, the diagonal case (its δ is ε); torch.optim.Adagrad. ε
 * inside: Ruder 2016.
 */
export function adagrad(options: AdagradOptions = {}): Method<AdagradState> {
  requireKnown("adagrad", options, OPTIONS);
  const start = inRange("initialAccumulator", options.initialAccumulator ?? 0);
  const epsilon = inRange("epsilon", options.epsilon ?? 1e-10);
  const inside = requireBoolean("adagrad", "epsilonInside", options.epsilonInside ?? false);
  return firstOrder<AdagradMemory>(
    {
      name: "adagrad",
      memory: (x0) => ({ s: new Float64Array(x0.length).fill(start) }),
      fragile: epsilon === 0,
      update: inside
        ? (x, g, { s }, alpha) => adagradKernel(x, g, s, alpha, 0, epsilon)
        : (x, g, { s }, alpha) => adagradKernel(x, g, s, alpha, epsilon),
    },
    { ...options, learningRate: decaying(options) },
  );
}

/** The rate with PyTorch's decay; without it the rate is left as it is. */
function decaying({ learningRate = 0.01, learningRateDecay = 0 }: AdagradOptions) {
  const decay = inRange("learningRateDecay", learningRateDecay);
  if (decay === 0) return learningRate;
  const rateOf = learningRateOf("adagrad", learningRate);
  return (k: number) => rateOf(k) / (1 + (k - 1) * decay);
}

function inRange(name: string, value: number): number {
  return requireIn("adagrad", name, value, nonNegative);
}

const OPTIONS = [
  "learningRate",
  "learningRateDecay",
  "initialAccumulator",
  "epsilon",
  "epsilonInside",
  "weightDecay",
  "maximize",
];

/** The catalogue card of AdaGrad. */
export const adagradCard: Card = {
  id: "adagrad",
  title: "AdaGrad",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, default: 0.5, max: 2 }],
  source: "Duchi, Hazan & Singer 2011",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.5 } = {}) => adagrad({ learningRate }),
};
