import { cholesky, solveCholesky, solveLower } from "../cholesky.ts";
import {
  nonNegative,
  positive,
  requireBoolean,
  requireIn,
  requireKnown,
  requireOneOf,
  show,
} from "../internal/guard.ts";
import type { Matrix, Vec } from "../types.ts";
import { dot } from "../vec.ts";
import { type CovarianceName, covariances } from "./covariance.ts";

/**
 * A belief about a function from some of its values: plain data, to be asked by
 * `gaussianProcessAt`.
 */
export interface GaussianProcess {
  readonly kernel: CovarianceName;
  /** ℓᵢ, one per coordinate. */
  readonly lengthScales: Vec;
  /** Variance of the noise on each value, relative to the signal's. */
  readonly noise: number;
  readonly points: readonly Vec[];
  /** The values were taken as `offset + scale × (a sample of variance 1)`. */
  readonly offset: number;
  readonly scale: number;
  /** L of K + noise·I = L Lᵀ, K being the covariances of the points. */
  readonly factor: Matrix;
  /** (K + noise·I)⁻¹ y, where y are the values less `offset`, divided by `scale`. */
  readonly weights: Vec;
  /** log p(y): how well covariance and data agree; see `fitGaussianProcess`. */
  readonly logMarginalLikelihood: number;
}

export interface GaussianProcessOptions {
  /** "matern52" (default) or the smoother "rbf"; see `covariances`. */
  readonly kernel?: CovarianceName;
  /** ℓ in (0, ∞): the distance over which values change, for all coordinates or each. Default 1. */
  readonly lengthScale?: number | readonly number[] | Vec;
  /** Variance of the noise in [0, ∞), relative to the signal's. Default 1e-6, for rounding. */
  readonly noise?: number;
  /**
   * Takes the mean of the values as prior mean, and their variance (dividing by their number) as
   * the signal's; otherwise these are 0 and 1. Default true.
   */
  readonly standardize?: boolean;
}

/**
 * Fits a Gaussian process: the values at any points are taken as jointly normal, with
 * covariances that depend on distance. What is known at some points then gives mean and spread at
 * all others; see `gaussianProcessAt`. With n points it costs n³/6 multiplications.
 *
 *     log p(y) = −½ yᵀ(K + noise·I)⁻¹y − Σ log Lᵢᵢ − (n/2) log 2π
 *
 * @param points at least one, all with the same number of coordinates.
 * @param values the function's value at each, finite.
 * @throws TypeError for an unknown option or a value of another type; RangeError for no points,
 *   points of different length, not one finite value for each, an option outside its range, or
 *   points that lie so close together that rounding cannot tell them apart without more noise.
 * Source: Rasmussen & Williams 2006, algorithm 2.1.
 */
export function fitGaussianProcess(
  points: readonly (Vec | readonly number[])[],
  values: readonly number[],
  options: GaussianProcessOptions = {},
): GaussianProcess {
  requireData(points, values);
  requireKnown(WHERE, options, ["kernel", "lengthScale", "noise", "standardize"]);
  const kernel = requireOneOf(WHERE, "kernel", options.kernel ?? "matern52", ["rbf", "matern52"]);
  const lengthScales = lengthScalesFrom(options.lengthScale ?? 1, points[0]!.length);
  const noise = requireIn(WHERE, "noise", options.noise ?? 1e-6, nonNegative);
  const { offset, scale } = requireBoolean(WHERE, "standardize", options.standardize ?? true)
    ? spreadOf(values)
    : { offset: 0, scale: 1 };

  const own = points.map((point) => Float64Array.from(point));
  const model = { kernel, lengthScales, noise, points: own, offset, scale };
  const K = own.map((point) => covariancesWith(model, point));
  K.forEach((row, i) => {
    row[i] = row[i]! + noise;
  });
  const factor = cholesky(K);
  if (factor === undefined)
    throw new RangeError(
      `${WHERE}: noise must be larger for points as close together as these, got ${noise}. Try 1e-6, or drop repeated points`,
    );
  const y = Float64Array.from(values, (value) => (value - offset) / scale);
  const weights = solveCholesky(factor, y);
  const halfLogDet = factor.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
  const logMarginalLikelihood =
    -dot(y, weights) / 2 - halfLogDet - (y.length / 2) * Math.log(2 * Math.PI);
  return { ...model, factor, weights, logMarginalLikelihood };
}

