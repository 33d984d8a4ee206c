import type { Matrix, Vec } from "./types.ts";

/**
 * Cholesky's factor of a symmetric positive definite matrix: the lower triangle L with A = L Lᵀ.
 *
 *     L[j][j] = √(A[j][j] − Σ L[j][m]²)                  sums over m < j
 *     L[i][j] = (A[i][j] − Σ L[i][m] L[j][m]) / L[j][j]   for i > j
 *
 * It exists exactly if A is positive definite: the cheapest test of that property. n³/6
 * multiplications.
 *
 * @param A n × n and symmetric: its lower triangle is read.
 * @returns L, or undefined if A is not positive definite (as far as rounding can tell) or has an
 *   entry that is not finite.
 * Source: Cholesky about 1910; Golub & Van Loan 2013, section 4.2.
 */
export function cholesky(A: Matrix): Matrix | undefined {
  const n = A.length;
  const L = A.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const [a, row] = [A[i]!, L[i]!];
    for (let j = 0; j <= i; j++) {
      const other = L[j]!;
      let rest = a[j]!;
      for (let m = 0; m < j; m++) rest -= row[m]! * other[m]!;
      if (j < i) row[j] = rest / other[j]!;
      else if (rest > 0 && rest < Number.POSITIVE_INFINITY) row[i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return L;
}

/** The solution x of A x = b, given the factor L of A = L Lᵀ: first L y = b, then Lᵀ x = y. */
export function solveCholesky(L: Matrix, b: Vec): Vec {
  return solveUpper(L, solveLower(L, b));
}

/** The solution y of L y = b, from the first row down. L is a lower triangle. */
export function solveLower(L: Matrix, b: Vec): Vec {
  const y = Float64Array.from(b);
  for (let i = 0; i < y.length; i++) {
    const row = L[i]!;
    let rest = y[i]!;
    for (let j = 0; j < i; j++) rest -= row[j]! * y[j]!;
    y[i] = rest / row[i]!;
  }
  return y;
}

/** The solution x of Lᵀ x = y, from the last row up. L is a lower triangle. */
export function solveUpper(L: Matrix, y: Vec): Vec {
  const x = Float64Array.from(y);
  for (let i = x.length - 1; i >= 0; i--) {
    const row = L[i]!;
    const xi = x[i]! / row[i]!;
    x[i] = xi;
    for (let j = 0; j < i; j++) x[j] = x[j]! - row[j]! * xi;
  }
  return x;
}
