import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { type Interval, requireIn, requireKnown } from "../internal/guard.ts";
import { beta1Parameter, beta2Parameter, momentsOf } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { type AdamMoments, adamKernel } from "./adam.ts";

/**
 * The step that RAdam takes while s cannot be trusted yet, in place: bias-corrected momentum,
 * with s kept up to date for later.
 *
 *     m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵏ)
 *     s ← β₂ s + (1 − β₂) g²
 *     x ← x − α m̂
 */
export function radamEarlyKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  s: Floats,
  alpha: number,
  beta1: number,
  beta2: number,
  k: number,
): void {
  const step = alpha / (1 - beta1 ** k);
  const weight1 = 1 - beta1;
  const weight2 = 1 - beta2;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const mi = beta1 * m[i]! + weight1 * gi;
    m[i] = mi;
    s[i] = beta2 * s[i]! + weight2 * gi * gi;
    x[i] = x[i]! - step * mi;
  }
}

/**
 * How many gradients s effectively averages after k steps, and in the long run (k = ∞):
 *
 *     ρ∞ = 2/(1 − β₂) − 1,    ρ_k = ρ∞ − 2k β₂ᵏ/(1 − β₂ᵏ)
 *
 * It is the length of a plain moving average with the same centre of mass.
 */
export function radamLength(k: number, beta2: number): number {
  const longRun = 2 / (1 - beta2) - 1;
  if (k === Number.POSITIVE_INFINITY) return longRun;
  const faded = beta2 ** k;
  return longRun - (2 * k * faded) / (1 - faded);
}

/**
 * The rectification of step k, by which the rate shrinks while few gradients are averaged:
 *
 *     r_k = √( (ρ_k − 4)(ρ_k − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ_k) )
 *
 * In (0, 1), and growing towards 1.
 * @returns undefined where ρ_k ≤ threshold: there the variance of 1/√s is not to be had.
 */
export function radamRectification(
  k: number,
  beta2: number,
  threshold: number,
): number | undefined {
  const longRun = radamLength(Number.POSITIVE_INFINITY, beta2);
  const now = radamLength(k, beta2);
  if (!(now > threshold)) return undefined;
  return Math.sqrt(((now - 4) * (now - 2) * longRun) / ((longRun - 4) * (longRun - 2) * now));
}

/** What RAdam remembers: Adam's averages m and s, 0 at first. */
export type RadamMemory = { m: Vec; s: Vec };
export type RadamState = FirstOrderState<RadamMemory>;

export interface RadamOptions extends Partial<FirstOrderOptions>, AdamMoments {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.001. */
  readonly learningRate?: number | Schedule;
  /** Adapts once ρ_k is above this, in [4, ∞). Default 5, as in PyTorch; the paper has 4. */
  readonly threshold?: number;
  /**
   * Added to √s before its bias correction, in [0, ∞). Default 1e-8, as in PyTorch; the paper
   * has 0.
   */
  readonly epsilon?: number;
}

/**
 * RAdam, rectified Adam: an Adam that waits until it has seen enough gradients to know their size.
 *
 *     ρ_k > threshold:   x_k = x_{k−1} − α_k r_k √(1 − β₂ᵏ) m̂_k / (√s_k + ε)
 *     otherwise:         x_k = x_{k−1} − α_k m̂_k
 *
 * m̂ and s are Adam's; for r and ρ see `radamRectification` and `radamLength`. With β₂ = 0.999 the
 * first five steps are momentum's; then r_k grows from 0.026 through 0.5 (step 556) to 1, a warm-up
 * of its own. The first steps scale with the gradient and the others do not, so that one
 * learning rate has to suit both. ρ_k stays below ρ∞: with β₂ ≤ 0.6 it remains momentum for ever,
 * with threshold 5 already with β₂ ≤ 2/3.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Liu et al. 2020, algorithm 2; torch.optim.RAdam.
 */
export function radam(options: RadamOptions = {}): Method<RadamState> {
  requireKnown("radam", options, OPTIONS);
  const { beta1, beta2, epsilon } = momentsOf("radam", options);
  const threshold = requireIn("radam", "threshold", options.threshold ?? 5, fourOrMore);
  return firstOrder<RadamMemory>(
    {
      name: "radam",
      memory: (x0) => ({ m: new Float64Array(x0.length), s: new Float64Array(x0.length) }),
      fragile: epsilon === 0,
      update(x, g, { m, s }, alpha, k) {
        const r = radamRectification(k, beta2, threshold);
        if (r === undefined) {
          radamEarlyKernel(x, g, m, s, alpha, beta1, beta2, k);
        } else {
          const guard = epsilon / Math.sqrt(1 - beta2 ** k);
          adamKernel(x, g, m, s, alpha * r, beta1, beta2, guard, k);
        }
      },
    },
    { ...options, learningRate: options.learningRate ?? 0.001 },
  );
}

/** Below 4 the factor ρ − 4 would be negative, and r no number. */
const fourOrMore: Interval = {
  text: "[4, ∞)",
  holds: (value) => value >= 4 && value < Number.POSITIVE_INFINITY,
};

const OPTIONS = [
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "threshold",
  "weightDecay",
  "maximize",
];

/** The catalogue card of RAdam. */
export const radamCard: Card = {
  id: "radam",
  title: "RAdam",
  family: "adaptive",
  parameters: [{ ...learningRateParameter, default: 0.05 }, beta1Parameter, beta2Parameter],
  source: "Liu, Jiang, He, Chen, Liu, Gao & Han 2020",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta1 = 0.9, beta2 = 0.999 } = {}) =>
    radam({ learningRate, beta1, beta2 }),
};
