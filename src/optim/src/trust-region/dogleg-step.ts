import { modifiedCholesky } from "../modified-cholesky.ts";
import type { Vec } from "../types.ts";
import { axpy, dot, norm } from "../vec.ts";
import { cauchyStep } from "./cauchy-step.ts";
import {
  distanceToBoundary,
  type ModelStep,
  modelStep,
  type QuadraticModel,
} from "./quadratic-model.ts";

/**
 * The dogleg: along the steepest slope to the bottom of the model on that line, then straight
 * towards the bottom of the whole model, as far as the radius allows.
 *
 *     p_C = −(gᵀg / gᵀHg) g      the knee
 *     p_N = −H⁻¹ g               the end: Newton's step
 *
 * Along this path the length grows and the model falls, so that its last point within the radius
 * is the best one on it. That needs H positive definite. Where it is not, the path is that of
 * H + E (see `modifiedCholesky`), and Cauchy's step is taken if it promises more.
 *
 * Source: Powell 1970; Nocedal & Wright 2006, section 4.1.
 */
export function doglegStep(model: QuadraticModel, radius: number): ModelStep {
  const p = alongDogleg(model, radius);
  const onBoundary = norm(p) >= radius * (1 - 8 * Number.EPSILON);
  const step = modelStep(model.g, p, model.hv(p), onBoundary);
  const cauchy = cauchyStep(model, radius);
  return cauchy.decrease > step.decrease ? cauchy : step;
}

/** The last point of the path within the radius. */
function alongDogleg({ g, h, hv }: QuadraticModel, radius: number): Vec {
  const { added, solve } = modifiedCholesky(h());
  const newton = times(-1, solve(g));
  if (norm(newton) <= radius) return newton;
  const bend = hv(g).map((entry, i) => entry + added[i]! * g[i]!);
  const knee = times(-dot(g, g) / dot(g, bend), g);
  if (norm(knee) >= radius) return times(-radius / norm(g), g);
  const leg = axpy(-1, knee, newton);
  return axpy(distanceToBoundary(knee, leg, radius), leg, knee);
}

function times(factor: number, a: Vec): Vec {
  return a.map((entry) => factor * entry);
}
