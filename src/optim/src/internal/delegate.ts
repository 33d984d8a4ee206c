import type { Objective } from "../types.ts";
import { askGradient, askGradientInto, askHessian, askHessianVector, askValue } from "./ask.ts";

/**
 * An objective as a plain object, to build others on by spreading. Calls go to the objective
 * itself: spreading that would lose the methods of a class.
 */
export function delegate(objective: Objective): Objective {
  return {
    dim: objective.dim,
    value: (x) => askValue(objective, x),
    gradient: (x) => askGradient(objective, x),
    gradientInto: (x, out) => askGradientInto(objective, x, out),
    ...(objective.hessian && { hessian: (x) => askHessian(objective, x) }),
    ...(objective.hessianVector && { hessianVector: (x, v) => askHessianVector(objective, x, v) }),
  };
}
