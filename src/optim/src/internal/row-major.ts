import type { Floats, Vec } from "../types.ts";

/** How many rows and columns a matrix has. */
export type Shape = readonly [rows: number, columns: number];

/**
 * The product A B of two matrices that are stored row by row.
 * @param inner the number of columns of A and of rows of B, 1 or more.
 */
export function product(A: Floats, B: Floats, inner: number): Vec {
  const [rows, columns] = [A.length / inner, B.length / inner];
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++) {
      const factor = A[i * inner + k]!;
      for (let j = 0; j < columns; j++)
        out[i * columns + j] = out[i * columns + j]! + factor * B[k * columns + j]!;
    }
  return out;
}

/** Aᵀ, stored row by row. */
export function transpose(A: Floats, [rows, columns]: Shape): Vec {
  const out = new Float64Array(A.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) out[j * rows + i] = A[i * columns + j]!;
  return out;
}
