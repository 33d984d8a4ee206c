import { dot, norm } from "../vec.ts";
import { type ModelStep, modelStep, type QuadraticModel } from "./quadratic-model.ts";

/**
 * Cauchy's step: the best multiple of −g within the radius.
 *
 *     p = −τ g / ‖g‖,    τ = ‖g‖³ / gᵀHg, or Δ if that is farther or gᵀHg ≤ 0
 *
 * For convergence it is enough that every step promises a fixed share of what this one does.
 *
 * Source: Nocedal & Wright 2006, section 4.1.
 */
export function cauchyStep({ g, hv }: QuadraticModel, radius: number): ModelStep {
  const slope = norm(g);
  if (slope === 0) return { p: new Float64Array(g.length), decrease: 0, onBoundary: false };
  const downhill = g.map((entry) => -entry / slope);
  const bend = hv(downhill);
  const curvature = dot(downhill, bend);
  const held = curvature * radius <= slope;
  const tau = held ? radius : slope / curvature;
  const scaled = (v: Float64Array) => v.map((entry) => tau * entry);
  return modelStep(g, scaled(downhill), scaled(bend), held);
}
