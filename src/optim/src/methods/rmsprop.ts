import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  nonNegative,
  requireBoolean,
  requireIn,
  requireKnown,
  requireOneOf,
  unitHalfOpen,
} from "../internal/guard.ts";
import { rhoParameter } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { lookAheadKernel } from "./nesterov.ts";

/**
 * RMSprop, one step in place:
 *
 *     s ← ρ s + (1 − ρ) g²
 *     x ← x − α g / (√(s + δ) + ε)
 *
 * One of ε and δ, a guard outside or inside the root, is usually 0.
 * x, g and s have the same length and are different arrays; x and s are overwritten.
 */
export function rmspropKernel(
  x: Floats,
  g: Floats,
  s: Floats,
  alpha: number,
  rho: number,
  epsilon: number,
  delta = 0,
): void {
  const weight = 1 - rho;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const si = rho * s[i]! + weight * gi * gi;
    s[i] = si;
    x[i] = x[i]! - (alpha * gi) / (Math.sqrt(si + delta) + epsilon);
  }
}

/**
 * RMSprop with momentum, one step in place:
 *
 *     s ← ρ s + (1 − ρ) g²
 *     v ← β v + w g / (√(s + δ) + ε)
 *     x ← x − α v
 */
export function rmspropMomentumKernel(
  x: Floats,
  g: Floats,
  s: Floats,
  v: Floats,
  alpha: number,
  rho: number,
  beta: number,
  epsilon: number,
  delta = 0,
  w = 1,
): void {
  const weight = 1 - rho;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const si = rho * s[i]! + weight * gi * gi;
    const vi = beta * v[i]! + (w * gi) / (Math.sqrt(si + delta) + epsilon);
    s[i] = si;
    v[i] = vi;
    x[i] = x[i]! - alpha * vi;
  }
}

/**
 * Centred RMSprop with momentum, one step in place: s − m² estimates the variance of g.
 *
 *     s ← ρ s + (1 − ρ) g²
 *     m ← ρ m + (1 − ρ) g
 *     v ← β v + w g / (√(s − m² + δ) + ε)
 *     x ← x − α v
 */
export function rmspropCenteredKernel(
  x: Floats,
  g: Floats,
  s: Floats,
  m: Floats,
  v: Floats,
  alpha: number,
  rho: number,
  beta: number,
  epsilon: number,
  delta = 0,
  w = 1,
): void {
  const weight = 1 - rho;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const si = rho * s[i]! + weight * gi * gi;
    const mi = rho * m[i]! + weight * gi;
    const vi = beta * v[i]! + (w * gi) / (Math.sqrt(si - mi * mi + delta) + epsilon);
    s[i] = si;
    m[i] = mi;
    v[i] = vi;
    x[i] = x[i]! - alpha * vi;
  }
}

/**
 * What RMSprop remembers: the average s of squared gradients; with momentum, look-ahead or
 * centring also the velocity v, and with centring the average m of gradients.
 */
export type RmspropMemory = { s: Vec; v?: Vec; m?: Vec };
export type RmspropState = FirstOrderState<RmspropMemory>;

export interface RmspropOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.01. */
  readonly learningRate?: number | Schedule;
  /** Retention ρ of the average s, in [0, 1). Default 0.99, as in PyTorch; Hinton: 0.9. */
  readonly rho?: number;
  /**
   * Keeps the steps for tiny gradients small, in [0, ∞). Default 1e-8. With 0, a coordinate whose
   * gradient has always been 0 becomes 0/0 and the run diverges.
   */
  readonly epsilon?: number;
  /** Takes √(s + ε) instead of √s + ε, as Keras does. Default false. */
  readonly epsilonInside?: boolean;
  /** s before the first step, in [0, ∞). Default 0. */
  readonly initialAccumulator?: number;
  /** Retention β of a velocity, in [0, 1). Default 0: no momentum. */
  readonly beta?: number;
  /**
   * Where α enters when there is a velocity: "pytorch", outside, or "classical", inside, as in
   * `momentum`. They differ when the rate changes. Default "pytorch".
   */
  readonly convention?: "pytorch" | "classical";
  /** Takes the gradient where the velocity alone would lead, as in `nesterov`. Default false. */
  readonly nesterov?: boolean;
  /**
   * Divides by the root of s − m², with m the average gradient: a standard deviation. Default
   * false. Where the gradient hardly changes, s − m² tends to 0, and rounding may make it
   * negative and the step NaN; ε inside the root is the remedy.
   */
  readonly centered?: boolean;
}

