import { differenceNoise } from "./internal/difference-step.ts";
import { numericGradient } from "./numeric-gradient.ts";
import type { Objective, Vec } from "./types.ts";
import { allFinite, norm } from "./vec.ts";

/** How well a gradient agrees with central differences. */
export interface GradientCheck {
  readonly ok: boolean;
  /**
   * The largest difference in a coordinate, relative to max(1, ‖numeric gradient‖); 0 where the
   * rounding of f alone explains it.
   */
  readonly error: number;
  /** The coordinate with the largest difference, from 0. */
  readonly coordinate: number;
  readonly given: Vec;
  readonly numeric: Vec;
}

/**
 * Compares an objective's gradient at x with central differences of its value.
 *
 * @param tolerance largest error that is still fine. Default 1e-6: differences are right to
 *   about 1e-10, and a wrong formula is off by far more.
 */
export function checkGradient(
  objective: Objective,
  x: readonly number[] | Vec,
  tolerance = 1e-6,
): GradientCheck {
  const at = Float64Array.from(x);
  const given = objective.gradient(Float64Array.from(at));
  const numeric = numericGradient((point) => objective.value(point), at);
  const f = objective.value(Float64Array.from(at));
  const scale = Math.max(1, allFinite(numeric) ? norm(numeric) : 1);
  let [error, coordinate] = [0, 0];
  for (let i = 0; i < numeric.length; i++) {
    const difference = Math.abs(given[i]! - numeric[i]!);
    const here = difference <= differenceNoise(f, at[i]!) ? 0 : difference / scale;
    if (here > error || Number.isNaN(here)) [error, coordinate] = [here, i];
    if (Number.isNaN(error)) break; // nothing is worse
  }
  return {
    ok: error <= tolerance && given.length === numeric.length,
    error,
    coordinate,
    given,
    numeric,
  };
}
