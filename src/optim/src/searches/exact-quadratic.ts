import { cannotStart, lineSearch } from "../line.ts";
import type { LineSearch } from "../types.ts";

/**
 * The exact step on a quadratic: to where the slope along d vanishes.
 *
 *     α = −dᵀ∇f(x) / dᵀ∇²f(x) d
 *
 * On any other function it is one step of Newton's method along the line, without a look at f.
 * Needs a Hessian or products with it; asks for no value of f.
 *
 * Source: Cauchy 1847; Nocedal & Wright 2006, equation 3.55.
 */
export const exactQuadratic: LineSearch = lineSearch("exactQuadratic", (line) => {
  const slope = line.slope(0);
  const curvature = line.curvature(0);
  const bad = cannotStart("exactQuadratic", 0, slope);
  if (bad !== undefined) return bad;
  if (curvature > 0 && curvature < Number.POSITIVE_INFINITY) return -slope / curvature;
  return `exactQuadratic: the curvature dᵀ∇²f d must be above 0, got ${curvature}; f has no minimum along d as far as its second derivative tells, use strongWolfe()`;
});
