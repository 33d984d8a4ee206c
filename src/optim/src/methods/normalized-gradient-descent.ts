import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, firstOrder, type Rule } from "../first-order.ts";
import { requireKnown } from "../internal/guard.ts";
import type { Floats, Method } from "../types.ts";
import { norm } from "../vec.ts";

/**
 * Normalized gradient descent, one step in place; where g is 0, x stays:
 *
 *     x ← x − α g/‖g‖
 */
export function normalizedGradientDescentKernel(x: Floats, g: Floats, alpha: number): void {
  const length = norm(g);
  if (length === 0) return;
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - alpha * (g[i]! / length);
  }
}

/**
 * Normalized gradient descent: every step is as long as the last, however steep the slope.
 *
 *     x_k = x_{k−1} − α_k g_k/‖g_k‖
 *
 * It crosses plateaus and leaves saddle points as fast as it walks down cliffs, and it cannot
 * diverge in one step; but it cannot come to rest either. At a constant α it ends up going back
 * and forth across the minimum: let α fall. It is gradient descent with the rate α/‖g‖, the
 * steepest step of a given Euclidean length. A point with a zero gradient is never left.
 * Weight decay is added to g before it is normalized.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Sources: Nesterov 1984; Hazan, Levy & Shalev-Shwartz 2015.
 */
export function normalizedGradientDescent(options: FirstOrderOptions): Method {
  requireKnown("normalizedGradientDescent", options, ["learningRate", "weightDecay", "maximize"]);
  return firstOrder(rule, options);
}

const rule: Rule<Record<never, never>> = {
  name: "normalizedGradientDescent",
  memory: () => ({}),
  update: (x, g, _memory, alpha) => normalizedGradientDescentKernel(x, g, alpha),
};

/** The catalogue card of normalized gradient descent. */
export const normalizedGradientDescentCard: Card = {
  id: "normalized-gradient-descent",
  title: "Normalized gradient descent",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Nesterov 1984; Hazan, Levy & Shalev-Shwartz 2015",
  promises: { rotationInvariant: true, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05 } = {}) => normalizedGradientDescent({ learningRate }),
};
