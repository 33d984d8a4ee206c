import { type Card, learningRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown } from "../internal/guard.ts";
import { transformGradient } from "../transform-gradient.ts";
import type { Floats, Method, State } from "../types.ts";
import { norm } from "../vec.ts";
import { gradientDescent } from "./gradient-descent.ts";

/**
 * The highest point nearby, as far as the slope at x can tell: the distance ρ uphill.
 *
 *     at ← x + ρ g/‖g‖
 *
 * Where g is 0 or its length is not finite, no direction is uphill and `at` becomes x.
 */
export function samAscentKernel(at: Floats, x: Floats, g: Floats, rho: number): void {
  const length = norm(g);
  const known = length > 0 && length < Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    at[i] = known ? x[i]! + rho * (g[i]! / length) : x[i]!;
  }
}

export interface SamOptions {
  /** Radius ρ in [0, ∞): how far around x the worst point is looked for. Default 0.05. */
  readonly rho?: number;
}

/**
 * Sharpness-aware minimization: steps from x with the gradient of the worst point near x, and so
 * goes downhill on max f over a ball, which is high where a minimum is sharp.
 *
 *     x̃ = x_{k−1} + ρ g/‖g‖,  g = ∇f(x_{k−1})      the method then takes ∇f(x̃) for the gradient at x_{k−1}
 *
 * A step costs two gradients. Around gradient descent on ½λx² the gradient is λ(x + ρ sign x): at
 * the minimum it jumps and does not fade, so that a fixed rate α < 2/λ ends in the cycle
 * ±αλρ/(2 − αλ). With ρ = 0 the method is as it was.
 *
 * A well narrower than ρ cannot hold it; on one axis it can come to rest at the distance ρ beside it.
 *
 * The ascent is on f alone: weight decay of the method has no part in it, and for a method that
 * maximizes it would go the wrong way: turn the sign of f instead. A method that looks ahead, as
 * Nesterov's, gets the gradient of the worst point near where it looks.
 *
 * A line search is refused, at its first step: the gradients are not those of f.
 *
 * @param method any method of order 1.
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range or a method of another order.
 * Source: Foret, Kleiner, Mobahi & Neyshabur 2021 (who divide by ‖g‖ + 1e-12).
 */
export function sam<S extends State>(method: Method<S>, options: SamOptions = {}): Method<S> {
  requireKnown("sam", options, ["rho"]);
  const rho = requireIn("sam", "rho", options.rho ?? 0.05, nonNegative);
  return transformGradient(method, {
    name: "sam",
    gradientInto(slope, x, out) {
      slope(x, out);
      const at = new Float64Array(x.length);
      samAscentKernel(at, x, out, rho);
      slope(at, out);
    },
  });
}

/** The catalogue card of sharpness-aware minimization, around gradient descent. */
export const samCard: Card = {
  id: "sam",
  title: "Sharpness-aware minimization",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "rho",
      symbol: "\\rho",
      label: "radius",
      default: 0.05,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "Foret, Kleiner, Mobahi & Neyshabur 2021",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05, rho = 0.05 } = {}) =>
    sam(gradientDescent({ learningRate }), { rho }),
};
