import { type Card, learningRateParameter } from "../card.ts";
import { positive, requireIn, requireKnown } from "../internal/guard.ts";
import { transformGradient } from "../transform-gradient.ts";
import type { Floats, Method, State } from "../types.ts";
import { norm } from "../vec.ts";
import { gradientDescent } from "./gradient-descent.ts";

/**
 * Shortens a gradient to a length, in place, and keeps its direction:
 *
 *     g ← g min(1, c/‖g‖)
 *
 * Where ‖g‖ is not finite, g stays as it is: a run that has blown up is to be seen.
 */
export function clipToNormKernel(g: Floats, c: number): void {
  const length = norm(g);
  if (!(length > c && length < Number.POSITIVE_INFINITY)) return;
  for (let i = 0; i < g.length; i++) {
    g[i] = (g[i]! / length) * c;
  }
}

/**
 * Cuts every coordinate of a gradient to [−c, c], in place, which turns its direction:
 *
 *     gᵢ ← max(−c, min(c, gᵢ))
 *
 * Infinite coordinates stay as they are: a run that has blown up is to be seen.
 */
export function clipToValueKernel(g: Floats, c: number): void {
  for (let i = 0; i < g.length; i++) {
    const slope = g[i]!;
    if (Math.abs(slope) > c && Math.abs(slope) < Number.POSITIVE_INFINITY)
      g[i] = Math.sign(slope) * c;
  }
}

/** Either of the two thresholds c, in (0, ∞). */
export type ClipOptions =
  | {
      /** The greatest length ‖g‖ that is let through, in (0, ∞): this or `value`. */
      readonly norm: number;
    }
  | {
      /** The greatest size |gᵢ| of a coordinate that is let through, in (0, ∞): this or the length. */
      readonly value: number;
    };

/**
 * Gradient clipping: a method that sees no gradient longer than a threshold, so that one step
 * over a cliff cannot throw it far away.
 *
 *     clipGradient(momentum({ learningRate: 0.1 }), { norm: 1 })      // g min(1, c/‖g‖)
 *     clipGradient(momentum({ learningRate: 0.1 }), { value: 0.5 })   // each gᵢ cut to [−c, c]
 *
 * By length the direction stays; by value it turns towards the diagonal. Only gradients are
 * changed, before the method adds its weight decay or turns them to climb. Around gradient
 * descent with a fixed α no step is longer than αc; momentum can still add up to αc/(1 − β).
 * Methods that divide by the size of past gradients (AdaGrad, RMSprop, Adam) are changed less:
 * clipping evens out the sizes that they compare.
 *
 * A line search is refused, at its first step: it would compare clipped slopes with an f that
 * is not clipped. It limits steps over cliffs by itself.
 *
 * @param method any method of order 1.
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range, for both options or neither, and for a method of
 *   another order.
 * Sources: Mikolov 2012 (by value); Pascanu, Mikolov & Bengio 2013 (by length);
 *   torch.nn.utils.clip_grad_norm_ (which divides by ‖g‖ + 1e-6) and clip_grad_value_.
 */
export function clipGradient<S extends State>(method: Method<S>, options: ClipOptions): Method<S> {
  requireKnown("clipGradient", options, ["norm", "value"]);
  const { norm: length, value } = options as { norm?: number; value?: number };
  if ((length === undefined) === (value === undefined))
    throw new RangeError(
      `clipGradient: options must have either norm or value, got ${length === undefined ? "neither" : "both"}`,
    );
  const kernel = value === undefined ? clipToNormKernel : clipToValueKernel;
  const c =
    value === undefined
      ? requireIn("clipGradient", "norm", length, positive)
      : requireIn("clipGradient", "value", value, positive);
  return transformGradient(method, {
    name: "clipGradient",
    gradientInto(slope, x, out) {
      slope(x, out);
      kernel(out, c);
    },
  });
}

/** The catalogue card of clipping by length, around gradient descent. */
export const gradientClippingCard: Card = {
  id: "gradient-clipping",
  title: "Gradient clipping",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "norm",
      symbol: "c",
      label: "longest gradient",
      default: 1,
      min: 0.1,
      max: 100,
      scale: "log",
    },
  ],
  source: "Pascanu, Mikolov & Bengio 2013",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: false, monotone: true },
  make: ({ learningRate = 0.05, norm: longest = 1 } = {}) =>
    clipGradient(gradientDescent({ learningRate }), { norm: longest }),
};
