import { normalCdf, normalDensity } from "./normal-distribution.ts";

/**
 * Expected improvement: by how much a value that is normal with mean μ and standard deviation σ
 * will, on average, fall below the best so far, counting 0 where it does not.
 *
 *     EI = E[max(best − y, 0)] = (best − μ) Φ(z) + σ φ(z),   z = (best − μ)/σ
 *
 * The first term rewards a good guess, the second one that may be far off. With σ = 0 it is
 * max(best − μ, 0).
 *
 * @param mean μ of the prediction.
 * @param sigma σ ≥ 0.
 * @param best the lowest value seen.
 * @returns 0 or more; NaN if an argument is.
 * Source: Močkus 1974; Jones, Schonlau & Welch 1998.
 */
export function expectedImprovement(mean: number, sigma: number, best: number): number {
  const gain = best - mean;
  if (sigma === 0) return Math.max(gain, 0);
  const z = gain / sigma;
  // For very negative z the two terms all but cancel, and rounding may leave less than 0.
  return Math.max(gain * normalCdf(z) + sigma * normalDensity(z), 0);
}
