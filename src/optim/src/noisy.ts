import { delegate } from "./internal/delegate.ts";
import { nonNegative, requireIn, show } from "./internal/guard.ts";
import { gauss, mulberry32, mulberry32Skip } from "./random.ts";
import type { Objective, StochasticObjective } from "./types.ts";
import { dot } from "./vec.ts";

/**
 * An objective whose gradient carries noise: iteration k sees g = ∇f(x) + σ ξ_k, with ξ_k
 * standard normal and the same wherever that iteration looks. To fit that gradient, its value
 * is f(x) + σ ξ_kᵀx.
 *
 * The noise is one stream of `gauss(mulberry32(seed))`, taken coordinate by coordinate,
 * iteration after iteration; iteration k can be asked for at any time and is always the same.
 * Outside of an iteration (`value`, `gradient`) there is no noise.
 *
 * @param options.sigma standard deviation σ in [0, ∞) of each coordinate.
 * @param options.seed a whole number.
 * @throws TypeError or RangeError for options outside their range, or for an objective that is
 *   stochastic already.
 */
export function noisy(
  objective: Objective,
  { sigma, seed }: { readonly sigma: number; readonly seed: number },
): StochasticObjective {
  requireIn("noisy", "sigma", sigma, nonNegative);
  if ("at" in objective)
    throw new TypeError(
      "noisy: objective must be free of noise, got one with noise of its own. Add the two variances and make one",
    );
  if (!Number.isInteger(seed))
    throw new RangeError(`noisy: seed must be a whole number, got ${show(seed)}`);
  const n = objective.dim;
  const exact = delegate(objective);
  return {
    ...exact,
    at(k) {
      // gauss takes two uniform numbers for each normal one.
      const normal = gauss(mulberry32(mulberry32Skip(seed, 2 * n * (k - 1))));
      const noise = Float64Array.from({ length: n }, () => sigma * normal());
      return {
        ...exact,
        value: (x) => exact.value(x) + dot(noise, x),
        gradient: (x) => exact.gradient(x).map((slope, i) => slope + noise[i]!),
        gradientInto(x, out) {
          exact.gradientInto!(x, out);
          for (let i = 0; i < n; i++) out[i] = out[i]! + noise[i]!;
        },
      };
    },
  };
}
