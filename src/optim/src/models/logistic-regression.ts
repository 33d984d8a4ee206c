import { type Rows, requireRows, requireTargets } from "../internal/data.ts";
import type { Vec } from "../types.ts";
import {
  type LinearModel,
  type LinearModelOptions,
  linearModel,
  type ScoreLoss,
} from "./linear-model.ts";

/**
 * −log p(y) for p(1) = σ(z), that is log(1 + eᶻ) − yz, without overflow for any score: the larger
 * of 0 and z is taken out of the logarithm.
 */
export const logisticLoss: ScoreLoss = {
  value: (z, y) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y * z,
  slope: (z, y) => sigmoid(z) - y,
  bend: (z) => sigmoid(z) * sigmoid(-z),
};

/** The logistic function σ(z) = 1 / (1 + e⁻ᶻ). */
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/**
 * Logistic regression: two classes, told apart by the sign of a linear score.
 *
 *     f(w, b) = (1/N) Σ [log(1 + e^{zᵢ}) − yᵢzᵢ] + ½λ‖w‖²,   zᵢ = wᵀaᵢ + b
 *
 * Convex; strictly so for λ > 0. Where a plane separates the classes and λ = 0 there is no
 * minimum: w grows without end. `sigmoid(model.score(x, a))` is the probability of class 1.
 *
 * @param X N rows of d features.
 * @param y N labels, 0 or 1.
 * @param options.l2 λ in [0, ∞); default 0. @param options.bias default true.
 * @throws TypeError for an unknown option, a value of another type or no list of numbers;
 *   RangeError for no rows, rows of different length, a feature that is not finite, not one label
 *   of 0 or 1 for each row, or λ outside its range.
 * Source: Cox 1958.
 */
export function logisticRegression(
  X: Rows,
  y: readonly number[] | Vec,
  options: LinearModelOptions = {},
): LinearModel {
  const where = "logisticRegression";
  const n = requireRows(where, "X", X).length;
  const labels = requireTargets(where, y, n, (label) => label === 0 || label === 1, "0 or 1");
  return linearModel(X, labels, logisticLoss, options, where);
}
