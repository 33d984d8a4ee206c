import { nonNegative, requireIn, requireKnown, requireWhole } from "./internal/guard.ts";
import { matrixTimes } from "./matrix.ts";
import type { Matrix, Vec } from "./types.ts";
import { axpy, dot, norm } from "./vec.ts";

/** Where conjugate gradients stand in solving A x = b. */
export interface CgIterate {
  readonly x: Vec;
  /** The residual r = b − A x: minus the gradient of ½ xᵀAx − bᵀx. */
  readonly r: Vec;
  /** The next direction. */
  readonly d: Vec;
}

/** The start of conjugate gradients: the first direction is the residual itself. */
export function cgStart(x: Vec, r: Vec): CgIterate {
  return { x, r, d: Float64Array.from(r) };
}

/**
 * One step of conjugate gradients, given A d.
 *
 *     α = rᵀr / dᵀAd
 *     x ← x + α d
 *     r′ = r − α A d
 *     d ← r′ + (r′ᵀr′ / rᵀr) d
 *
 * Each direction is conjugate to all before it, dᵢᵀA dⱼ = 0, so that no step spoils what an earlier
 * one has gained. Needs dᵀAd > 0, which the caller checks.
 */
export function cgStep({ x, r, d }: CgIterate, ad: Vec): CgIterate {
  const rr = dot(r, r);
  const alpha = rr / dot(d, ad);
  const rest = axpy(-alpha, ad, r);
  return { x: axpy(alpha, d, x), r: rest, d: axpy(dot(rest, rest) / rr, d, rest) };
}

export interface ConjugateGradientsOptions {
  /** x₀, n numbers. Default 0. */
  readonly start?: Vec;
  /** Ends when ‖r‖ ≤ tolerance · ‖b‖, in [0, ∞). Default 1e-5, as in SciPy. */
  readonly tolerance?: number;
  /** How many steps at most. Default 10n, as in SciPy. */
  readonly steps?: number;
}

/**
 * Solves A x = b by conjugate gradients, and gives every iterate: the start, then one per step.
 *
 * After k steps x is the best point of x₀ + span(r₀, A r₀, …, Aᵏ⁻¹r₀), measured by √(eᵀAe) of its
 * error e. So without rounding it is done after as many steps as A has different eigenvalues,
 * n at most, and the error falls to 2 ((√κ − 1)/(√κ + 1))ᵏ of the first one or less.
 *
 * Where dᵀAd > 0 fails, because A is not positive definite, the iterates end early.
 *
 * @param A n × n, symmetric and positive definite.
 * @param b n numbers.
 * @throws TypeError or RangeError for options outside their range, or sizes that do not match.
 * Source: Hestenes & Stiefel 1952; scipy.sparse.linalg.cg.
 */
export function conjugateGradients(
  A: Matrix,
  b: Vec,
  options: ConjugateGradientsOptions = {},
): readonly CgIterate[] {
  const n = b.length;
  requireKnown(NAME, options, ["start", "tolerance", "steps"]);
  const tolerance = requireIn(NAME, "tolerance", options.tolerance ?? 1e-5, nonNegative);
  const steps = requireWhole(NAME, "steps", options.steps ?? 10 * n);
  const start = options.start ?? new Float64Array(n);
  requireSizes(A, b, start);

  let iterate = cgStart(Float64Array.from(start), axpy(-1, matrixTimes(A, start), b));
  const iterates = [iterate];
  const close = tolerance * norm(b);
  while (iterates.length <= steps && norm(iterate.r) > close) {
    const ad = matrixTimes(A, iterate.d);
    if (!(dot(iterate.d, ad) > 0)) break;
    iterate = cgStep(iterate, ad);
    iterates.push(iterate);
  }
  return iterates;
}

const NAME = "conjugateGradients";

function requireSizes(A: Matrix, b: Vec, start: Vec): void {
  const n = b.length;
  if (A.length !== n || A.some((row) => row.length !== n))
    throw new RangeError(
      `${NAME}: A must have ${n} rows of ${n} numbers, as many as b has, got ${A.length} rows of ${A[0]?.length ?? 0}`,
    );
  if (start.length !== n)
    throw new RangeError(
      `${NAME}: start must have ${n} numbers, as many as b, got ${start.length}`,
    );
}
