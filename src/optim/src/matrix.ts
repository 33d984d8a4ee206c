import type { Matrix, Vec } from "./types.ts";
import { dot } from "./vec.ts";

/** A x: entry i is row i times x. */
export function matrixTimes(A: Matrix, x: Vec): Vec {
  return Float64Array.from(A, (row) => dot(row, x));
}

/** A + λI as a new matrix. */
export function plusDiagonal(A: Matrix, lambda: number): readonly Vec[] {
  return A.map((row, i) => {
    const sum = Float64Array.from(row);
    sum[i] = sum[i]! + lambda;
    return sum;
  });
}

/** Whether every entry is an ordinary number: neither NaN nor infinite. */
export function matrixIsFinite(A: Matrix): boolean {
  return A.every((row) => row.every(Number.isFinite));
}
