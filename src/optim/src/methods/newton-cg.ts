import type { Card } from "../card.ts";
import { cgStart, cgStep } from "../conjugate-gradients.ts";
import { type DescentState, descend } from "../descend.ts";
import { requireIn, requireKnown, unitOpen } from "../internal/guard.ts";
import { requireLineSearch } from "../internal/require-line-search.ts";
import { backtracking } from "../searches/backtracking.ts";
import type { Direction, Here, LineSearch, Method, Vec } from "../types.ts";
import { axpy, dot, norm } from "../vec.ts";

/** What Newton–CG remembers: ‖g‖ at the step before, 0 at first. */
export type NewtonCgMemory = number;

export interface NewtonCgOptions {
  /** The largest forcing term η, in (0, 1). Default 0.1. */
  readonly forcing?: number;
  /** How far to go along d. Default `backtracking()`. */
  readonly lineSearch?: LineSearch;
}

/**
 * Newton–CG, or truncated Newton: Newton's equation, solved by conjugate gradients only as well
 * as is worth the while.
 *
 *     H d ≈ −g  until  ‖Hd + g‖ ≤ η ‖g‖,    η = min(η_max, 0.9 (‖g‖ / ‖g‖ of the step before)²)
 *     x ← x + α d,    α from a line search
 *
 * Roughly while the gradient falls slowly, sharply once it falls fast: the last steps then converge
 * about as fast as Newton's. Asks for products H v only, for large n.
 *
 * A direction of conjugate gradients that curves down is gone as far as if it curved up as much,
 * and is the last one. So d always leads downhill.
 *
 * Ends as "stalled" where the line search finds no step.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: Dembo & Steihaug 1983; Eisenstat & Walker 1996, choice 2; scipy.optimize.minimize with
 *   method "Newton-CG".
 */
export function newtonCg(options: NewtonCgOptions = {}): Method<DescentState<NewtonCgMemory>> {
  requireKnown(NAME, options, ["forcing", "lineSearch"]);
  const { forcing = DEFAULT_FORCING, lineSearch = backtracking() } = options;
  return descend(newtonCgDirection({ forcing }), requireLineSearch(NAME, lineSearch));
}

/**
 * The direction of Newton–CG, for `descend` with any step length.
 *
 * @param options.forcing the largest forcing term η, in (0, 1). Default 0.1.
 * @throws TypeError for an unknown option or a value of another type, RangeError for η outside its
 *   range.
 */
export function newtonCgDirection(
  options: { readonly forcing?: number } = {},
): Direction<NewtonCgMemory> {
  requireKnown(NAME, options, ["forcing"]);
  const forcing = requireIn(NAME, "forcing", options.forcing ?? DEFAULT_FORCING, unitOpen);
  return {
    name: NAME,
    order: 2,
    init: () => 0,
    next({ g, hv }, before) {
      const size = norm(g);
      const eta = Math.min(forcing, 0.9 * (size / before) ** 2);
      return { d: truncatedSolution(g, hv, eta * size), memory: size };
    },
  };
}

const NAME = "newtonCg";
const DEFAULT_FORCING = 0.1;

/** H d ≈ −g by conjugate gradients from 0, until ‖Hd + g‖ is at most `close`. */
function truncatedSolution(g: Vec, hv: Here["hv"], close: number): Vec {
  let iterate = cgStart(
    new Float64Array(g.length),
    g.map((entry) => -entry),
  );
  for (let j = 0; j < MOST_STEPS * g.length && norm(iterate.r) > close; j++) {
    const { x, r, d } = iterate;
    const hd = hv(d);
    const curvature = dot(d, hd);
    // What is not finite is told by `descend`.
    if (!Number.isFinite(curvature)) return hd;
    if (curvature < 0) return axpy(dot(r, r) / -curvature, d, x);
    if (!(curvature > 0)) return j > 0 ? x : d;
    iterate = cgStep(iterate, hd);
  }
  return iterate.x;
}

/** Without rounding n steps are enough; with it, this many times n certainly are. */
const MOST_STEPS = 10;

/** The catalogue card of Newton–CG. */
export const newtonCgCard: Card = {
  id: "newton-cg",
  title: "Newton–CG",
  family: "curvature",
  parameters: [
    {
      name: "forcing",
      symbol: "\\eta_{\\max}",
      label: "largest forcing term",
      default: DEFAULT_FORCING,
      min: 0.001,
      max: 0.9,
      scale: "log",
    },
  ],
  source: "Dembo & Steihaug 1983; Eisenstat & Walker 1996",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: true,
    convergesWithin: 500,
  },
  make: ({ forcing = DEFAULT_FORCING } = {}) => newtonCg({ forcing }),
};
