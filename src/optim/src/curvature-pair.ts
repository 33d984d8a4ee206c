import type { Vec } from "./types.ts";
import { dot } from "./vec.ts";

/**
 * What one step has told about curvature: along δ the gradient changed by y, so that the
 * Hessian, averaged over the step, maps δ to y.
 */
export interface CurvaturePair {
  /** δ = x_k − x_{k−1}. */
  readonly delta: Vec;
  /** y = ∇f(x_k) − ∇f(x_{k−1}). */
  readonly y: Vec;
  /** ϱ = 1/(yᵀδ). */
  rho: number;
}

/**
 * Writes the step δ and the change of gradient y, and returns ϱ = 1/(yᵀδ).
 *
 * Returns 0 for a pair that tells of no positive curvature, which quasi-Newton methods skip: with
 * yᵀδ ≤ 10⁻¹⁶ ‖y‖ ‖δ‖ no positive definite matrix maps δ to y, or only one that is singular but for
 * rounding. After a step that meets the curvature condition this does not happen.
 */
export function curvaturePairKernel(
  delta: Vec,
  y: Vec,
  x: Vec,
  xBefore: Vec,
  g: Vec,
  gBefore: Vec,
): number {
  for (let i = 0; i < x.length; i++) {
    delta[i] = x[i]! - xBefore[i]!;
    y[i] = g[i]! - gBefore[i]!;
  }
  const product = dot(y, delta);
  const lengths = Math.sqrt(dot(y, y)) * Math.sqrt(dot(delta, delta));
  return product > LEAST_COSINE * lengths ? 1 / product : 0;
}

/** As a pair of its own, or nothing if it tells of no positive curvature. */
export function curvaturePair(
  x: Vec,
  xBefore: Vec,
  g: Vec,
  gBefore: Vec,
): CurvaturePair | undefined {
  const [delta, y] = [new Float64Array(x.length), new Float64Array(x.length)];
  const rho = curvaturePairKernel(delta, y, x, xBefore, g, gBefore);
  return rho > 0 ? { delta, y, rho } : undefined;
}

const LEAST_COSINE = 1e-16;
