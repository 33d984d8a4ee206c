import type { Matrix, Vec } from "./types.ts";

/** A positive definite neighbour A + E of a symmetric matrix A, ready to solve with. */
export interface ModifiedCholesky {
  /** The diagonal of E ≥ 0: all 0 (or rounding) if A is well positive definite. */
  readonly added: Vec;
  /** The solution x of (A + E) x = b. */
  solve(b: Vec): Vec;
}

/**
 * Cholesky's elimination that mends a matrix on the way: where a pivot is negative or too small,
 * it is replaced by a larger one.
 *
 *     A + E = Σ dⱼ lⱼ lⱼᵀ,    dⱼ = max(|cⱼ|, θⱼ²/β², δ)
 *
 * cⱼ is the pivot as it is found, the largest by size of those left, and θⱼ the largest entry
 * beside it. β² bounds the entries that elimination can create, and is chosen so that a matrix
 * that is positive definite already stays as it is. δ = 2⁻⁵² times the size of A.
 *
 * With H + E for H, Newton's step leads downhill even where H is indefinite or singular.
 *
 * @param A n × n and symmetric.
 * Source: Gill, Murray & Wright 1981, section 4.4.2.2.
 */
export function modifiedCholesky(A: Matrix): ModifiedCholesky {
  const C = A.map((row) => Float64Array.from(row));
  const { bound, least } = limitsFor(A);
  const added = new Float64Array(A.length);
  const pieces: { readonly j: number; readonly d: number; readonly l: Vec }[] = [];
  const left = new Set(A.keys());
  while (left.size > 0) {
    let j = -1;
    for (const i of left) if (j < 0 || Math.abs(C[i]![i]!) > Math.abs(C[j]![j]!)) j = i;
    left.delete(j);
    let theta = 0;
    for (const i of left) theta = Math.max(theta, Math.abs(C[i]![j]!));
    const d = Math.max(Math.abs(C[j]![j]!), (theta * theta) / bound, least);
    added[j] = d - C[j]![j]!;

    const l = new Float64Array(A.length);
    for (const i of left) l[i] = C[i]![j]! / d;
    for (const i of left) for (const m of left) C[i]![m] = C[i]![m]! - d * l[i]! * l[m]!;
    pieces.push({ j, d, l });
  }
  return { added, solve: (b) => solvePieces(pieces, b) };
}

function limitsFor(A: Matrix): { bound: number; least: number } {
  let diagonal = 0;
  let beside = 0;
  A.forEach((row, i) => {
    row.forEach((entry, j) => {
      if (i === j) diagonal = Math.max(diagonal, Math.abs(entry));
      else beside = Math.max(beside, Math.abs(entry));
    });
  });
  const n = A.length;
  // A matrix of nothing but zeros is mended to the identity.
  if (diagonal + beside === 0) return { bound: 1, least: 1 };
  const bound = Math.max(diagonal, beside / Math.sqrt(Math.max(1, n * n - 1)));
  return { bound, least: Number.EPSILON * (diagonal + beside) };
}

/** Forward elimination, division by the pivots, back substitution. */
function solvePieces(
  pieces: readonly { readonly j: number; readonly d: number; readonly l: Vec }[],
  b: Vec,
): Vec {
  const x = Float64Array.from(b);
  for (const { j, l } of pieces) for (let i = 0; i < x.length; i++) x[i] = x[i]! - l[i]! * x[j]!;
  for (const { j, d } of pieces) x[j] = x[j]! / d;
  for (const { j, l } of pieces.toReversed()) {
    let rest = x[j]!;
    for (let i = 0; i < x.length; i++) rest -= l[i]! * x[i]!;
    x[j] = rest;
  }
  return x;
}
