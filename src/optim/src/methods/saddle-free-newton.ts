import type { Card } from "../card.ts";
import { nonNegative, requireIn, requireKnown } from "../internal/guard.ts";
import { newtonLike, type SearchedState } from "../internal/newton-like.ts";
import { requireLineSearch } from "../internal/require-line-search.ts";
import { symmetricEigen } from "../symmetric-eigen.ts";
import type { LineSearch, Matrix, Method, Vec } from "../types.ts";
import { axpy, dot } from "../vec.ts";

export interface SaddleFreeNewtonOptions {
  /** μ in [0, ∞), added to every |λᵢ|: shorter steps, and none divided by 0. Default 0. */
  readonly damping?: number;
  /** How far to go along d. Default: all of it, α = 1. */
  readonly lineSearch?: LineSearch;
}

/** The point, and what a line search remembers. */
export type SaddleFreeNewtonState = SearchedState;

/**
 * Newton's method with the sizes of the curvatures in place of the curvatures.
 *
 *     d = −(|H| + μI)⁻¹ g = −Σ (vᵢᵀg / (|λᵢ| + μ)) vᵢ,    x ← x + α d
 *
 * λᵢ and vᵢ are the eigenvalues and eigenvectors of H. Along a vᵢ that curves up this is Newton's
 * step to the bottom; along one that curves down it is as long, and away from the top: saddles
 * repel. On a convex function it is Newton's method.
 *
 * Ends as "stalled" where |H| + μI is singular, with a remedy. Needs all eigenvectors: for n up to a few hundred.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Dauphin et al. 2014, who take the eigenvectors from a Krylov space.
 */
export function saddleFreeNewton(
  options: SaddleFreeNewtonOptions = {},
): Method<SaddleFreeNewtonState> {
  requireKnown(NAME, options, ["damping", "lineSearch"]);
  const damping = requireIn(NAME, "damping", options.damping ?? 0, nonNegative);
  const lineSearch =
    options.lineSearch === undefined ? undefined : requireLineSearch(NAME, options.lineSearch);
  return newtonLike(NAME, (H, g) => direction(H, g, damping), lineSearch, "Use trustRegion()");
}

const NAME = "saddleFreeNewton";

function direction(H: Matrix, g: Vec, damping: number): Vec | string {
  const { values, vectors } = symmetricEigen(H);
  const sizes = values.map((value) => Math.abs(value) + damping);
  const rounding = H.length * Number.EPSILON * Math.max(...sizes);
  let d: Vec = new Float64Array(g.length);
  for (const [i, size] of sizes.entries()) {
    if (!(size > rounding))
      return `|H| must not be singular, got the eigenvalue ${values[i]!.toPrecision(2)}. Give a damping above 0`;
    const v = vectors[i]!;
    d = axpy(-dot(v, g) / size, v, d);
  }
  return d;
}

/** The catalogue card of saddle-free Newton. */
export const saddleFreeNewtonCard: Card = {
  id: "saddle-free-newton",
  title: "Saddle-free Newton",
  family: "curvature",
  parameters: [
    {
      name: "damping",
      symbol: "\\mu",
      label: "damping",
      default: 0,
      min: 0,
      max: 10,
      scale: "linear",
    },
  ],
  source: "Dauphin et al. 2014",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: false,
    quadraticSteps: () => 1,
  },
  make: ({ damping = 0 } = {}) => saddleFreeNewton({ damping }),
};
