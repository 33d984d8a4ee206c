import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, type FirstOrderState, firstOrder } from "../first-order.ts";
import { nonNegative, requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import { rhoParameter } from "../internal/moments.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Adadelta, one step in place:
 *
 *     s ← ρ s + (1 − ρ) g²
 *     u = g √(q + ε) / √(s + ε)
 *     q ← ρ q + (1 − ρ) u²
 *     x ← x − α u
 *
 * Two roots rather than the root of one quotient, whose digits would be lost where s is huge.
 * x, g, s and q have the same length and are different arrays; x, s and q are overwritten.
 */
export function adadeltaKernel(
  x: Floats,
  g: Floats,
  s: Floats,
  q: Floats,
  alpha: number,
  rho: number,
  epsilon: number,
): void {
  const weight = 1 - rho;
  for (let i = 0; i < x.length; i++) {
    const gi = g[i]!;
    const si = rho * s[i]! + weight * gi * gi;
    const u = (Math.sqrt(q[i]! + epsilon) / Math.sqrt(si + epsilon)) * gi;
    s[i] = si;
    q[i] = rho * q[i]! + weight * u * u;
    x[i] = x[i]! - alpha * u;
  }
}

/** What Adadelta remembers: averages s of squared gradients and q of squared steps, 0 at first. */
export type AdadeltaMemory = { s: Vec; q: Vec };
export type AdadeltaState = FirstOrderState<AdadeltaMemory>;

export interface AdadeltaOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 1: the paper has none. */
  readonly learningRate?: number | Schedule;
  /** Retention ρ of both averages, in [0, 1). Default 0.9, as in PyTorch; the paper tries 0.95. */
  readonly rho?: number;
  /** Inside both roots, in [0, ∞). Default 1e-6. With 0 every step has length 0, and a zero gradient ends the run (0/0). */
  readonly epsilon?: number;
}

/**
 * Adadelta: RMSprop whose learning rate is the root mean square of its own past steps, so that
 * the step has the units of x.
 *
 *     s_k = ρ s_{k−1} + (1 − ρ) g_k²
 *     u_k = √(q_{k−1} + ε) / √(s_k + ε) · g_k
 *     q_k = ρ q_{k−1} + (1 − ρ) u_k²
 *     x_k = x_{k−1} − α_k u_k
 *
 * But for ε, neither multiplying f by a constant nor measuring x in another unit changes the path.
 * ε takes the part of the learning rate all the same: the first step has length
 * √ε/√(1 − ρ + ε/g²), and where g² is far below ε it becomes gradient descent with a rate that
 * tends to 1, unstable for curvatures above 2.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Zeiler 2012, algorithm 1; torch.optim.Adadelta.
 */
export function adadelta(options: AdadeltaOptions = {}): Method<AdadeltaState> {
  requireKnown("adadelta", options, OPTIONS);
  const rho = requireIn("adadelta", "rho", options.rho ?? 0.9, unitHalfOpen);
  const epsilon = requireIn("adadelta", "epsilon", options.epsilon ?? 1e-6, nonNegative);
  return firstOrder<AdadeltaMemory>(
    {
      name: "adadelta",
      memory: (x0) => ({ s: new Float64Array(x0.length), q: new Float64Array(x0.length) }),
      fragile: epsilon === 0,
      update: (x, g, { s, q }, alpha) => adadeltaKernel(x, g, s, q, alpha, rho, epsilon),
    },
    { ...options, learningRate: options.learningRate ?? 1 },
  );
}

const OPTIONS = ["learningRate", "rho", "epsilon", "weightDecay", "maximize"];

/** The catalogue card of Adadelta, with the paper's ρ. */
export const adadeltaCard: Card = {
  id: "adadelta",
  title: "Adadelta",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, default: 1, max: 10 },
    { ...rhoParameter, default: 0.95 },
    {
      name: "epsilon",
      symbol: "\\epsilon",
      label: "epsilon",
      default: 1e-6,
      min: 1e-8,
      max: 1e-2,
      scale: "log",
    },
  ],
  source: "Zeiler 2012",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 1, rho = 0.95, epsilon = 1e-6 } = {}) =>
    adadelta({ learningRate, rho, epsilon }),
};
