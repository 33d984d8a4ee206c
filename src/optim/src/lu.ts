import type { Matrix, Vec } from "./types.ts";

/** Why A x = b has no single solution. */
export interface SingularMatrix {
  /** What was left to divide by: 0, or as small beside its row as rounding is, or NaN. */
  readonly pivot: number;
}

/**
 * Solves A x = b for any square A, by elimination with row exchanges (LU factors with partial
 * pivoting). n³/3 multiplications.
 *
 * @param A n × n.
 * @param b n numbers.
 * @returns x; or the first pivot that is no larger than 10 n 2⁻⁵² times the largest entry that A
 *   has in that row: then A is singular as far as rounding can tell. (Rounding may hide it.) A
 *   pivot of NaN comes from entries that are not finite.
 * Source: Golub & Van Loan 2013, section 3.4.
 */
export function solveLinear(A: Matrix, b: Vec): Vec | SingularMatrix {
  const n = A.length;
  // Row i is [A | b], and beside it the size of A's entries in it.
  const rows = A.map((row, i) => ({
    entries: Float64Array.from([...row, b[i]!]),
    size: row.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0),
  }));
  for (let j = 0; j < n; j++) {
    let best = j;
    for (let i = j + 1; i < n; i++)
      if (Math.abs(rows[i]!.entries[j]!) > Math.abs(rows[best]!.entries[j]!)) best = i;
    [rows[j], rows[best]] = [rows[best]!, rows[j]!];
    const { entries: top, size } = rows[j]!;
    const pivot = top[j]!;
    if (!(Math.abs(pivot) > 10 * n * Number.EPSILON * size)) return { pivot };
    for (let i = j + 1; i < n; i++) {
      const row = rows[i]!.entries;
      const factor = row[j]! / pivot;
      if (factor !== 0) for (let m = j + 1; m <= n; m++) row[m] = row[m]! - factor * top[m]!;
    }
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const { entries } = rows[i]!;
    let rest = entries[n]!;
    for (let j = i + 1; j < n; j++) rest -= entries[j]! * x[j]!;
    x[i] = rest / entries[i]!;
  }
  return x;
}
