import type { Card } from "../card.ts";
import {
  type Interval,
  positive,
  requireIn,
  requireKnown,
  requireOneOf,
} from "../internal/guard.ts";
import { isLost, NO_LOWER_F, ratioOf, TOO_SHORT } from "../internal/ratio-test.ts";
import { doglegStep } from "../trust-region/dogleg-step.ts";
import { exactStep } from "../trust-region/exact-step.ts";
import type { QuadraticModel, SubproblemSolver } from "../trust-region/quadratic-model.ts";
import { steihaugStep } from "../trust-region/steihaug-step.ts";
import type { Method, Oracle, State, Vec } from "../types.ts";
import { allFinite, axpy } from "../vec.ts";

/** The ways to choose the step; see `trustRegion`. */
export type TrustRegionSubproblem = "dogleg" | "steihaug" | "exact";

export interface TrustRegionOptions {
  /** How the model is minimized within the radius. Default "exact". */
  readonly subproblem?: TrustRegionSubproblem;
  /** The first radius Δ, in (0, ∞). Default 1, as in SciPy. */
  readonly radius?: number;
  /** The largest radius, at least the first one. Default 1000, as in SciPy. */
  readonly maxRadius?: number;
  /** The share of the promise, in [0, ¼), that f must fall by more than. Default 0.15, as in SciPy. */
  readonly eta?: number;
}

export interface TrustRegionState extends State {
  /** Δ: how far the next step may go. */
  readonly radius: number;
  /** What f fell by, divided by what the model promised; after the first step. */
  readonly ratio?: number;
}

/**
 * A trust region: first how far the model of f is to be trusted, then the best step within.
 *
 *     p ≈ argmin m(p) = gᵀp + ½ pᵀHp   over ‖p‖ ≤ Δ
 *     ρ = (f(x) − f(x + p)) / (m(0) − m(p))
 *
 *     ρ < ¼                       Δ ← Δ/4
 *     ρ > ¾ and ‖p‖ = Δ           Δ ← min(2Δ, Δ_max)
 *     ρ > η                       x ← x + p; otherwise a new p from the same x
 *
 * One step is one accepted p, however many were tried. How p is found:
 *
 *     "dogleg"     two straight pieces, towards the bottom of the model (of a mended H, where needed)
 *     "steihaug"   conjugate gradients until they leave the region: no matrix, for large n
 *     "exact"      the true minimum of the model, wherever H curves down; also leaves saddles
 *
 * Where a decrease is so small that rounding of f hides it, both parts of ρ count as larger by ten
 * units in the last place of f. Ends as "stalled" where the model promises nothing, or a step is
 * lost in rounding.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, an unknown word or a radius above the largest.
 * Source: Powell 1970; Nocedal & Wright 2006, algorithm 4.1; scipy.optimize.minimize with method
 *   "dogleg", "trust-ncg" and "trust-exact"; Conn, Gould & Toint 2000, section 17.4 (rounding).
 */
export function trustRegion(options: TrustRegionOptions = {}): Method<TrustRegionState> {
  requireKnown(NAME, options, ["subproblem", "radius", "maxRadius", "eta"]);
  const subproblem = requireOneOf(NAME, "subproblem", options.subproblem ?? "exact", SUBPROBLEMS);
  const firstRadius = requireIn(NAME, "radius", options.radius ?? 1, positive);
  const maxRadius = requireIn(NAME, "maxRadius", options.maxRadius ?? 1000, positive);
  const eta = requireIn(NAME, "eta", options.eta ?? 0.15, lessThanQuarter);
  if (maxRadius < firstRadius)
    throw new RangeError(
      `${NAME}: maxRadius must be at least radius = ${firstRadius}, got ${maxRadius}. Give both`,
    );
  const solve = SOLVERS[subproblem];

  return {
    name: NAME,
    order: 2,
    init: (_oracle, x0) => ({ k: 0, x: Float64Array.from(x0), radius: firstRadius }),
    step(oracle, state) {
      const { k, x } = state;
      const f = oracle.f(x);
      const model = modelAt(oracle, x);
      if (!allFinite(model.g)) return { ...state, diverged: "the gradient" };
      let { radius } = state;
      for (let shrunk = false; ; shrunk = true) {
        const { p, decrease, onBoundary } = solve(model, radius);
        if (Number.isNaN(decrease)) return { ...state, diverged: "the Hessian" };
        if (!(decrease > 0))
          return { ...state, stalled: shrunk ? NO_LOWER_F : nothingPromised(subproblem) };
        const trial = axpy(1, p, x);
        if (isLost(x, trial)) return { ...state, stalled: shrunk ? NO_LOWER_F : TOO_SHORT };

        const ratio = ratioOf(f, oracle.f(trial), decrease, shrunk);
        if (!(ratio >= 0.25)) radius /= 4;
        else if (ratio > 0.75 && onBoundary) radius = Math.min(2 * radius, maxRadius);
        if (ratio > eta) return { k: k + 1, x: trial, radius, ratio };
      }
    },
  };
}

const NAME = "trustRegion";
const SUBPROBLEMS: readonly TrustRegionSubproblem[] = ["dogleg", "steihaug", "exact"];
const SOLVERS: Readonly<Record<TrustRegionSubproblem, SubproblemSolver>> = {
  dogleg: doglegStep,
  steihaug: steihaugStep,
  exact: exactStep,
};

const lessThanQuarter: Interval = { text: "[0, 0.25)", holds: (v) => v >= 0 && v < 0.25 };

function nothingPromised(subproblem: TrustRegionSubproblem): string {
  if (subproblem === "exact")
    return "the gradient is 0 and no direction curves down: x is a minimum, or f is flat there";
  return `the gradient is 0, where "${subproblem}" cannot go on. If x may be a saddle, use subproblem "exact"`;
}

function modelAt(oracle: Oracle, x: Vec): QuadraticModel {
  return { g: oracle.g(x), h: () => oracle.h(x), hv: (v) => oracle.hv(x, v) };
}

/** The catalogue card of the trust region. */
export const trustRegionCard: Card = {
  id: "trust-region",
  title: "Trust region",
  family: "curvature",
  parameters: [
    {
      name: "radius",
      symbol: "\\Delta_0",
      label: "first radius",
      default: 1,
      min: 0.01,
      max: 100,
      scale: "log",
    },
    {
      name: "eta",
      symbol: "\\eta",
      label: "least share of the promise",
      default: 0.15,
      min: 0,
      max: 0.24,
      scale: "linear",
    },
  ],
  source: "Powell 1970; Moré & Sorensen 1983",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: false,
    monotone: true,
    convergesWithin: 1500,
  },
  make: ({ radius = 1, eta = 0.15 } = {}) => trustRegion({ radius, eta }),
};
