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
  requireOneOf,
  unitClosed,
  unitHalfOpen,
} from "../internal/guard.ts";
import type { Direction, Floats, Method, Vec } from "../types.ts";

/**
 * Momentum, one step in place:
 *
 *     v ← β v + w g
 *     x ← x − α v
 *
 * The weight w is 1 unless said otherwise; with w = 1 − β the velocity is an average of gradients.
 * x, g and v have the same length and are different arrays; x and v are overwritten.
 */
export function momentumKernel(
  x: Floats,
  g: Floats,
  v: Floats,
  alpha: number,
  beta: number,
  weight = 1,
): void {
  for (let i = 0; i < x.length; i++) {
    const vi = beta * v[i]! + weight * g[i]!;
    v[i] = vi;
    x[i] = x[i]! - alpha * vi;
  }
}

/** What momentum remembers: the velocity v, 0 before the first step. */
export type MomentumMemory = { v: Vec };
export type MomentumState = FirstOrderState<MomentumMemory>;

/** The three ways to write momentum; see `momentum`. */
export type MomentumConvention = "pytorch" | "classical" | "ewa";

export interface MomentumOptions extends FirstOrderOptions {
  /** Retention β in [0, 1): how much velocity is left after one step. Default 0.9. */
  readonly beta?: number;
  /** Which of the three recursions. Default "pytorch", the book's convention B. */
  readonly convention?: MomentumConvention;
  /**
   * Takes away from the weight of each new gradient: v ← βv + (1 − dampening) g, except at
   * step 1, as PyTorch does. In [0, 1], convention "pytorch" only. Default 0.
   */
  readonly dampening?: number;
  /** Steps with v_k/(1 − β^k), as Adam does; v itself stays. Convention "ewa" only. Default false. */
  readonly biasCorrection?: boolean;
}

/**
 * Momentum, or the heavy ball: steps add up while the slope keeps its direction and cancel
 * where it alternates.
 *
 *     "pytorch"    B   v_k = β v_{k−1} + g_k          x_k = x_{k−1} − α_k v_k
 *     "classical"  A   v_k = β v_{k−1} + α_k g_k      x_k = x_{k−1} − v_k
 *     "ewa"        C   v_k = β v_{k−1} + (1 − β) g_k  x_k = x_{k−1} − α_k v_k
 *
 * All start with v_0 = 0. `dampening` changes the weight of g_k in B, `biasCorrection` the step in C.
 *
 * Converting learning rates: A and B agree at the same constant rate, and C agrees with B at
 * α_C = α_B / (1 − β). When the rate changes during the run, B and C still agree and A does
 * not: its velocity remembers the old rates. A is also Polyak's form
 * x_k = x_{k−1} − α g_k + β (x_{k−1} − x_{k−2}), with v_k = x_{k−1} − x_k.
 *
 * On a convex quadratic with curvatures from μ to L and κ = L/μ, B converges for 0 < α < 2(1 + β)/L. Best are
 * α = (2/(√L + √μ))² and β = ((√κ − 1)/(√κ + 1))², with rate (√κ − 1)/(√κ + 1).
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, an unknown word or options that exclude each other.
 * Sources: Polyak 1964 (A); torch.optim.SGD (B); Sutskever et al. 2013 (A, with −v for v).
 */
export function momentum(options: MomentumOptions): Method<MomentumState> {
  requireKnown("momentum", options, OPTIONS);
  return firstOrder(rules[conventionOf(options)](options), options);
}

/**
 * d = −v, v ← βv + g with v = 0 at first: momentum as a direction, for `descend` with any step length.
 *
 * @param options.beta retention β in [0, 1); default 0.9.
 * @throws TypeError for an unknown option or a value of another type, RangeError for β outside its
 *   range.
 */
export function momentumDirection(options: { readonly beta?: number } = {}): Direction<Vec> {
  requireKnown("momentumDirection", options, ["beta"]);
  const beta = requireIn("momentumDirection", "beta", options.beta ?? 0.9, unitHalfOpen);
  return {
    name: "momentum",
    order: 1,
    init: (dim) => new Float64Array(dim),
    next({ g }, memory) {
      // The kernel's own arithmetic: from x = 0 with α = 1 it lands on −v.
      const d = new Float64Array(g.length);
      const v = Float64Array.from(memory);
      momentumKernel(d, g, v, 1, beta);
      return { d, memory: v };
    },
  };
}

const CONVENTIONS: readonly MomentumConvention[] = ["pytorch", "classical", "ewa"];
const OPTIONS = [
  "learningRate",
  "beta",
  "convention",
  "dampening",
  "biasCorrection",
  "weightDecay",
  "maximize",
];

/** Each convention is the one kernel with its own weight and α. */
const rules: Record<MomentumConvention, (options: MomentumOptions) => Rule<MomentumMemory>> = {
  pytorch(options) {
    const beta = betaOf(options);
    const dampening = requireIn("momentum", "dampening", options.dampening ?? 0, unitClosed);
    return rule((x, g, { v }, alpha, k) =>
      momentumKernel(x, g, v, alpha, beta, k === 1 ? 1 : 1 - dampening),
    );
  },
  classical(options) {
    const beta = betaOf(options);
    return rule((x, g, { v }, alpha) => momentumKernel(x, g, v, 1, beta, alpha));
  },
  ewa(options) {
    const beta = betaOf(options);
    const corrected = requireBoolean("momentum", "biasCorrection", options.biasCorrection ?? false);
    return rule((x, g, { v }, alpha, k) =>
      momentumKernel(x, g, v, corrected ? alpha / (1 - beta ** k) : alpha, beta, 1 - beta),
    );
  },
};

function rule(update: Rule<MomentumMemory>["update"]): Rule<MomentumMemory> {
  return { name: "momentum", memory: (x0) => ({ v: new Float64Array(x0.length) }), update };
}

function betaOf({ beta = 0.9 }: MomentumOptions): number {
  return requireIn("momentum", "beta", beta, unitHalfOpen);
}

function conventionOf(options: MomentumOptions): MomentumConvention {
  const convention = requireOneOf(
    "momentum",
    "convention",
    options.convention ?? "pytorch",
    CONVENTIONS,
  );
  for (const [option, owner] of [
    ["dampening", "pytorch"],
    ["biasCorrection", "ewa"],
  ] as const)
    if (options[option] !== undefined && convention !== owner)
      throw new RangeError(
        `momentum: ${option} needs convention "${owner}", got "${convention}". Leave one of the two out`,
      );
  return convention;
}

/** The catalogue card of momentum. */
export const momentumCard: Card = {
  id: "momentum",
  title: "Momentum",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.02 }, betaParameter],
  source: "Polyak 1964; Rumelhart, Hinton & Williams 1986",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: false,
    stableBelow: ({ beta = 0.9 }) => 2 * (1 + beta),
  },
  make: ({ learningRate = 0.02, beta = 0.9 } = {}) => momentum({ learningRate, beta }),
};
