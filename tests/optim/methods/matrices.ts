import { symmetricEigen, type Vec } from "@downhill/optim";

/** A matrix given as rows, stored row by row in one array. */
export function matrix(rows: readonly (readonly number[])[]): Vec {
  return Float64Array.from(rows.flat());
}

/** The rows of a matrix that is stored row by row. */
export function rowsOf(M: Vec, rows: number): readonly Vec[] {
  const columns = M.length / rows;
  return Array.from({ length: rows }, (_, i) => M.slice(i * columns, (i + 1) * columns));
}

/** A B, of which `inner` is the number of columns of A. */
export function times(A: Vec, B: Vec, inner: number): Vec {
  const columns = B.length / inner;
  return Float64Array.from({ length: (A.length / inner) * columns }, (_, e) => {
    const [i, j] = [Math.floor(e / columns), e % columns];
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += A[i * inner + k]! * B[k * columns + j]!;
    return sum;
  });
}

/** Mᵀ. */
export function transposed(M: Vec, rows: number): Vec {
  const columns = M.length / rows;
  return M.map((_, e) => M[(e % rows) * columns + Math.floor(e / rows)]!);
}

/** The singular values of M, as many as its shorter side has entries, rising. */
export function singularValues(M: Vec, rows: number): readonly number[] {
  const columns = M.length / rows;
  if (rows > columns) return singularValues(transposed(M, rows), columns);
  const square = rowsOf(times(M, transposed(M, rows), columns), rows);
  return [...symmetricEigen(square).values].map((value) => Math.sqrt(Math.max(value, 0)));
}
