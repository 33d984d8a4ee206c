import type { Matrix, Vec } from "../types.ts";
import { axpy, dot, norm } from "../vec.ts";

/** The quadratic that stands in for f near x: f(x + p) ≈ f(x) + gᵀp + ½ pᵀHp. */
export interface QuadraticModel {
  /** ∇f(x). */
  readonly g: Vec;
  /** H = ∇²f(x), computed when asked for. */
  h(): Matrix;
  /** H v, computed when asked for. */
  hv(v: Vec): Vec;
}

/** A step within the trust region. */
export interface ModelStep {
  readonly p: Vec;
  /** How far the model falls, −(gᵀp + ½ pᵀHp): what the step promises. */
  readonly decrease: number;
  /** Whether the radius held the step back. */
  readonly onBoundary: boolean;
}

/** Minimizes the model, well or roughly, over all p with ‖p‖ ≤ Δ. */
export type SubproblemSolver = (model: QuadraticModel, radius: number) => ModelStep;

/** The step p with what it promises, given H p. */
export function modelStep(g: Vec, p: Vec, hp: Vec, onBoundary: boolean): ModelStep {
  return { p, decrease: -dot(p, axpy(0.5, hp, g)), onBoundary };
}

/**
 * How far from p along d the boundary is: the τ ≥ 0 with ‖p + τd‖ = Δ.
 * For ‖p‖ ≤ Δ and d ≠ 0.
 */
export function distanceToBoundary(p: Vec, d: Vec, radius: number): number {
  // The larger root of aτ² + 2bτ = c, written so that nothing cancels.
  const a = dot(d, d);
  const b = dot(p, d);
  const length = norm(p);
  const c = Math.max(0, (radius - length) * (radius + length));
  const root = Math.sqrt(b * b + a * c);
  return b > 0 ? c / (b + root) : (root - b) / a;
}
