import { positive, requireIn } from "../internal/guard.ts";
import { gauss } from "../random.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";

/** Changes hyper-parameters a little, by numbers from `rng`, and stays within the space. */
export type Perturbation<V extends HyperParameters> = (
  values: V,
  space: SearchSpace<V>,
  rng: () => number,
) => V;

/**
 * A normal step along each range of numbers, in the order of `space.names`, cut off at its ends:
 * u ← u + σ ξ with ξ standard normal. On a logarithmic range it multiplies. Choices stay.
 *
 * @param sigma σ in (0, ∞), as a share of the range's length. Default 0.1.
 * @throws TypeError if σ is no number, RangeError if it lies outside its range.
 */
export function normalPerturbation<V extends HyperParameters>(sigma = 0.1): Perturbation<V> {
  requireIn("normalPerturbation", "sigma", sigma, positive);
  return (values, space, rng) => {
    const normal = gauss(rng);
    const changed = space.names.map((name) => {
      const range = space.ranges[name];
      if (range.kind === "choice") return [name, values[name]];
      return [name, range.fromUnit(range.toUnit(values[name]!) + sigma * normal())];
    });
    return Object.fromEntries(changed) as V;
  };
}

/**
 * Multiplies each number by one of two factors, as a coin falls, in the order of `space.names`;
 * products are cut off at the ends of the range, and rounded in an integer range. Choices stay.
 *
 * @param down one factor, in (0, ∞). Default 0.8.
 * @param up the other, in (0, ∞). Default 1.2.
 * @throws TypeError if a factor is no number, RangeError if it lies outside its range.
 * Source: Jaderberg et al. 2017.
 */
export function factorPerturbation<V extends HyperParameters>(
  down = 0.8,
  up = 1.2,
): Perturbation<V> {
  requireIn("factorPerturbation", "down", down, positive);
  requireIn("factorPerturbation", "up", up, positive);
  return (values, space, rng) => {
    const changed = space.names.map((name) => {
      const range = space.ranges[name];
      if (range.kind === "choice") return [name, values[name]];
      const product = Number(values[name]) * (rng() < 0.5 ? down : up);
      const whole = range.kind === "integer" ? Math.round(product) : product;
      return [name, Math.min(range.max, Math.max(range.min, whole))];
    });
    return Object.fromEntries(changed) as V;
  };
}
