import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { requireIn, requireKnown, requireOneOf, unitHalfOpen } from "../internal/guard.ts";
import type { Floats, Method, Vec } from "../types.ts";
import { momentumKernel } from "./momentum.ts";

/**
 * Where Nesterov's ball looks: the point to which the velocity alone would carry x.
 *
 *     at ← x − α β v
 *
 * Momentum whose gradient is taken here, and not at x, is Nesterov's method.
 */
export function lookAheadKernel(
  at: Floats,
  x: Floats,
  v: Floats,
  alpha: number,
  beta: number,
): void {
  for (let i = 0; i < x.length; i++) {
    at[i] = x[i]! - alpha * beta * v[i]!;
  }
}

/**
 * Nesterov's method as libraries write it, one step in place; x stores the look-ahead point:
 *
 *     v ← β v + g
 *     x ← x − α (g + β v)
 */
export function nesterovLibraryKernel(
  x: Floats,
  g: Floats,
  v: Floats,
  alpha: number,
  beta: number,
): void {
  for (let i = 0; i < x.length; i++) {
    v[i] = beta * v[i]! + g[i]!;
    x[i] = x[i]! - alpha * (g[i]! + beta * v[i]!);
  }
}

/**
 * Nesterov's method as two sequences, one step in place; g is the gradient at y:
 *
 *     x⁺ = y − α g
 *     y  ← x⁺ + β (x⁺ − x)
 *     x  ← x⁺
 *
 * v keeps x − x⁺, the step with its sign turned, as everywhere in this package.
 */
export function nesterovTwoSequenceKernel(
  x: Floats,
  y: Floats,
  g: Floats,
  v: Floats,
  alpha: number,
  beta: number,
): void {
  for (let i = 0; i < x.length; i++) {
    const next = y[i]! - alpha * g[i]!;
    v[i] = x[i]! - next;
    y[i] = next - beta * v[i]!;
    x[i] = next;
  }
}

/**
 * What Nesterov's method remembers: the velocity v; in the two-sequence forms also y, and in
 * the form of 1983 the number a.
 */
export type NesterovMemory = { v: Vec; y?: Vec; a?: number };
export type NesterovState = FirstOrderState<NesterovMemory>;

/** The ways to write Nesterov's method; see `nesterov`. */
export type NesterovForm = "lookahead" | "sutskever" | "pytorch" | "two-sequence" | "1983";

export interface NesterovOptions extends FirstOrderOptions {
  /**
   * Retention β in [0, 1). Default 0.9; in the form "two-sequence" (k − 1)/(k + 2) at step k.
   * Not an option of the form "1983", which has its own sequence.
   */
  readonly beta?: number;
  /** Which way of writing. Default "lookahead". */
  readonly form?: NesterovForm;
}

/**
 * Nesterov's accelerated gradient: momentum that takes its gradient where it is about to be.
 *
 *     "lookahead"     v_k = β v_{k−1} + ∇f(x_{k−1} − α_k β v_{k−1})    x_k = x_{k−1} − α_k v_k
 *     "sutskever"     v_k = β v_{k−1} + α_k ∇f(x_{k−1} − β v_{k−1})    x_k = x_{k−1} − v_k
 *     "pytorch"       v_k = β v_{k−1} + ∇f(x_{k−1})       x_k = x_{k−1} − α_k (∇f(x_{k−1}) + β v_k)
 *     "two-sequence"  x_k = y_{k−1} − α_k ∇f(y_{k−1})     y_k = x_k + β_k (x_k − x_{k−1})
 *     "1983"          the same with β_k = (a_{k−1} − 1)/a_k, a_0 = 1, a_k = (1 + √(4a_{k−1}² + 1))/2
 *
 * All start with v_0 = 0 and y_0 = x_0. Gradient and weight decay are taken at the look-ahead point.
 *
 * Converting: at a constant rate the first two give the same x; "pytorch" stores their
 * look-ahead point x_k − αβ v_k instead; "two-sequence" with a fixed β gives their x again,
 * and its y is the look-ahead point. Learning rates are the same in all forms. In the last
 * two, v_k = x_{k−1} − x_k.
 *
 * On a quadratic with largest curvature L a fixed β converges for 0 < α < 2(1 + β)/((1 + 2β) L).
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, an unknown word or options that exclude each other.
 * Sources: Nesterov 1983; Sutskever et al. 2013; torch.optim.SGD with nesterov=True.
 */
