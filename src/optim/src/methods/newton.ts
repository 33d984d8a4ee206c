import type { Card } from "../card.ts";
import { requireKnown, requireOneOf } from "../internal/guard.ts";
import { newtonLike, type SearchedState } from "../internal/newton-like.ts";
import { newtonStep } from "../internal/newton-step.ts";
import { requireLineSearch } from "../internal/require-line-search.ts";
import { modifiedCholesky } from "../modified-cholesky.ts";
import { backtracking } from "../searches/backtracking.ts";
import type { Direction, LineSearch, Matrix, Method, Vec } from "../types.ts";

/** How Newton's step is guarded; see `newton`. */
export type NewtonVariant = "pure" | "damped" | "modified";

export interface NewtonOptions {
  /** Whether and how the step is guarded. Default "pure". */
  readonly variant?: NewtonVariant;
  /** How far to go along d; not for "pure". Default `backtracking()`. */
  readonly lineSearch?: LineSearch;
}

/** The point, and what a line search remembers. */
export type NewtonState = SearchedState;

/**
 * Newton's method: step to where the quadratic model of f is level.
 *
 *     H d = −g,    x ← x + α d,    H = ∇²f(x)
 *
 *     "pure"       α = 1: no learning rate, and no question whether f falls
 *     "damped"     α from a line search
 *     "modified"   (H + E) d = −g with H + E positive definite, α from a line search
 *
 * On a quadratic the pure method is done in one step. Near a minimum where H is not singular each
 * step about squares the error. Far away it may climb, and saddles and maxima attract it just as
 * minima do. E (see `modifiedCholesky`) turns d downhill, and is 0 where H is safely
 * positive definite. In whatever linear axes and units x is measured, "pure" and "damped" take the same path.
 *
 * Ends as "stalled" where H is singular or d leads uphill (with a remedy), or where the line search
 * finds no step.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for an unknown
 *   word or options that exclude each other.
 * Source: Newton 1669, Raphson 1690, Simpson 1740; Nocedal & Wright 2006, sections 3.3 and 3.4.
 */
export function newton(options: NewtonOptions = {}): Method<NewtonState> {
  requireKnown(NAME, options, ["variant", "lineSearch"]);
  const variant = requireOneOf(NAME, "variant", options.variant ?? "pure", VARIANTS);
  const lineSearch = lineSearchOf(variant, options);
  const direction = variant === "modified" ? modifiedDirection : newtonStep;
  return newtonLike(NAME, direction, lineSearch, 'Use variant "modified", or trustRegion()');
}

/**
 * d = −(H + E)⁻¹ g, with E = 0 where H is positive definite: Newton's method as a direction, for
 * `descend` with any step length. It always leads downhill.
 */
export function newtonDirection(): Direction<null> {
  return {
    name: NAME,
    order: 2,
    init: () => null,
    next: ({ g, h }) => ({ d: modifiedDirection(h(), g), memory: null }),
  };
}

const NAME = "newton";
const VARIANTS: readonly NewtonVariant[] = ["pure", "damped", "modified"];

function modifiedDirection(H: Matrix, g: Vec): Vec {
  return modifiedCholesky(H).solve(g.map((entry) => -entry));
}

function lineSearchOf(variant: NewtonVariant, options: NewtonOptions): LineSearch | undefined {
  if (variant !== "pure") return requireLineSearch(NAME, options.lineSearch ?? backtracking());
  if (options.lineSearch !== undefined)
    throw new RangeError(
      `${NAME}: lineSearch needs variant "damped" or "modified", got "pure". Leave one of the two out`,
    );
  return undefined;
}

/** The catalogue card of Newton's method. */
export const newtonCard: Card = {
  id: "newton",
  title: "Newton's method",
  family: "curvature",
  parameters: [],
  source: "Newton 1669; Raphson 1690; Simpson 1740",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: false,
    quadraticSteps: () => 1,
  },
  make: () => newton(),
};
