import type { Card } from "../card.ts";
import { cholesky, solveCholesky } from "../cholesky.ts";
import { requireKnown } from "../internal/guard.ts";
import { newtonLike, type SearchedState } from "../internal/newton-like.ts";
import { requireLineSearch } from "../internal/require-line-search.ts";
import { symmetricEigen } from "../symmetric-eigen.ts";
import type { LineSearch, Matrix, Method, Vec } from "../types.ts";
import { axpy, dot } from "../vec.ts";

export interface GaussNewtonOptions {
  /** How far to go along d. Default: all of it, α = 1. */
  readonly lineSearch?: LineSearch;
}

/** The point, and what a line search remembers. */
export type GaussNewtonState = SearchedState;

/**
 * The Gauss–Newton method for least squares f = ½ ‖r‖²: solve the problem as if the residuals were straight.
 *
 *     d = argmin ‖r + J d‖,  so  JᵀJ d = −Jᵀr,    x ← x + α d
 *
 * If several d are best, because J has dependent columns, the shortest. Exact after one step if
 * the residuals are linear; fast near a minimum with small residuals, where JᵀJ is nearly the
 * Hessian; linear or worse otherwise.
 *
 * Takes JᵀJ from the oracle as its Hessian, which `gaussNewtonModel` puts there:
 *
 *     run(gaussNewton(), gaussNewtonModel(problem), x0)
 *
 * JᵀJ has the squared condition number of J: directions along which J shrinks by more than about
 * 10⁷ are lost in rounding. Ends as "stalled" where the matrix is indefinite and so no JᵀJ.
 *
 * @throws TypeError for an unknown option or a value of another type.
 * Source: Gauss 1809; Nocedal & Wright 2006, section 10.3.
 */
export function gaussNewton(options: GaussNewtonOptions = {}): Method<GaussNewtonState> {
  requireKnown(NAME, options, ["lineSearch"]);
  const lineSearch =
    options.lineSearch === undefined ? undefined : requireLineSearch(NAME, options.lineSearch);
  return newtonLike(NAME, shortestSolution, lineSearch, REMEDY);
}

const NAME = "gaussNewton";
const REMEDY = "Run it on gaussNewtonModel(problem), or use trustRegion()";

/** The shortest d with JᵀJ d = −g. */
function shortestSolution(JtJ: Matrix, g: Vec): Vec | string {
  const L = cholesky(JtJ);
  if (L !== undefined) return solveCholesky(L, g).map((entry) => -entry);
  const { values, vectors } = symmetricEigen(JtJ);
  const rounding = JtJ.length * Number.EPSILON * Math.max(...values.map(Math.abs));
  if (values[0]! < -rounding)
    return `JᵀJ must have no negative eigenvalue, got ${values[0]!.toPrecision(2)}. ${REMEDY}`;
  let d: Vec = new Float64Array(g.length);
  vectors.forEach((v, i) => {
    if (values[i]! > rounding) d = axpy(-dot(v, g) / values[i]!, v, d);
  });
  return d;
}

/** The catalogue card of the Gauss–Newton method. */
export const gaussNewtonCard: Card = {
  id: "gauss-newton",
  title: "Gauss–Newton",
  family: "curvature",
  parameters: [],
  source: "Gauss 1809",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: false,
    quadraticSteps: () => 1,
  },
  make: () => gaussNewton(),
};
