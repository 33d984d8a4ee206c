/**
 * Armijo's condition: a step α has to lower f by at least the share c₁ of what the slope at its
 * beginning promises,
 *
 *     φ(α) ≤ φ(0) + c₁ α φ′(0) + 10⁻¹⁴ |φ(0)|
 *
 * The last term is the rounding of f. Near a minimum the promised decrease falls below it, and the
 * comparison would be decided by the last digits of f; the slopes can still be told apart there.
 *
 * @param f φ(α). One that is not finite never passes.
 * @param c1 c₁ in (0, 1).
 * Source: Armijo 1966; the allowance is that of Hager & Zhang 2005, at the size of rounding.
 */
export function armijo(f: number, alpha: number, f0: number, slope0: number, c1: number): boolean {
  return f <= f0 + c1 * alpha * slope0 + roundingOf(f0);
}

/**
 * The strong curvature condition: at the end of the step the slope has become flat,
 *
 *     |φ′(α)| ≤ c₂ |φ′(0)|
 *
 * which keeps steps from being too short, and makes yᵀδ > 0 for quasi-Newton methods.
 *
 * @param slope φ′(α).
 * @param c2 c₂ in [c₁, 1).
 * Source: Wolfe 1969, in the strong form of Nocedal & Wright 2006, equation 3.7.
 */
export function strongCurvature(slope: number, slope0: number, c2: number): boolean {
  return Math.abs(slope) <= c2 * Math.abs(slope0);
}

/** Two values of f that differ by no more than this count as equal. */
export function roundingOf(f: number): number {
  return RELATIVE_ROUNDING * Math.abs(f);
}

/** About 45 units in the last place: what sums of some hundred terms lose. */
const RELATIVE_ROUNDING = 1e-13;
