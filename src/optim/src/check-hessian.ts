import { differenceNoise } from "./internal/difference-step.ts";
import { numericHessian } from "./numeric-hessian.ts";
import type { Matrix, Objective, Vec } from "./types.ts";
import { maxNorm } from "./vec.ts";

/** How well a Hessian agrees with central differences of the gradient. */
export interface HessianCheck {
  readonly ok: boolean;
  /**
   * The largest difference in an entry, relative to max(1, largest numeric entry); 0 where the
   * rounding of the gradient alone explains it.
   */
  readonly error: number;
  /** Row and column of the entry with the largest difference, from 0. */
  readonly entry: readonly [row: number, column: number];
  readonly given: Matrix;
  readonly numeric: Matrix;
}

/**
 * Compares an objective's Hessian at x with central differences of its gradient: check the
 * gradient first. An objective with `hessianVector` alone is asked for its products with the axes.
 *
 * @param tolerance largest error that is still fine. Default 1e-6, as for gradients.
 * @throws TypeError for an objective without second derivatives.
 */
export function checkHessian(
  objective: Objective,
  x: readonly number[] | Vec,
  tolerance = 1e-6,
): HessianCheck {
  const at = Float64Array.from(x);
  const given = givenHessian(objective, at);
  const numeric = numericHessian(objective, at);
  const slope = maxNorm(objective.gradient(Float64Array.from(at)));
  const scale = Math.max(1, ...numeric.map(maxNorm).filter(Number.isFinite));
  let error = 0;
  let entry: HessianCheck["entry"] = [0, 0];
  numeric.forEach((row, i) => {
    row.forEach((expected, j) => {
      const difference = Math.abs((given[i]?.[j] ?? Number.NaN) - expected);
      const noise = Math.max(differenceNoise(slope, at[i]!), differenceNoise(slope, at[j]!));
      const here = difference <= noise ? 0 : difference / scale;
      const worse = here > error || Number.isNaN(here);
      if (worse && !Number.isNaN(error)) [error, entry] = [here, [i, j]];
    });
  });
  const square = [given, ...given].every((rows) => rows.length === numeric.length);
  return { ok: error <= tolerance && square, error, entry, given, numeric };
}

function givenHessian(objective: Objective, x: Vec): Matrix {
  if (objective.hessian !== undefined) return objective.hessian(Float64Array.from(x));
  if (objective.hessianVector !== undefined)
    return Array.from(x, (_, i) => {
      const axis = new Float64Array(x.length);
      axis[i] = 1;
      return objective.hessianVector!(Float64Array.from(x), axis);
    });
  throw new TypeError(
    "checkHessian: this objective has no second derivatives. Give it a hessian(x) or a hessianVector(x, v)",
  );
}