/** What a Gaussian process expects at a point. */
export interface Prediction {
  readonly mean: number;
  /** Standard deviation of the function itself, without the noise of a new observation. */
  readonly sigma: number;
}

/**
 * Mean and standard deviation at a point x, given the data:
 *
 *     μ(x) = kᵀ (K + noise·I)⁻¹ y,   σ²(x) = 1 − kᵀ (K + noise·I)⁻¹ k,   kᵢ = k(x, xᵢ)
 *
 * in the units of the values. Without noise the mean passes through the data and σ is 0
 * there; far from all data they return to the prior.
 *
 * @param x as many coordinates as the points have.
 * @throws RangeError for another number of coordinates.
 */
export function gaussianProcessAt(
  process: GaussianProcess,
  x: Vec | readonly number[],
): Prediction {
  const { lengthScales, factor, weights, offset, scale } = process;
  if (x.length !== lengthScales.length)
    throw new RangeError(
      `gaussianProcessAt: x must have ${lengthScales.length} coordinates, as the points have, got ${x.length}`,
    );
  const k = covariancesWith(process, x);
  const explained = solveLower(factor, k);
  const variance = 1 - dot(explained, explained);
  return {
    mean: offset + scale * dot(k, weights),
    sigma: scale * Math.sqrt(Math.max(variance, 0)), // rounding may leave less than 0
  };
}

const WHERE = "fitGaussianProcess";

function covariancesWith(
  { kernel, lengthScales, points }: Pick<GaussianProcess, "kernel" | "lengthScales" | "points">,
  x: Vec | readonly number[],
): Vec {
  return Float64Array.from(points, (point) => {
    let squares = 0;
    for (let i = 0; i < point.length; i++) squares += ((point[i]! - x[i]!) / lengthScales[i]!) ** 2;
    return covariances[kernel](Math.sqrt(squares));
  });
}

/** Mean and standard deviation; equal values are left at their own scale. */
function spreadOf(values: readonly number[]): { offset: number; scale: number } {
  const offset = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - offset) ** 2, 0);
  const scale = Math.sqrt(squares / values.length);
  return { offset, scale: scale > 0 ? scale : 1 };
}

function lengthScalesFrom(lengthScale: number | readonly number[] | Vec, dim: number): Vec {
  if (typeof lengthScale === "number")
    return new Float64Array(dim).fill(requireIn(WHERE, "lengthScale", lengthScale, positive));
  if (lengthScale.length !== dim)
    throw new RangeError(
      `${WHERE}: lengthScale must be one number or ${dim}, as many as a point has coordinates, got ${lengthScale.length}`,
    );
  return Float64Array.from(lengthScale, (entry) =>
    requireIn(WHERE, "lengthScale", entry, positive),
  );
}

function requireData(
  points: readonly (Vec | readonly number[])[],
  values: readonly number[],
): void {
  if (points.length === 0 || points.length !== values.length)
    throw new RangeError(
      `${WHERE}: points and values must be lists of the same length, at least 1, got ${points.length} and ${values.length}`,
    );
  const dim = points[0]!.length;
  const other = points.find((point) => point.length !== dim);
  if (other !== undefined)
    throw new RangeError(
      `${WHERE}: every point must have ${dim} coordinates, as the first has, got ${other.length}`,
    );
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined)
    throw new RangeError(
      `${WHERE}: every value must be a finite number, got ${show(bad)}. Leave out runs that diverged, or give them the worst finite value`,
    );
}
