import type { Matrix, Vec } from "./types.ts";

/** The eigenvalues and eigenvectors of a symmetric matrix A: A vᵢ = λᵢ vᵢ. */
export interface SymmetricEigen {
  /** λ₁ ≤ λ₂ ≤ … ≤ λₙ. */
  readonly values: Vec;
  /** Row i is the eigenvector of values[i]: of length 1, and orthogonal to the others. */
  readonly vectors: Matrix;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
 *
 *     A = Σ λᵢ vᵢ vᵢᵀ
 *
 * Turning the plane of axes p and q by the right angle makes the entry A[p][q] vanish. That stirs
 * up others in the same rows, but Σ A[p][q]² over all p ≠ q falls each time, and once small it
 * is squared by every sweep over all pairs. What is left on the diagonal are the eigenvalues,
 * the product of all turns holds the eigenvectors.
 *
 * Right to about 1e-14 times the largest |λ|. About 5 n² rotations of 8n multiplications each:
 * made for n up to a few hundred.
 *
 * @param A n × n and symmetric: its upper triangle is read. An entry that is not finite makes all
 *   eigenvalues NaN.
 * @throws RangeError for a matrix that is not square.
 * Source: Jacobi 1846; Golub & Van Loan 2013, section 8.5.
 */
export function symmetricEigen(A: Matrix): SymmetricEigen {
  const n = A.length;
  if (A.some((row) => row.length !== n))
    throw new RangeError(
      `symmetricEigen: A must be square, got ${n} rows and a row of ${A.find((row) => row.length !== n)!.length} numbers`,
    );
  const D = A.map((row) => Float64Array.from(row));
  const V = A.map((_, i) => Float64Array.from(A, (_, j) => (i === j ? 1 : 0)));
  const finite = D.every((row, i) => row.subarray(i).every(Number.isFinite));
  for (let sweep = 0; finite && sweep < MOST_SWEEPS; sweep++) if (!sweepOver(D, V)) break;

  const order = D.map((_, i) => i).sort((i, j) => D[i]![i]! - D[j]![j]!);
  return {
    values: Float64Array.from(order, (i) => (finite ? D[i]![i]! : Number.NaN)),
    vectors: order.map((i) => V[i]!),
  };
}

/** Six to twelve are enough; a limit all the same, because rounding has no proof. */
const MOST_SWEEPS = 60;

/**
 * Rotates every plane of two axes once, and says whether there was anything to do. Of D only the
 * diagonal and what lies above it is kept up to date.
 */
function sweepOver(D: readonly Vec[], V: readonly Vec[]): boolean {
  let rotated = false;
  for (let p = 0; p < D.length; p++)
    for (let q = p + 1; q < D.length; q++) {
      if (isLostBeside(D[p]![q]!, D[p]![p]!, D[q]![q]!)) continue;
      rotate(D, V, p, q);
      rotated = true;
    }
  return rotated;
}

/** Whether an entry off the diagonal is too small to be noticed in either diagonal entry. */
function isLostBeside(entry: number, first: number, second: number): boolean {
  const size = Math.abs(entry);
  return Math.abs(first) + size === Math.abs(first) && Math.abs(second) + size === Math.abs(second);
}

/**
 * Turns axes p and q so that D[p][q] becomes 0; of the two angles that do it, the smaller.
 * The tangent t of the angle solves t² + 2θt − 1 = 0 with θ = (D[q][q] − D[p][p]) / 2D[p][q].
 */
function rotate(D: readonly Vec[], V: readonly Vec[], p: number, q: number): void {
  const dp = D[p]!;
  const dq = D[q]!;
  const entry = dp[q]!;
  const theta = (dq[q]! - dp[p]!) / 2 / entry;
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  // The pairs D[i][p] and D[i][q], which by symmetry are also D[p][i] and D[q][i].
  for (let i = 0; i < p; i++) {
    const row = D[i]!;
    const a = row[p]!;
    const b = row[q]!;
    row[p] = c * a - s * b;
    row[q] = s * a + c * b;
  }
  for (let i = p + 1; i < q; i++) {
    const row = D[i]!;
    const a = dp[i]!;
    const b = row[q]!;
    dp[i] = c * a - s * b;
    row[q] = s * a + c * b;
  }
  for (let i = q + 1; i < D.length; i++) {
    const a = dp[i]!;
    const b = dq[i]!;
    dp[i] = c * a - s * b;
    dq[i] = s * a + c * b;
  }
  dp[p] = dp[p]! - t * entry;
  dp[q] = 0;
  dq[q] = dq[q]! + t * entry;
  turn(V[p]!, V[q]!, c, s);
}

/** Turns the pair of rows a and b by the angle with cosine c and sine s. */
function turn(a: Vec, b: Vec, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const ai = a[i]!;
    const bi = b[i]!;
    a[i] = c * ai - s * bi;
    b[i] = s * ai + c * bi;
  }
}
