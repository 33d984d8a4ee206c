import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import { type DecayBy, type DecoupledDecayOptions, decoupledDecay } from "../decoupled-decay.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Vec } from "../types.ts";

/**
 * SGDW, one step in place: momentum on an x that has first shrunk by the factor `keep`.
 *
 *     v ← β v + α g
 *     x ← keep · x − v
 *
 * g is the gradient before the shrinking.
 */
export function sgdwKernel(
  x: Floats,
  g: Floats,
  v: Floats,
  keep: number,
  alpha: number,
  beta: number,
): void {
  for (let i = 0; i < x.length; i++) {
    const vi = beta * v[i]! + alpha * g[i]!;
    v[i] = vi;
    x[i] = keep * x[i]! - vi;
  }
}

/** What SGDW remembers: the velocity v, 0 before the first step. */
export type SgdwMemory = { v: Vec };
export type SgdwState = FirstOrderState<SgdwMemory>;

export interface SgdwOptions
  extends Pick<FirstOrderOptions, "learningRate" | "maximize">,
    DecoupledDecayOptions {
  /** Retention β in [0, 1). Default 0.9. */
  readonly beta?: number;
  /** Decay ω in [0, ∞), beside the gradient and not in it. Default 0. */
  readonly weightDecay?: number;
  /** What step k keeps of x; see `DecoupledDecayOptions`. Default "multiplier", as in the paper. */
  readonly decayBy?: DecayBy;
}

/**
 * SGDW: momentum, with weight decay beside it.
 *
 *     v_k = β v_{k−1} + α_k η_k g_k
 *     x_k = (1 − η_k ω) x_{k−1} − v_k            by "rate":  (1 − α_k η_k ω) x_{k−1} − v_k
 *
 * The default is the paper's form, `decayBy: "multiplier"`: α may be tuned without touching the
 * decay. The velocity is that of `momentum` in the convention "classical", which it is for
 * ω = 0. An L2 penalty would enter the velocity; for β = 0 and `decayBy: "rate"` the two are the
 * same.
 *
 * On f = ½λx² it converges for 0 < αλ < (1 + β)(2 − ω), with η = 1 and ω < 2.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: Loshchilov & Hutter 2019, algorithm 1.
 */
export function sgdw(options: SgdwOptions): Method<SgdwState> {
  requireKnown("sgdw", options, OPTIONS);
  const beta = requireIn("sgdw", "beta", options.beta ?? 0.9, unitHalfOpen);
  const { learningRate, keep, expands } = decoupledDecay("sgdw", {
    learningRate: options.learningRate,
    weightDecay: options.weightDecay ?? 0,
    multiplier: options.multiplier ?? 1,
    decayBy: options.decayBy ?? "multiplier",
  });
  return firstOrder<SgdwMemory>(
    {
      name: "sgdw",
      memory: (x0) => ({ v: new Float64Array(x0.length) }),
      fragile: expands,
      update: (x, g, { v }, alpha, k) => sgdwKernel(x, g, v, keep(alpha, k), alpha, beta),
    },
    { learningRate, maximize: options.maximize ?? false },
  );
}

const OPTIONS = ["learningRate", "beta", "weightDecay", "decayBy", "multiplier", "maximize"];

/** The catalogue card of SGDW. */
export const sgdwCard: Card = {
  id: "sgdw",
  title: "SGDW",
  family: "gradient",
  parameters: [
    { ...learningRateParameter, default: 0.02 },
    betaParameter,
    {
      name: "weightDecay",
      symbol: "\\omega",
      label: "weight decay",
      default: 0.001,
      min: 0,
      max: 0.1,
      scale: "linear",
    },
  ],
  source: "Loshchilov & Hutter 2019",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: false,
    stableBelow: ({ beta = 0.9, weightDecay = 0.001 }) => (1 + beta) * (2 - weightDecay),
  },
  make: ({ learningRate = 0.02, beta = 0.9, weightDecay = 0.001 } = {}) =>
    sgdw({ learningRate, beta, weightDecay }),
};
