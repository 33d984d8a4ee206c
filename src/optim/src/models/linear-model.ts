import { type FiniteSum, finiteSum } from "../finite-sum.ts";
import { type Rows, requireRows } from "../internal/data.ts";
import { nonNegative, requireBoolean, requireIn, requireKnown } from "../internal/guard.ts";
import type { Matrix, Vec } from "../types.ts";

/** The loss of one example as a function of its score z, for the target y. */
export interface ScoreLoss {
  value(z: number, y: number): number;
  /** ∂/∂z. */
  slope(z: number, y: number): number;
  /** ∂²/∂z². */
  bend(z: number, y: number): number;
}

export interface LinearModelOptions {
  /** Weight λ in [0, ∞) of the penalty ½λ‖w‖²; the bias is free. Default 0. */
  readonly l2?: number;
  /** Whether there is a bias b. Default true. */
  readonly bias?: boolean;
}

/** The mean loss of a linear model, with what it predicts. */
export interface LinearModel extends FiniteSum {
  /** The score z = wᵀa + b of features a under parameters x. */
  score(x: Vec, features: ArrayLike<number>): number;
}

/**
 * The mean loss of a model that is linear in its parameters: one weight for each feature and a
 * bias, x = (w₁, …, w_d, b).
 *
 *     zᵢ = wᵀaᵢ + b
 *     f(x) = (1/N) Σ φ(zᵢ, yᵢ) + ½λ‖w‖²
 *     ∇f = (1/N) Σ φ′(zᵢ) (aᵢ, 1) + λ (w, 0)        ∇²f = (1/N) Σ φ″(zᵢ) (aᵢ, 1)(aᵢ, 1)ᵀ + λ diag(1, …, 1, 0)
 *
 * The penalty belongs to every batch in full, so that batch gradients estimate ∇f.
 *
 * @param X N rows of d features.
 * @param y N targets, as the loss understands them.
 * @param loss φ with its derivatives.
 * @param where who speaks in error messages.
 * @throws TypeError for an unknown option, a value of another type or no list of rows; RangeError
 *   for no rows, rows of different length, a feature that is not finite, or λ outside its range.
 */
export function linearModel(
  X: Rows,
  y: Vec,
  loss: ScoreLoss,
  options: LinearModelOptions = {},
  where = "linearModel",
): LinearModel {
  requireKnown(where, options, ["l2", "bias"]);
  const l2 = requireIn(where, "l2", options.l2 ?? 0, nonNegative);
  const bias = requireBoolean(where, "bias", options.bias ?? true);
  const features = requireRows(where, "X", X).map((row) =>
    Float64Array.of(...row, ...(bias ? [1] : [])),
  );
  const dim = features[0]!.length;
  const weights = bias ? dim - 1 : dim;

  const over = (rows: readonly number[]) => {
    const share = 1 / rows.length;
    const gradientInto = (x: Vec, out: Vec): void => {
      for (let j = 0; j < dim; j++) out[j] = j < weights ? l2 * x[j]! : 0;
      for (const row of rows) {
        const a = features[row]!;
        addScaled(out, share * loss.slope(scoreOf(a, x), y[row]!), a);
      }
    };
    return {
      dim,
      value(x: Vec): number {
        let squares = 0;
        for (let j = 0; j < weights; j++) squares += x[j]! ** 2;
        let total = 0;
        for (const row of rows) total += loss.value(scoreOf(features[row]!, x), y[row]!);
        return share * total + 0.5 * l2 * squares;
      },
      gradientInto,
      gradient(x: Vec): Vec {
        const g = new Float64Array(dim);
        gradientInto(x, g);
        return g;
      },
      hessian(x: Vec): Matrix {
        const H = Array.from(x, (_, j) =>
          new Float64Array(dim).fill(j < weights ? l2 : 0, j, j + 1),
        );
        for (const row of rows) {
          const a = features[row]!;
          const bend = share * loss.bend(scoreOf(a, x), y[row]!);
          for (let j = 0; j < dim; j++)
            for (let l = 0; l < dim; l++) H[j]![l] = H[j]![l]! + bend * (a[j]! * a[l]!);
        }
        return H;
      },
      hessianVector(x: Vec, v: Vec): Vec {
        const product = v.map((vj, j) => (j < weights ? l2 * vj : 0));
        for (const row of rows) {
          const a = features[row]!;
          addScaled(product, share * loss.bend(scoreOf(a, x), y[row]!) * scoreOf(a, v), a);
        }
        return product;
      },
    };
  };
  return {
    ...finiteSum(features.length, over, where),
    score: (x, row) => scoreOf(row, x) + (bias ? x[weights]! : 0),
  };
}

/** Σ aⱼ xⱼ over the entries of a. */
function scoreOf(a: ArrayLike<number>, x: Vec): number {
  let z = 0;
  for (let j = 0; j < a.length; j++) z += a[j]! * x[j]!;
  return z;
}

/** out ← out + c a. */
function addScaled(out: Vec, c: number, a: Vec): void {
  for (let j = 0; j < out.length; j++) out[j] = out[j]! + c * a[j]!;
}
