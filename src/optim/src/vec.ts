import type { Floats, Vec } from "./types.ts";

/** A vector from numbers or from a list: `vec(1, 2)` and `vec([1, 2])` are the same. Always a copy. */
export function vec(...values: readonly number[] | readonly [readonly number[] | Vec]): Vec {
  const [first] = values;
  return Float64Array.from(typeof first === "object" ? first : (values as readonly number[]));
}

/** Inner product aᵀb of two vectors of the same length. */
export function dot(a: Floats, b: Floats): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Euclidean length ‖a‖ = √(Σ aᵢ²).
 * Finite whenever the true length is: where the squares leave the range of double precision
 * (entries near 1e200 or 1e-200) they are taken of aᵢ / max|aⱼ|.
 */
export function norm(a: Floats): number {
  const squares = dot(a, a);
  if (squares > SMALLEST_SAFE_SQUARE && squares < Number.POSITIVE_INFINITY)
    return Math.sqrt(squares);
  const largest = maxNorm(a);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return largest;
  let sum = 0;
  for (const entry of a) sum += (entry / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** The largest entry by size, max|aᵢ|: NaN if an entry is NaN, 0 for an empty vector. */
export function maxNorm(a: Floats): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const size = Math.abs(a[i]!);
    if (!(size <= largest)) largest = size;
    if (Number.isNaN(largest)) return Number.NaN;
  }
  return largest;
}

/** y + αx as a new vector. */
export function axpy(alpha: number, x: Vec, y: Vec): Vec {
  const sum = Float64Array.from(y);
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + alpha * x[i]!;
  return sum;
}

/** Whether every entry is an ordinary number: neither NaN nor infinite. */
export function allFinite(a: Vec): boolean {
  for (let i = 0; i < a.length; i++) if (!Number.isFinite(a[i])) return false;
  return true;
}

/** Below this, a sum of squares has lost digits to underflow. */
const SMALLEST_SAFE_SQUARE = 1e-280;
