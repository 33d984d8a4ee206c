import type { Vec } from "../types.ts";
import {
  fitGaussianProcess,
  type GaussianProcess,
  type GaussianProcessOptions,
} from "./gaussian-process.ts";

/**
 * The Gaussian process under which the values are most likely, among a small grid of length
 * scales, 0.05 × 1, 2, 4, … 32: first one for all coordinates, then each coordinate by itself, twice round. A
 * coordinate that does not matter ends with a long scale. Large scales are paid for by a bad fit,
 * small ones by the determinant: the marginal likelihood needs no held-out data.
 *
 * @param points in the unit cube.
 * @param values the function's value at each, finite.
 * @param options all but the length scale, as for `fitGaussianProcess`.
 * @throws TypeError and RangeError as `fitGaussianProcess`.
 * Source: Rasmussen & Williams 2006, section 5.4.
 */
export function mostLikelyGaussianProcess(
  points: readonly (Vec | readonly number[])[],
  values: readonly number[],
  options: Omit<GaussianProcessOptions, "lengthScale"> = {},
): GaussianProcess {
  const fit = (lengthScale: number | readonly number[]) =>
    fitGaussianProcess(points, values, { ...options, lengthScale });
  let best = LENGTH_SCALES.map(fit).reduce(moreLikely);
  const dim = best.lengthScales.length;
  if (dim === 1) return best;
  for (let i = 0; i < 2 * dim; i++) {
    const scales = best.lengthScales;
    for (const scale of LENGTH_SCALES)
      best = moreLikely(best, fit([...scales].with(i % dim, scale)));
  }
  return best;
}

/** From a twentieth of the unit cube's side to where a coordinate hardly matters any more. */
const LENGTH_SCALES = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

function moreLikely(a: GaussianProcess, b: GaussianProcess): GaussianProcess {
  return b.logMarginalLikelihood > a.logMarginalLikelihood ? b : a;
}
