import type { Point } from "./scale.ts";

/** One step of momentum taken apart: `step` is the sum of `carried` and `pull`. */
export interface StepParts {
  readonly from: Point;
  /** −ηβv: what the old velocity contributes. */
  readonly carried: Point;
  /** −ηg: what the new gradient contributes. */
  readonly pull: Point;
  readonly step: Point;
}

/**
 * Splits the step from one iterate to the next into old velocity and new gradient.
 *
 * θ_t − θ_{t−1} = −ηβv_{t−1} − ηg_t; the gradient is known, so the carried part is the rest.
 *
 * @param gradient ∇f(from)
 */
export function stepParts(from: Point, to: Point, gradient: Point, eta: number): StepParts {
  const step = { x: to.x - from.x, y: to.y - from.y };
  const pull = { x: -eta * gradient.x, y: -eta * gradient.y };
  return { from, pull, step, carried: { x: step.x - pull.x, y: step.y - pull.y } };
}
