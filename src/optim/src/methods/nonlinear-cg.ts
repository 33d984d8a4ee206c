import type { Card } from "../card.ts";
import { type DescentState, descend } from "../descend.ts";
import { sameDecrease } from "../first-trial.ts";
import { positive, requireIn, requireKnown, requireOneOf } from "../internal/guard.ts";
import { strongWolfe } from "../searches/strong-wolfe.ts";
import type { Direction, Method, Vec } from "../types.ts";
import { dot } from "../vec.ts";

/**
 * The direction of conjugate gradients, in place:
 *
 *     d ← −g + β d
 */
export function conjugateDirectionKernel(d: Vec, g: Vec, beta: number): void {
  for (let i = 0; i < d.length; i++) {
    d[i] = beta * d[i]! - g[i]!;
  }
}

/** The ways to choose β; see `nonlinearCg`. */
export type NonlinearCgFormula =
  | "dai-yuan"
  | "polak-ribiere+"
  | "hestenes-stiefel+"
  | "fletcher-reeves";

export interface NonlinearCgDirectionOptions {
  /** How β is chosen. Default "dai-yuan". */
  readonly formula?: NonlinearCgFormula;
  /**
   * Begin again with −g when gradients that follow each other are far from orthogonal,
   * |g_kᵀg_{k−1}| ≥ ν ‖g_k‖²: ν in (0, ∞), or false for never. Default 0.5.
   */
  readonly restart?: number | false;
}

export interface NonlinearCgOptions extends NonlinearCgDirectionOptions {
  /** Share c₁ of the promised decrease, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** How steep a step may end, in [c₁, 1). Default 0.2: go nearly to the minimum along d. */
  readonly c2?: number;
}

/** The last gradient and direction; none before the first step. */
export interface NonlinearCgMemory {
  readonly last?: { readonly g: Vec; readonly d: Vec };
}

/**
 * Nonlinear conjugate gradients: each direction keeps a share β of the one before, chosen so that
 * on a quadratic no step undoes another.
 *
 *     d_k = −g_k + β d_{k−1},    x ← x + α d_k,    y = g_k − g_{k−1}
 *
 *     "dai-yuan"            β = ‖g_k‖² / d_{k−1}ᵀy
 *     "fletcher-reeves"     β = ‖g_k‖² / ‖g_{k−1}‖²
 *     "polak-ribiere+"      β = max(0, g_kᵀy / ‖g_{k−1}‖²)
 *     "hestenes-stiefel+"   β = max(0, g_kᵀy / d_{k−1}ᵀy)
 *
 * On a quadratic with exact steps all four are the same method, and at the minimum after n steps.
 * Elsewhere they differ after a short step, when y is small: the last two then begin again with
 * β ≈ 0, while the first two can creep for thousands of steps unless `restart` helps them. With
 * Dai and Yuan's β every direction leads downhill after any step that meets the Wolfe conditions,
 * and so it bears an inexact search best: on our test problems it takes the fewest evaluations.
 *
 * α comes from `strongWolfe` with c₂ = 0.2; its first trial expects f to fall as much as in the
 * step before. Two vectors of memory. A direction that would not lead downhill is replaced by −g.
 * SciPy's "CG" is "polak-ribiere+" with c₂ = 0.4 and without `restart`.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Fletcher & Reeves 1964; Polak & Ribière 1969, Powell 1984 (+); Hestenes & Stiefel 1952;
 *   Dai & Yuan 1999; Powell 1977 (restart).
 */
export function nonlinearCg(
  options: NonlinearCgOptions = {},
): Method<DescentState<NonlinearCgMemory>> {
  requireKnown(NAME, options, ["formula", "restart", "c1", "c2"]);
  const { c1 = 1e-4, c2 = 0.2, ...rest } = options;
  const firstTrial = sameDecrease();
  return descend(nonlinearCgDirection(rest), strongWolfe({ c1, c2, firstTrial }));
}

/**
 * d = −g + β d: conjugate gradients as a direction, for `descend` with any step length.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 */
export function nonlinearCgDirection(
  options: NonlinearCgDirectionOptions = {},
): Direction<NonlinearCgMemory> {
  requireKnown(NAME, options, ["formula", "restart"]);
  const formula = requireOneOf(NAME, "formula", options.formula ?? "dai-yuan", FORMULAS);
  const betaOf = formulas[formula];
  const nu = restartOf(options.restart ?? RESTART);
  /** Turns the last direction into the next one. */
  const turn = (d: Vec, g: Vec, gBefore: Vec): void => {
    const orthogonal = Math.abs(dot(g, gBefore)) < nu * dot(g, g);
    const beta = orthogonal ? betaOf(g, gBefore, d) : 0;
    conjugateDirectionKernel(d, g, Number.isFinite(beta) ? beta : 0);
    if (!(dot(d, g) < 0)) conjugateDirectionKernel(d, g, 0);
  };
  return {
    name: NAME,
    order: 1,
    init: () => ({}),
    next({ g }, { last }) {
      const d = last === undefined ? new Float64Array(g.length) : Float64Array.from(last.d);
      if (last === undefined) conjugateDirectionKernel(d, g, 0);
      else turn(d, g, last.g);
      return { d, memory: { last: { g, d } } };
    },
    inPlace(n) {
      const gBefore = new Float64Array(n);
      let moved = false;
      return (d, _x, g) => {
        if (moved) turn(d, g, gBefore);
        else conjugateDirectionKernel(d, g, 0);
        moved = true;
        gBefore.set(g);
      };
    },
  };
}

const NAME = "nonlinearCg";

/** β from g_k, g_{k−1} and d_{k−1}. */
const formulas: Readonly<Record<NonlinearCgFormula, (g: Vec, gBefore: Vec, d: Vec) => number>> = {
  "dai-yuan": (g, gBefore, d) => dot(g, g) / dotChange(d, g, gBefore),
  "polak-ribiere+": (g, gBefore) => Math.max(0, dotChange(g, g, gBefore) / dot(gBefore, gBefore)),
  "hestenes-stiefel+": (g, gBefore, d) =>
    Math.max(0, dotChange(g, g, gBefore) / dotChange(d, g, gBefore)),
  "fletcher-reeves": (g, gBefore) => dot(g, g) / dot(gBefore, gBefore),
};
const FORMULAS = Object.keys(formulas) as NonlinearCgFormula[];

/** aᵀ(g − h): the difference first, which loses fewer digits than aᵀg − aᵀh. */
function dotChange(a: Vec, g: Vec, h: Vec): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * (g[i]! - h[i]!);
  return sum;
}

/** ν, with ∞ for never. */
function restartOf(restart: number | false): number {
  if (restart === false) return Number.POSITIVE_INFINITY;
  return requireIn(NAME, "restart", restart, positive);
}

/** Powell proposed 0.2, Nocedal & Wright 0.1; on the test problems 0.5 took fewest evaluations. */
const RESTART = 0.5;

/** The catalogue card of nonlinear conjugate gradients. */
export const nonlinearCgCard: Card = {
  id: "nonlinear-cg",
  title: "Nonlinear conjugate gradients",
  family: "curvature",
  parameters: [
    {
      name: "c2",
      symbol: "c_2",
      label: "how flat a step must end",
      default: 0.2,
      min: 0.01,
      max: 0.45,
      scale: "linear",
    },
  ],
  source: "Fletcher & Reeves 1964; Dai & Yuan 1999",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: false,
    monotone: true,
    convergesWithin: 500,
  },
  make: ({ c2 = 0.2 } = {}) => nonlinearCg({ c2 }),
};
