import type { Objective } from "../types.ts";
import { askGradient, askHessian, askHessianVector, askValue, gradientWriter } from "./ask.ts";

/** One objective for a whole run, whose every answer is checked before a method sees it. */
export interface CheckedObjective {
  readonly seen: Objective;
  /** What the answers come from, from now on: the sample of the next iteration. */
  turnTo(objective: Objective): void;
}

export function checkedObjective(first: Objective): CheckedObjective {
  let asked = first;
  const write = gradientWriter();
  return {
    seen: {
      dim: first.dim,
      value: (x) => askValue(asked, x),
      gradient: (x) => askGradient(asked, x),
      gradientInto: (x, out) => write(asked, x, out),
      hessian: (x) => askHessian(asked, x),
      ...(first.hessianVector && { hessianVector: (x, v) => askHessianVector(asked, x, v) }),
    },
    turnTo(objective) {
      asked = objective;
    },
  };
}
