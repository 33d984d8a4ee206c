import type { Objective } from "../types.ts";
import { askGradient, askHessian, askHessianVector, askValue, gradientWriter } from "./ask.ts";

/**
 * For a whole run: every objective that it meets, with every answer checked before a method sees
 * it. The same objective gives the same object, another one another, as `InPlace` wants.
 */
export function objectiveChecker(): (asked: Objective) => Objective {
  const write = gradientWriter();
  let last: Objective | undefined;
  let seen: Objective;
  return (asked) => {
    if (asked !== last) {
      last = asked;
      seen = checkedObjective(asked, write);
    }
    return seen;
  };
}

function checkedObjective(asked: Objective, write: ReturnType<typeof gradientWriter>): Objective {
  return {
    dim: asked.dim,
    value: (x) => askValue(asked, x),
    gradient: (x) => askGradient(asked, x),
    gradientInto: (x, out) => write(asked, x, out),
    hessian: (x) => askHessian(asked, x),
    ...(asked.hessianVector && { hessianVector: (x, v) => askHessianVector(asked, x, v) }),
  };
}
