import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  nonNegative,
  positive,
  requireBoolean,
  requireIn,
  requireKnown,
  unitHalfOpen,
} from "../internal/guard.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Yogi, one step in place:
 *
 *     m ← β₁ m + (1 − β₁) g
 *     v ← v − (1 − β₂) sign(v − g²) g²
 *     x ← x − α m/(√v + ε)
 *
 * With bias correction α is α/(1 − β₁^k) and √v is multiplied by `root` = 1/√(1 − β₂^k).
 */
export function yogiKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  v: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  root = 1,
): void {
  const share1 = 1 - beta1;
  const share2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const slope = g[i]!;
    const square = slope * slope;
    const mean = beta1 * m[i]! + share1 * slope;
    const second = v[i]! - share2 * Math.sign(v[i]! - square) * square;
    m[i] = mean;
    v[i] = second;
    x[i] = x[i]! - (alpha * mean) / (root * Math.sqrt(second) + epsilon);
  }
}

/** What Yogi remembers: the moments m, 0 at first, and v, `initialAccumulator` at first. */
export type YogiMemory = { m: Vec; v: Vec };
export type YogiState = FirstOrderState<YogiMemory>;

export interface YogiOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.01. */
  readonly learningRate?: number | Schedule;
  /** Retention β₁ in [0, 1) of the average gradient. Default 0.9. */
  readonly beta1?: number;
  /** 1 − β₂ is the largest share by which v may change; β₂ in [0, 1). Default 0.999. */
  readonly beta2?: number;
  /** ε in (0, ∞), outside the root. Default 0.001: larger than Adam's, as in the paper. */
  readonly epsilon?: number;
  /** v before the first step, in [0, ∞). Default 1e-6, as in TensorFlow and optax. */
  readonly initialAccumulator?: number;
  /**
   * Divides m by 1 − β₁^k and v by 1 − β₂^k. Default false. Near what optax does, whose m too begins
   * as `initialAccumulator`, and TensorFlow, whose ε is added before the division.
   */
  readonly biasCorrection?: boolean;
}

/**
 * Yogi: Adam whose second moment changes by addition, and so never forgets a large gradient at once.
 *
 *     m_k = β₁ m_{k−1} + (1 − β₁) g_k
 *     v_k = v_{k−1} − (1 − β₂) sign(v_{k−1} − g_k²) g_k²
 *     x_k = x_{k−1} − α_k m_k/(√v_k + ε)
 *
 * Adam's v_k = v_{k−1} − (1 − β₂)(v_{k−1} − g_k²) moves by a share of the difference: when
 * gradients become small it falls by the factor β₂ in every step, and the steps grow as fast. In
 * Yogi only the sign is of the difference, the size is g_k² itself: v falls slowly when gradients
 * are small, and rises as in Adam when they are large.
 *
 * Its default rate of 0.01 is ten times Adam's, with an ε of 0.001 to go with it.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Zaheer, Reddi, Sachan, Kale & Kumar 2018.
 */
export function yogi(options: YogiOptions = {}): Method<YogiState> {
  requireKnown("yogi", options, OPTIONS);
  const beta1 = requireIn("yogi", "beta1", options.beta1 ?? 0.9, unitHalfOpen);
  const beta2 = requireIn("yogi", "beta2", options.beta2 ?? 0.999, unitHalfOpen);
  const epsilon = requireIn("yogi", "epsilon", options.epsilon ?? 1e-3, positive);
  const start = options.initialAccumulator ?? 1e-6;
  requireIn("yogi", "initialAccumulator", start, nonNegative);
  const corrected = requireBoolean("yogi", "biasCorrection", options.biasCorrection ?? false);
  const rule: Rule<YogiMemory> = {
    name: "yogi",
    memory: (x0) => ({
      m: new Float64Array(x0.length),
      v: new Float64Array(x0.length).fill(start),
    }),
    update(x, g, { m, v }, alpha, k) {
      const rate = corrected ? alpha / (1 - beta1 ** k) : alpha;
      const root = corrected ? 1 / Math.sqrt(1 - beta2 ** k) : 1;
      yogiKernel(x, g, m, v, rate, beta1, beta2, epsilon, root);
    },
  };
  return firstOrder(rule, { ...options, learningRate: options.learningRate ?? 0.01 });
}

const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "initialAccumulator",
  "biasCorrection",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Yogi. */
export const yogiCard: Card = {
  id: "yogi",
  title: "Yogi",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "beta1",
      symbol: "\\beta_1",
      label: "first retention",
      default: 0.9,
      min: 0,
      max: 0.99,
      scale: "linear",
    },
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
  source: "Zaheer, Reddi, Sachan, Kale & Kumar 2018",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    yogi({ learningRate, beta1, beta2 }),
};
