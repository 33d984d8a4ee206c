import type { Card } from "../card.ts";
import { cholesky, solveCholesky } from "../cholesky.ts";
import { positive, requireIn, requireKnown, requireOneOf } from "../internal/guard.ts";
import { isLost, NO_LOWER_F, ratioOf, TOO_SHORT } from "../internal/ratio-test.ts";
import { matrixIsFinite } from "../matrix.ts";
import type { Matrix, Method, State, Vec } from "../types.ts";
import { allFinite, axpy, norm } from "../vec.ts";

/** What λ is a multiple of; see `levenbergMarquardt`. */
export type LevenbergMarquardtScaling = "identity" | "diagonal";

export interface LevenbergMarquardtOptions {
  /**
   * The first λ, in (0, ∞), relative to the root mean square of the eigenvalues of JᵀJ; with the
   * scaling "diagonal" as it is. Default 1e-3.
   */
  readonly damping?: number;
  /** D: the identity (Levenberg) or the diagonal of JᵀJ (Marquardt). Default "identity". */
  readonly scaling?: LevenbergMarquardtScaling;
}

export interface LevenbergMarquardtState extends State {
  /** λ for the next step; absent before the first. */
  readonly lambda?: number;
  /** The diagonal of D, with the scaling "diagonal". */
  readonly scale?: Vec;
}

/**
 * The Levenberg–Marquardt method for least squares f = ½ ‖r‖²: Gauss–Newton, held back by λ.
 *
 *     (JᵀJ + λD) p = −Jᵀr
 *     ρ = (f(x) − f(x + p)) / ½ pᵀ(λDp − Jᵀr)
 *
 * ρ is what f falls by, over what the model promises.
 *
 *     ρ > 0        x ← x + p,    λ ← λ max(⅓, 1 − (2ρ − 1)³)
 *     otherwise    a new p from the same x, with λ ← 2λ, then λ ← 4λ, 8λ, …
 *
 * As λ → 0, p becomes the Gauss–Newton step; as λ → ∞, a short step along −D⁻¹Jᵀr. One step is one
 * accepted p. With the scaling "diagonal" (each entry the largest one met so far) the path does not
 * depend on the units of the variables.
 *
 * Takes JᵀJ from the oracle as its Hessian, which `gaussNewtonModel` puts there:
 *
 *     run(levenbergMarquardt(), gaussNewtonModel(problem), x0)
 *
 * On an objective with its true Hessian it is Newton's method, held back in the same way; λ
 * then grows until H + λD is positive definite.
 *
 * Where a decrease is so small that rounding of f hides it, both parts of ρ count as larger by ten
 * units in the last place of f. Ends as "stalled" where a step is lost in rounding.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: Levenberg 1944; Marquardt 1963; Moré 1978 (D); Nielsen 1999 (λ).
 */
export function levenbergMarquardt(
  options: LevenbergMarquardtOptions = {},
): Method<LevenbergMarquardtState> {
  requireKnown(NAME, options, ["damping", "scaling"]);
  const damping = requireIn(NAME, "damping", options.damping ?? 1e-3, positive);
  const scaling = requireOneOf(NAME, "scaling", options.scaling ?? "identity", SCALINGS);

  return {
    name: NAME,
    order: 2,
    init: (_oracle, x0) => ({ k: 0, x: Float64Array.from(x0) }),
    step(oracle, state) {
      const { k, x } = state;
      const [f, g, H] = [oracle.f(x), oracle.g(x), oracle.h(x)];
      if (!allFinite(g)) return { ...state, diverged: "the gradient" };
      if (!matrixIsFinite(H)) return { ...state, diverged: "the Hessian" };
      const scale = scaling === "diagonal" ? grownScale(state.scale, H) : undefined;
      let lambda = state.lambda ?? damping * (scale === undefined ? meanSize(H) : 1);
      for (let growth = 2; lambda < Number.POSITIVE_INFINITY; lambda *= growth, growth *= 2) {
        const pull = g.map((_, i) => lambda * (scale?.[i] ?? 1));
        const L = cholesky(H.map((row, i) => row.map((h, j) => (i === j ? h + pull[i]! : h))));
        if (L === undefined) continue;
        const p = solveCholesky(L, g).map((entry) => -entry);
        const trial = axpy(1, p, x);
        if (isLost(x, trial)) return { ...state, stalled: growth > 2 ? NO_LOWER_F : TOO_SHORT };
        const twicePromised = p.reduce((sum, pi, i) => sum + pi * (pull[i]! * pi - g[i]!), 0);
        const ratio = ratioOf(f, oracle.f(trial), twicePromised / 2, growth > 2);
        if (!(ratio > 0)) continue;
        lambda = Math.max(lambda * relief(ratio), Number.MIN_VALUE); // from 0 it could not grow again
        return { k: k + 1, x: trial, lambda, ...(scale && { scale }) };
      }
      return { ...state, stalled: NO_LOWER_F };
    },
  };
}

const NAME = "levenbergMarquardt";
const SCALINGS: readonly LevenbergMarquardtScaling[] = ["identity", "diagonal"];

/** What λ is multiplied by after a step with this ratio: ⅓ where the model was right. */
function relief(ratio: number): number {
  return Math.max(1 / 3, 1 - (2 * ratio - 1) ** 3);
}

/** The root mean square of the eigenvalues, √(Σ hᵢⱼ² / n); 1 for a matrix of zeros. */
function meanSize(H: Matrix): number {
  return norm(Float64Array.from(H, norm)) / Math.sqrt(H.length) || 1;
}

/** D: what it was, but no less than the sizes on the diagonal of H; 1 instead of 0. */
function grownScale(before: Vec | undefined, H: Matrix): Vec {
  return Float64Array.from(H, (row, i) => Math.max(before?.[i] ?? 0, Math.abs(row[i]!)) || 1);
}

/** The catalogue card of the Levenberg–Marquardt method. */
export const levenbergMarquardtCard: Card = {
  id: "levenberg-marquardt",
  title: "Levenberg–Marquardt",
  family: "curvature",
  parameters: [
    {
      name: "damping",
      symbol: "\\tau",
      label: "first damping",
      default: 1e-3,
      min: 1e-6,
      max: 10,
      scale: "log",
    },
  ],
  source: "Levenberg 1944; Marquardt 1963",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: true,
    convergesWithin: 500,
  },
  make: ({ damping = 1e-3 } = {}) => levenbergMarquardt({ damping }),
};
