import { requireWhole, show } from "./internal/guard.ts";
import { matrixTimes } from "./matrix.ts";
import type { Matrix, Objective, Vec } from "./types.ts";
import { dot } from "./vec.ts";

/** Half a sum of squares f(x) = ½ Σ rᵢ(x)², with its residuals rᵢ within reach. */
export interface LeastSquares extends Objective {
  /** r(x), as many numbers as there are data: what is left of each datum. */
  residuals(x: Vec): Vec;
  /** J(x): row i is ∇rᵢ(x), n numbers. */
  jacobian(x: Vec): Matrix;
}

/** What `leastSquares` makes an objective of. */
export interface LeastSquaresDefinition {
  /** Number of variables, n. */
  readonly dim: number;
  /** r(x), a new array at every call. */
  residuals(x: Vec): Vec;
  /** J(x): row i is ∇rᵢ(x). */
  jacobian(x: Vec): Matrix;
  /** The true ∇²f = JᵀJ + Σ rᵢ ∇²rᵢ, if a method shall see more than JᵀJ. */
  hessian?(x: Vec): Matrix;
}

/**
 * The objective of a least-squares problem.
 *
 *     f(x) = ½ ‖r(x)‖²,    ∇f(x) = J(x)ᵀ r(x)
 *
 * A straight line through (0, 1) and (2, 4), f(a, b) = ½ (a − 1)² + ½ (a + 2b − 4)²:
 *
 *     leastSquares({
 *       dim: 2,
 *       residuals: ([a, b]) => vec(a - 1, a + 2 * b - 4),
 *       jacobian: () => [vec(1, 0), vec(1, 2)],
 *     });
 *
 * @throws TypeError or RangeError for a dim that is no whole number, 1 or more, or for
 *   residuals or a jacobian that is no function.
 */
export function leastSquares(definition: LeastSquaresDefinition): LeastSquares {
  requireWhole("leastSquares", "dim", definition.dim, 1);
  for (const name of ["residuals", "jacobian"] as const)
    if (typeof definition[name] !== "function")
      throw new TypeError(
        `leastSquares: ${name} must be a function of x, got ${show(definition[name])}`,
      );
  // Calls go to the definition itself: spreading it would lose the methods of a class.
  const residuals = (x: Vec) => definition.residuals(x);
  const jacobian = (x: Vec) => definition.jacobian(x);
  return {
    dim: definition.dim,
    residuals,
    jacobian,
    value(x) {
      const r = residuals(x);
      return dot(r, r) / 2;
    },
    gradient: (x) => {
      const [J, r] = [jacobian(x), residuals(x)];
      requireShape(J, r.length, definition.dim);
      return weightedRows(J, r, definition.dim);
    },
    ...(definition.hessian && { hessian: (x: Vec) => definition.hessian!(x) }),
  };
}

/**
 * The same f and ∇f, with the Gauss–Newton matrix in place of the Hessian.
 *
 *     ∇²f = JᵀJ + Σ rᵢ ∇²rᵢ  ≈  JᵀJ
 *
 * What is left out is small where the residuals are small or nearly straight. What is kept needs
 * first derivatives only and never curves down. On this objective Newton's method becomes the
 * Gauss–Newton method, and what counts as a Hessian is one Jacobian.
 *
 *     run(levenbergMarquardt(), gaussNewtonModel(problem), x0)
 *
 * Source: Gauss 1809; Nocedal & Wright 2006, section 10.3.
 */
export function gaussNewtonModel(problem: LeastSquares): LeastSquares {
  const n = problem.dim;
  const jacobian = (x: Vec) => problem.jacobian(x);
  return {
    dim: n,
    residuals: (x) => problem.residuals(x),
    jacobian,
    value: (x) => problem.value(x),
    gradient: (x) => problem.gradient(x),
    hessian(x) {
      const J = jacobian(x);
      return Array.from({ length: n }, (_, i) =>
        weightedRows(
          J,
          Float64Array.from(J, (row) => row[i]!),
          n,
        ),
      );
    },
    hessianVector(x, v) {
      const J = jacobian(x);
      return weightedRows(J, matrixTimes(J, v), n);
    },
  };
}

function requireShape(J: Matrix, rows: number, n: number): void {
  if (J.length !== rows)
    throw new RangeError(
      `leastSquares: jacobian(x) must have ${rows} rows, one for each residual, got ${J.length}`,
    );
  const bad = J.findIndex((row) => row?.length !== n);
  if (bad >= 0)
    throw new RangeError(
      `leastSquares: row ${bad} of jacobian(x) must have ${n} numbers, one for each variable, got ${J[bad]?.length}`,
    );
}

/** Jᵀw = Σ wᵢ (row i of J). */
function weightedRows(J: Matrix, w: Vec, n: number): Vec {
  const sum = new Float64Array(n);
  J.forEach((row, i) => {
    for (let j = 0; j < n; j++) sum[j] = sum[j]! + w[i]! * row[j]!;
  });
  return sum;
}
