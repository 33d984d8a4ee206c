import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, firstOrder, type Rule } from "../first-order.ts";
import { requireKnown } from "../internal/guard.ts";
import type { Direction, Floats, Method } from "../types.ts";

/**
 * Gradient descent, one step in place:
 *
 *     x ← x − α g
 */
export function gradientDescentKernel(x: Floats, g: Floats, alpha: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - alpha * g[i]!;
  }
}

/**
 * Gradient descent: walk downhill, at a speed proportional to the slope.
 *
 *     x_k = x_{k−1} − α g_k,    g_k = ∇f(x_{k−1})
 *
 * On a quadratic with largest curvature L it converges for 0 < α < 2/L; best is
 * α = 2/(L + μ), with rate (κ − 1)/(κ + 1). The same as `torch.optim.SGD` without momentum.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Cauchy 1847.
 */
export function gradientDescent(options: FirstOrderOptions): Method {
  requireKnown("gradientDescent", options, ["learningRate", "weightDecay", "maximize"]);
  return firstOrder(rule, options);
}

/** d = −g: gradient descent as a direction, for `descend` with any step length. */
export const steepestDescent: Direction<null> = {
  name: "steepestDescent",
  order: 1,
  init: () => null,
  next({ g }) {
    // The kernel's own arithmetic: from x = 0 with α = 1 it lands on −g.
    const d = new Float64Array(g.length);
    gradientDescentKernel(d, g, 1);
    return { d, memory: null };
  },
};

const rule: Rule<Record<never, never>> = {
  name: "gradientDescent",
  memory: () => ({}),
  update: (x, g, _memory, alpha) => gradientDescentKernel(x, g, alpha),
};

/** The catalogue card of gradient descent. */
export const gradientDescentCard: Card = {
  id: "gradient-descent",
  title: "Gradient descent",
  family: "gradient",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Cauchy 1847",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: true,
    stableBelow: () => 2,
  },
  make: ({ learningRate = 0.05 } = {}) => gradientDescent({ learningRate }),
};
