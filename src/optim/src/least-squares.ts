import { requireWhole, show } from "./internal/guard.ts";
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
  return {
    ...definition,
    value(x) {
      const r = definition.residuals(x);
      return dot(r, r) / 2;
    },
    gradient: (x) => weightedRows(definition.jacobian(x), definition.residuals(x), definition.dim),
  };
}

/**
 * The same f and ∇f, with the Gauss–Newton matrix in place of the Hessian.
 *
 *     ∇²f = JᵀJ + Σ rᵢ ∇²rᵢ  ≈  JᵀJ
 *
 * What is left out is small where the residuals are small or nearly straight. What is kept needs
 * first derivatives only and is never indefinite. On this objective Newton's method is the
 * Gauss–Newton method, and what counts as a Hessian is one Jacobian.
 *
 *     run(levenbergMarquardt(), gaussNewtonModel(problem), x0)
 *
 * Source: Gauss 1809; Nocedal & Wright 2006, section 10.3.
 */
export function gaussNewtonModel(problem: LeastSquares): LeastSquares {
  return {
    ...problem,
    hessian(x) {
      const J = problem.jacobian(x);
      return Array.from({ length: problem.dim }, (_, i) =>
        weightedRows(
          J,
          Float64Array.from(J, (row) => row[i]!),
          problem.dim,
        ),
      );
    },
    hessianVector(x, v) {
      const J = problem.jacobian(x);
      return weightedRows(
        J,
        Float64Array.from(J, (row) => dot(row, v)),
        problem.dim,
      );
    },
  };
}

/** Jᵀw = Σ wᵢ (row i of J). */
function weightedRows(J: Matrix, w: Vec, n: number): Vec {
  const sum = new Float64Array(n);
  J.forEach((row, i) => {
    for (let j = 0; j < n; j++) sum[j] = sum[j]! + w[i]! * row[j]!;
  });
  return sum;
}
