/**
 * Armijo's condition: a step α has to lower f by at least the share c₁ of what the slope at its
 * beginning promises,
 *
 *     φ(α) ≤ φ(0) + c₁ α φ′(0)
 *
 * @param f φ(α). One that is not finite never passes.
 * @param f0 φ(0). @param slope0 φ′(0), below 0.
 * @param c1 c₁ in (0, 1).
 * @param allowance how much higher φ(α) may be all the same; default 0. See `roundingOf`.
 * Source: Armijo 1966.
 */
export function armijo(
  f: number,
  alpha: number,
  f0: number,
  slope0: number,
  c1: number,
  allowance = 0,
): boolean {
  return Number.isFinite(f) && f <= f0 + c1 * alpha * slope0 + allowance;
}

/**
 * The strong curvature condition: at the end of the step the slope has become flat,
 *
 *     |φ′(α)| ≤ c₂ |φ′(0)|
 *
 * which keeps steps from being too short, and makes yᵀδ > 0 for quasi-Newton methods.
 *
 * @param slope φ′(α). @param slope0 φ′(0).
 * @param c2 c₂ in [c₁, 1).
 * Source: Wolfe 1969, in the strong form of Nocedal & Wright 2006, equation 3.7.
 */
export function strongCurvature(slope: number, slope0: number, c2: number): boolean {
  return Math.abs(slope) <= c2 * Math.abs(slope0);
}

/**
 * Values of f that differ by no more than this, 10⁻¹³ |f|, count as equal: it is what a sum of some
 * hundred terms loses by rounding.
 *
 * Near a minimum the decrease that a slope promises falls below it, long before the slopes
 * themselves lose their meaning. A search that then insists on a lower f waits for a chance in the
 * last digits; one that has this allowance can go on by slopes.
 *
 * Source: the approximate Wolfe conditions of Hager & Zhang 2005, with an allowance of the size of
 *   rounding.
 */
export function roundingOf(f: number): number {
  return RELATIVE_ROUNDING * Math.abs(f);
}

const RELATIVE_ROUNDING = 1e-13;
