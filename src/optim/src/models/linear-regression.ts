import { type Rows, requireRows, requireTargets } from "../internal/data.ts";
import { type LeastSquares, leastSquares } from "../least-squares.ts";
import type { Vec } from "../types.ts";
import {
  type LinearModel,
  type LinearModelOptions,
  linearModel,
  type ScoreLoss,
} from "./linear-model.ts";

/** Half the squared error, ½(z − y)². */
export const squaredLoss: ScoreLoss = {
  value: (z, y) => 0.5 * (z - y) ** 2,
  slope: (z, y) => z - y,
  bend: () => 1,
};

/**
 * Linear regression by least squares, with an optional ridge penalty.
 *
 *     f(w, b) = (1/2N) Σ (wᵀaᵢ + b − yᵢ)² + ½λ‖w‖²
 *
 * A convex quadratic. Also a sum of squares for Gauss–Newton: ½‖r‖² with the residuals
 * (zᵢ − yᵢ)/√N and, if λ > 0, √λ wⱼ.
 *
 * @param X N rows of d features.
 * @param y N numbers.
 * @param options.l2 λ in [0, ∞); default 0. @param options.bias default true.
 * @throws TypeError for an unknown option, a value of another type or no list of numbers;
 *   RangeError for no rows, rows of different length, not one target for each row, a number that is
 *   not finite, or λ outside its range.
 * Sources: Legendre 1805; Hoerl & Kennard 1970 (ridge).
 */
export function linearRegression(
  X: Rows,
  y: readonly number[] | Vec,
  options: LinearModelOptions = {},
): LinearModel & LeastSquares {
  const where = "linearRegression";
  const rows = requireRows(where, "X", X);
  const targets = requireTargets(where, y, rows.length);
  const model = linearModel(X, targets, squaredLoss, options, where);
  const { l2 = 0, bias = true } = options;
  const share = 1 / Math.sqrt(rows.length);
  const ridge = Math.sqrt(l2);
  const penalised = l2 > 0 ? rows[0]!.length : 0;
  return {
    ...leastSquares({
      dim: model.dim,
      residuals: (x) =>
        Float64Array.from([
          ...rows.map((row, i) => share * (model.score(x, row) - targets[i]!)),
          ...x.subarray(0, penalised).map((w) => ridge * w),
        ]),
      jacobian: () => [
        ...rows.map((row) =>
          Float64Array.of(...row.map((a) => share * a), ...(bias ? [share] : [])),
        ),
        ...Array.from({ length: penalised }, (_, j) =>
          new Float64Array(model.dim).fill(ridge, j, j + 1),
        ),
      ],
    }),
    ...model,
  };
}
