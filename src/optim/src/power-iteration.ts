import { nonNegative, requireIn, requireKnown, requireWhole } from "./internal/guard.ts";
import type { Vec } from "./types.ts";
import { dot, norm } from "./vec.ts";

/** An eigenvalue λ with its eigenvector, as far as they have been found. */
export interface PowerIteration {
  /** vᵀA v for the last direction v multiplied: an estimate of λ. */
  readonly value: number;
  /** The direction found, of length 1: one product further than the value. */
  readonly vector: Vec;
  /** How many products it took. */
  readonly products: number;
}

export interface PowerIterationOptions {
  /** Ends when λ has changed by at most this part of itself, in [0, ∞). Default 1e-9. */
  readonly tolerance?: number;
  /** How many products at most, 1 or more. Default 1000. */
  readonly products?: number;
}

/**
 * The eigenvalue of largest size of a symmetric matrix A, from its products with a vector alone.
 *
 *     λ = vᵀA v,    v ← A v / ‖A v‖
 *
 * Every product multiplies the part of v along eigenvector i by λᵢ, so that the largest in size
 * wins: per product the other parts shrink by |λ₂/λ₁| or less beside it, and the error of λ by
 * the square of that. Ends when λ changes no more, which proves nothing where it changes slowly. With
 * two eigenvalues λ and −λ of the largest size v does not settle, and the value is neither of them.
 *
 * @param product v => A v, such as the Hessian times v.
 * @param start a direction with a part along the eigenvector sought; its length does not matter.
 * @throws RangeError for a start of zeros or not of numbers, TypeError or RangeError for options
 *   outside their range.
 * Source: von Mises & Pollaczek-Geiringer 1929; Golub & Van Loan 2013, section 8.2.
 */
export function powerIteration(
  product: (v: Vec) => Vec,
  start: readonly number[] | Vec,
  options: PowerIterationOptions = {},
): PowerIteration {
  requireKnown(NAME, options, ["tolerance", "products"]);
  const tolerance = requireIn(NAME, "tolerance", options.tolerance ?? 1e-9, nonNegative);
  const most = requireWhole(NAME, "products", options.products ?? 1000, 1);
  const first = Float64Array.from(start);
  const length = norm(first);
  if (!(length > 0 && length < Number.POSITIVE_INFINITY))
    throw new RangeError(`${NAME}: start must have a length above 0, got ${length}`);

  let vector: Vec = first.map((entry) => entry / length);
  let value = Number.NaN;
  for (let products = 1; ; products++) {
    const next = product(vector);
    const before = value;
    value = dot(vector, next);
    const size = norm(next);
    // A v = 0: v is an eigenvector already, and has no next direction.
    if (!(size > 0)) return { value, vector, products };
    vector = next.map((entry) => entry / size);
    const settled = Math.abs(value - before) <= tolerance * Math.abs(value);
    if (settled || products === most) return { value, vector, products };
  }
}

const NAME = "powerIteration";
