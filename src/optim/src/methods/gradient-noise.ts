import { type Card, learningRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { gauss, mulberry32, mulberry32Skip } from "../random.ts";
import { transformGradient } from "../transform-gradient.ts";
import type { Method, State } from "../types.ts";
import { gradientDescent } from "./gradient-descent.ts";

export interface GradientNoiseOptions {
  /** Variance η in [0, ∞) that the noise would have at k = 0. Default 0.01. */
  readonly eta?: number;
  /** How fast it fades: the power γ in [0, ∞). Default 0.55. */
  readonly gamma?: number;
  /** Where the random numbers start: a whole number, 0 or more. */
  readonly seed: number;
}

/**
 * Gradient noise that fades: a method whose gradients are shaken at first and ever less later,
 * to leave saddle points and shallow minima.
 *
 *     g ← g + σ_k ξ_k,    σ_k² = η/(1 + k)^γ,    ξ_k standard normal
 *
 * In step k the noise is the same wherever the method looks, and f(x) gets the matching
 * σ_k ξ_kᵀx, so that a line search sees one function; the Hessian has no noise. There is no
 * random state: the noise of step k follows from the seed and k. It is the stream of
 * `noisy(objective, { sigma: 1, seed })` times σ_k, so give two sources of noise two seeds.
 *
 * @param method any method of order 1 or 2.
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range or a method of order 0.
 * Source: Neelakantan et al. 2015 (γ = 0.55 and η one of 0.01, 0.3, 1).
 */
export function gradientNoise<S extends State>(
  method: Method<S>,
  options: GradientNoiseOptions,
): Method<S> {
  requireKnown("gradientNoise", options, ["eta", "gamma", "seed"]);
  const eta = requireIn("gradientNoise", "eta", options.eta ?? 0.01, nonNegative);
  const gamma = requireIn("gradientNoise", "gamma", options.gamma ?? 0.55, nonNegative);
  const seed = requireWhole("gradientNoise", "seed", options.seed);
  const sigmaAt = (k: number) => Math.sqrt(eta / (1 + k) ** gamma);
  // gauss takes two uniform numbers for each of the n normal ones of a step.
  const normalsOf = (k: number, n: number) =>
    gauss(mulberry32(mulberry32Skip(seed, 2 * n * (k - 1))));
  return transformGradient(method, {
    name: "gradientNoise",
    gradientInto(slope, x, out, k) {
      slope(x, out);
      const sigma = sigmaAt(k);
      const normal = normalsOf(k, x.length);
      for (let i = 0; i < out.length; i++) out[i] = out[i]! + sigma * normal();
    },
    added(x, k) {
      const normal = normalsOf(k, x.length);
      let sum = 0;
      for (let i = 0; i < x.length; i++) sum += normal() * x[i]!;
      return sigmaAt(k) * sum;
    },
  });
}

/** The catalogue card of fading noise, around gradient descent. */
export const gradientNoiseCard: Card = {
  id: "gradient-noise",
  title: "Gradient noise",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "eta",
      symbol: "c",
      label: "variance of the noise",
      default: 1,
      min: 0,
      max: 10,
      scale: "linear",
    },
    {
      name: "gamma",
      symbol: "\\gamma",
      label: "fading",
      default: 0.55,
      min: 0,
      max: 2,
      scale: "linear",
    },
  ],
  source: "Neelakantan et al. 2015",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05, eta = 1, gamma = 0.55 } = {}) =>
    gradientNoise(gradientDescent({ learningRate }), { eta, gamma, seed: 1 }),
};
