import { product, transpose } from "./internal/row-major.ts";
import type { Floats, Vec } from "./types.ts";
import { norm } from "./vec.ts";

/**
 * Makes a matrix nearly orthogonal: M = U Σ Vᵀ becomes U S Vᵀ with all singular values in S near
 * 1, by a few matrix products and without a decomposition.
 *
 *     X ← M/‖M‖_F,    then `steps` times    X ← a X + b (X Xᵀ) X + c (X Xᵀ)² X
 *     (a, b, c) = (3.4445, −4.7750, 2.0315)
 *
 * Each step turns every singular value σ into p(σ) = aσ + bσ³ + cσ⁵ and leaves U and V as they are.
 * The coefficients make small σ grow fast (a is large) and let the rest wander around 1 without
 * ever settling: after five steps all σ from 0.01 to 1 lie in [0.68, 1.14]. The exact U Vᵀ is
 * what (a, b, c) = (1.5, −0.5, 0) converge to, far more slowly for small σ.
 *
 * @param M the matrix row by row, of any size of entries; a matrix of zeros stays one.
 * @param rows how many rows, a divisor of the number of entries.
 * @param steps how often; default 5.
 * @returns a new array.
 * Source: Jordan et al. 2024 (in half precision, with ‖M‖_F + 1e-7); Björck & Bowie 1971.
 */
export function newtonSchulz(M: Floats, rows: number, steps = 5): Vec {
  const columns = M.length / rows;
  // Of numbers at the very end of the range the norm has few digits, and X might not be within 1.
  const lift = norm(M) < TINY ? 1 / TINY : 1;
  const lifted = Float64Array.from(M, (entry) => entry * lift);
  const size = norm(lifted);
  if (size === 0) return new Float64Array(M.length);
  let X: Vec = lifted.map((entry) => entry / size);
  // X Xᵀ is the smaller of the two products when there are no more rows than columns.
  if (rows > columns) X = transpose(X, [rows, columns]);
  const [short, long] = [Math.min(rows, columns), Math.max(rows, columns)];
  for (let step = 0; step < steps; step++) {
    const square = product(X, transpose(X, [short, long]), long);
    const fourth = product(square, square, short);
    const factor = square.map((entry, i) => B * entry + C * fourth[i]!);
    const added = product(factor, X, short);
    X = X.map((entry, i) => A * entry + added[i]!);
  }
  return rows > columns ? transpose(X, [columns, rows]) : X;
}

/** A power of 2, so that nothing is rounded. */
const TINY = 2 ** -900;

/** Jordan's coefficients, found by a search for a large slope at 0. */
const [A, B, C] = [3.4445, -4.775, 2.0315];
