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
  show,
  unitHalfOpen,
} from "../internal/guard.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { norm } from "../vec.ts";

/**
 * LAMB for one layer, one step in place, k = 1, 2, …:
 *
 *     m ← β₁ m + (1 − β₁) g
 *     v ← β₂ v + (1 − β₂) g²
 *     u = m̂/(√v̂ + ε) + ω x,    m̂ = m/(1 − β₁^k),  v̂ = v/(1 − β₂^k)
 *     x ← x − α (‖x‖/‖u‖) u
 *
 * Where x or u is 0, the ratio is 1.
 */
export function lambKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  v: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  omega: number,
  k: number,
): void {
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  const scale = 1 / (1 - beta1 ** k);
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  const u = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const slope = g[i]!;
    const mean = beta1 * m[i]! + share1 * slope;
    const second = beta2 * v[i]! + share2 * slope * slope;
    m[i] = mean;
    v[i] = second;
    u[i] = (scale * mean) / (root * Math.sqrt(second) + epsilon) + omega * x[i]!;
  }
  const [size, length] = [norm(x), norm(u)];
  const target = size > 0 ? size : length;
  if (length === 0) return;
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - alpha * target * (u[i]! / length);
  }
}

/** What LAMB remembers: the moments m and v, 0 before the first step. */
export type LambMemory = { m: Vec; v: Vec };
export type LambState = FirstOrderState<LambMemory>;

export interface LambOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /** How many entries of x each layer has, in order. Default: all are one layer. */
  readonly layers?: readonly number[];
  /** Retention β₁ in [0, 1) of the average gradient. Default 0.9. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of the squared gradients. Default 0.999. */
  readonly beta2?: number;
  /** ε in (0, ∞), outside the root. Default 1e-6. */
  readonly epsilon?: number;
  /** Decay ω in [0, ∞), a part of the direction that is rescaled. Default 0. */
  readonly weightDecay?: number;
}

/**
 * LAMB: Adam's direction, with a length chosen for each layer: a fixed share of the length of its weights.
 *
 *     u_k = m̂_k/(√v̂_k + ε) + ω x_{k−1}                   m̂, v̂ as in Adam
 *     x_k = x_{k−1} − α_k (‖x_{k−1}‖/‖u_k‖) u_k           layer by layer
 *
 * So ‖x_k − x_{k−1}‖ = α_k ‖x_{k−1}‖ in every layer, and no layer is thrown far by a large rate:
 * made for batches of tens of thousands. A layer of zeros takes u itself.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range; at the start of a run RangeError for layers that do not add up to x.
 * Source: You et al. 2020, with φ(z) = z; optax.lamb.
 */
export function lamb(options: LambOptions = {}): Method<LambState> {
  requireKnown("lamb", options, OPTIONS);
  const layersOf = layersFrom(options.layers);
  const beta1 = requireIn("lamb", "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn("lamb", "beta2", options.beta2 ?? 0.999, unitHalfOpen);
  const epsilon = requireIn("lamb", "epsilon", options.epsilon ?? 1e-6, positive);
  const omega = requireIn("lamb", "weightDecay", options.weightDecay ?? 0, nonNegative);
  const rule: Rule<LambMemory> = {
    name: "lamb",
    // A step is a share of ‖x‖.
    fragile: true,
    memory(x0) {
      layersOf(x0.length);
      return { m: new Float64Array(x0.length), v: new Float64Array(x0.length) };
    },
    update(x, g, { m, v }, alpha, k) {
      let from = 0;
      for (const size of layersOf(x.length)) {
        const layer = (array: Vec) => array.subarray(from, from + size);
        const [xs, gs, ms, vs] = [layer(x), layer(g), layer(m), layer(v)];
        lambKernel(xs, gs, ms, vs, alpha, beta1, beta2, epsilon, omega, k);
        from += size;
      }
    },
  };
  const learningRate = options.learningRate ?? 1e-3;
  return firstOrder(rule, { ...options, learningRate, weightDecay: 0 });
}

const OPTIONS = ["layers", "learningRate", "beta1", "beta2", "epsilon", "weightDecay", "maximize"];

function layersFrom(layers: unknown): (n: number) => readonly number[] {
  if (layers === undefined) return (n) => [n];
  if (!Array.isArray(layers))
    throw new TypeError(
      `lamb: layers must be a list of sizes such as [100, 10], got ${show(layers)}`,
    );
  const sizes = layers.map((size, i) => requireWhole("lamb", `layers[${i}]`, size, 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return (n) => {
    if (total === n) return sizes;
    throw new RangeError(`lamb: layers add up to ${total} entries, but x has ${n}`);
  };
}

/** The catalogue card of LAMB, on one layer. */
export const lambCard: Card = {
  id: "lamb",
  title: "LAMB",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
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
  source: "You et al. 2020",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    lamb({ learningRate, beta1, beta2 }),
};
