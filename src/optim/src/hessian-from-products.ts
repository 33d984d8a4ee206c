import type { Matrix, Vec } from "./types.ts";

/**
 * The Hessian as a function of the point, from its products with a vector: n of them, one with
 * each axis. Column i and row i agree but for rounding; the upper triangle stands for both.
 *
 * @param product (x, v) => ∇²f(x) v, as in `Objective.hessianVector`.
 */
export function hessianFromProducts<X extends ArrayLike<number>>(
  product: (x: X, v: Vec) => Vec,
): (x: X) => Matrix {
  return (x) => {
    const n = x.length;
    const axes = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));
    const columns = axes.map((axis) => product(x, axis));
    return axes.map((_, i) =>
      Float64Array.from(columns, (column, j) => (i <= j ? column[i]! : columns[i]![j]!)),
    );
  };
}
