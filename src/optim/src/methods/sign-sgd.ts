import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Vec } from "../types.ts";

/**
 * signSGD with momentum (Signum), one step in place; β = 0 is signSGD itself:
 *
 *     m ← β m + (1 − β) g
 *     x ← x − α sign(m)
 */
export function signSgdKernel(x: Floats, g: Floats, m: Floats, alpha: number, beta: number): void {
  const share = 1 - beta;
  for (let i = 0; i < x.length; i++) {
    const mean = beta * m[i]! + share * g[i]!;
    m[i] = mean;
    x[i] = x[i]! - alpha * Math.sign(mean);
  }
}

/** What signSGD remembers: the average gradient m, 0 before the first step. */
export type SignSgdMemory = { m: Vec };
export type SignSgdState = FirstOrderState<SignSgdMemory>;

export interface SignSgdOptions extends FirstOrderOptions {
  /** Retention β in [0, 1) of the average gradient. Default 0: the sign of each gradient. */
  readonly beta?: number;
}

/**
 * signSGD: every coordinate moves by α, up or down; only the signs of the slopes count. With
 * β > 0 it is Signum: the signs of an average of gradients.
 *
 *     m_k = β m_{k−1} + (1 − β) g_k,    x_k = x_{k−1} − α_k sign(m_k)
 *
 * sign(0) = 0. The weight 1 − β of the gradient changes no sign: momentum in the convention
 * v ← βv + g takes the same steps. This is the steepest step of a given largest coordinate, and
 * what Adam is with β₁ = β₂ = ε = 0. Workers that vote by majority send one bit per coordinate.
 *
 * Like every method whose steps have a fixed size it needs a falling rate to come to rest. Noise
 * that is not symmetric misleads it: the gradients 1, 1, 1, −5 send x down by 2α, though their
 * mean points the other way.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Bernstein et al. 2018; Seide et al. 2014 for the bits.
 */
export function signSgd(options: SignSgdOptions): Method<SignSgdState> {
  requireKnown("signSgd", options, ["learningRate", "beta", "weightDecay", "maximize"]);
  const beta = requireIn("signSgd", "beta", options.beta ?? 0, unitHalfOpen);
  const rule: Rule<SignSgdMemory> = {
    name: "signSgd",
    memory: (x0) => ({ m: new Float64Array(x0.length) }),
    update: (x, g, { m }, alpha) => signSgdKernel(x, g, m, alpha, beta),
  };
  return firstOrder(rule, options);
}

/** The catalogue card of signSGD. */
export const signSgdCard: Card = {
  id: "sign-sgd",
  title: "signSGD",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    { ...betaParameter, default: 0 },
  ],
  source: "Bernstein, Wang, Azizzadenesheli & Anandkumar 2018",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta = 0 } = {}) => signSgd({ learningRate, beta }),
};