export function nesterov(options: NesterovOptions): Method<NesterovState> {
  requireKnown("nesterov", options, ["learningRate", "beta", "form", "weightDecay", "maximize"]);
  const form = requireOneOf("nesterov", "form", options.form ?? "lookahead", FORMS);
  const method = firstOrder(rules[form](options.beta), options);
  return form === "two-sequence" || form === "1983" ? { ...method, anchored: true } : method;
}

const FORMS: readonly NesterovForm[] = [
  "lookahead",
  "sutskever",
  "pytorch",
  "two-sequence",
  "1983",
];

const rules: Record<NesterovForm, (beta: number | undefined) => Rule<NesterovMemory>> = {
  lookahead(given) {
    const beta = betaOf(given);
    return {
      name: "nesterov",
      memory: velocity,
      lookAhead: (at, x, { v }, alpha) => lookAheadKernel(at, x, v, alpha, beta),
      update: (x, g, { v }, alpha) => momentumKernel(x, g, v, alpha, beta),
    };
  },
  sutskever(given) {
    const beta = betaOf(given);
    return {
      name: "nesterov",
      memory: velocity,
      lookAhead: (at, x, { v }) => lookAheadKernel(at, x, v, 1, beta),
      update: (x, g, { v }, alpha) => momentumKernel(x, g, v, 1, beta, alpha),
    };
  },
  pytorch(given) {
    const beta = betaOf(given);
    return {
      name: "nesterov",
      memory: velocity,
      update: (x, g, { v }, alpha) => nesterovLibraryKernel(x, g, v, alpha, beta),
    };
  },
  "two-sequence"(given) {
    const fixed = given === undefined ? undefined : betaOf(given);
    return twoSequences((_memory, k) => fixed ?? (k - 1) / (k + 2), {});
  },
  "1983"(given) {
    if (given !== undefined)
      throw new RangeError(
        'nesterov: form "1983" has its own sequence of betas. Leave beta out, or use form "two-sequence"',
      );
    return twoSequences(
      (memory) => {
        const before = memory.a!;
        memory.a = (1 + Math.sqrt(4 * before * before + 1)) / 2;
        return (before - 1) / memory.a;
      },
      { a: 1 },
    );
  },
};

function twoSequences(
  betaAt: (memory: NesterovMemory, k: number) => number,
  more: { a?: number },
): Rule<NesterovMemory> {
  return {
    name: "nesterov",
    memory: (x0) => ({ ...velocity(x0), y: Float64Array.from(x0), ...more }),
    lookAhead: (at, _x, { y }) => at.set(y!),
    update: (x, g, memory, alpha, k) =>
      nesterovTwoSequenceKernel(x, memory.y!, g, memory.v, alpha, betaAt(memory, k)),
  };
}

function velocity(x0: Vec): { v: Vec } {
  return { v: new Float64Array(x0.length) };
}

function betaOf(beta = 0.9): number {
  return requireIn("nesterov", "beta", beta, unitHalfOpen);
}

/** The catalogue card of Nesterov's method in its look-ahead form. */
export const nesterovCard: Card = {
  id: "nesterov",
  title: "Nesterov acceleration",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.02 }, betaParameter],
  source: "Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: false,
    stableBelow: ({ beta = 0.9 }) => (2 * (1 + beta)) / (1 + 2 * beta),
  },
  make: ({ learningRate = 0.02, beta = 0.9 } = {}) => nesterov({ learningRate, beta }),
};