/**
 * RMSprop: AdaGrad that forgets. Every coordinate is divided by a running root mean square of
 * its gradients.
 *
 *     s_k = ρ s_{k−1} + (1 − ρ) g_k²
 *     x_k = x_{k−1} − α_k g_k / (√s_k + ε)            with epsilonInside:  / √(s_k + ε)
 *
 * There is no bias correction: with s_0 = 0 the first step is α/√(1 − ρ) long. For a steady
 * gradient a step has length α, however flat the function, so that at a constant rate the path
 * does not settle: near a minimum it ends in a cycle between ±α/2.
 *
 * With momentum the scaled gradient g_k/(√s_k + ε) takes the place of g_k in `momentum`:
 *
 *     "pytorch"    v_k = β v_{k−1} + g_k/(√s_k + ε)         x_k = x_{k−1} − α_k v_k
 *     "classical"  v_k = β v_{k−1} + α_k g_k/(√s_k + ε)     x_k = x_{k−1} − v_k
 *
 * Graves's form is centred, "classical", with ε inside; Goodfellow's Nesterov form is
 * "classical" with `nesterov: true`.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: Tieleman & Hinton 2012; Graves 2013 (centred); Goodfellow, Bengio & Courville 2016,
 * algorithms 8.5 and 8.6; torch.optim.RMSprop.
 */
export function rmsprop(options: RmspropOptions = {}): Method<RmspropState> {
  requireKnown("rmsprop", options, OPTIONS);
  return firstOrder(ruleOf(options), { ...options, learningRate: options.learningRate ?? 0.01 });
}

function ruleOf(options: RmspropOptions): Rule<RmspropMemory> {
  const rho = requireIn("rmsprop", "rho", options.rho ?? 0.99, unitHalfOpen);
  const beta = requireIn("rmsprop", "beta", options.beta ?? 0, unitHalfOpen);
  const start = options.initialAccumulator ?? 0;
  requireIn("rmsprop", "initialAccumulator", start, nonNegative);
  const { epsilon, delta } = guardsOf(options);
  const convention = options.convention ?? "pytorch";
  requireOneOf("rmsprop", "convention", convention, ["pytorch", "classical"]);
  const nesterov = requireBoolean("rmsprop", "nesterov", options.nesterov ?? false);
  const centered = requireBoolean("rmsprop", "centered", options.centered ?? false);
  const outside = convention === "pytorch";
  const moving = beta > 0 || nesterov || centered;

  return {
    name: "rmsprop",
    memory(x0) {
      const zeros = () => new Float64Array(x0.length);
      const s = zeros().fill(start);
      return { s, ...(moving ? { v: zeros() } : {}), ...(centered ? { m: zeros() } : {}) };
    },
    ...(nesterov
      ? {
          lookAhead: (at, x, { v }, alpha) => lookAheadKernel(at, x, v!, outside ? alpha : 1, beta),
        }
      : {}),
    fragile: centered || epsilon + delta === 0,
    update(x, g, { s, v, m }, alpha) {
      const a = outside ? alpha : 1;
      const w = outside ? 1 : alpha;
      if (m !== undefined) rmspropCenteredKernel(x, g, s, m, v!, a, rho, beta, epsilon, delta, w);
      else if (v !== undefined) rmspropMomentumKernel(x, g, s, v, a, rho, beta, epsilon, delta, w);
      else rmspropKernel(x, g, s, alpha, rho, epsilon, delta);
    },
  };
}

/** ε outside the root or, as δ, inside. */
function guardsOf(options: RmspropOptions): { epsilon: number; delta: number } {
  const epsilon = requireIn("rmsprop", "epsilon", options.epsilon ?? 1e-8, nonNegative);
  const inside = requireBoolean("rmsprop", "epsilonInside", options.epsilonInside ?? false);
  return inside ? { epsilon: 0, delta: epsilon } : { epsilon, delta: 0 };
}

const OPTIONS = [
  "learningRate",
  "rho",
  "epsilon",
  "epsilonInside",
  "initialAccumulator",
  "beta",
  "convention",
  "nesterov",
  "centered",
  "weightDecay",
  "maximize",
];

/** The catalogue card of RMSprop, with Hinton's ρ. */
export const rmspropCard: Card = {
  id: "rmsprop",
  title: "RMSprop",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.02 },
    { ...rhoParameter, default: 0.9 },
    { ...betaParameter, default: 0 },
  ],
  source: "Tieleman & Hinton 2012",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.02, rho = 0.9, beta = 0 } = {}) => rmsprop({ learningRate, rho, beta }),
};
