import type { Card } from "../card.ts";
import { curvaturePair } from "../curvature-pair.ts";
import {
  positive,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
  unitOpen,
} from "../internal/guard.ts";
import { cannotStart, lineOf } from "../line.ts";
import { backtrack } from "../searches/backtracking.ts";
import type { Direction, Method, State, Vec } from "../types.ts";
import { allFinite, axpy, dot, norm } from "../vec.ts";

/** Which of the two rates; see `barzilaiBorwein`. */
export type BarzilaiBorweinFormula = "long" | "short" | "alternating";

export interface BarzilaiBorweinDirectionOptions {
  /** Which rate. Default "alternating". */
  readonly formula?: BarzilaiBorweinFormula;
  /**
   * The rate where no curvature is known, at the first step and after a step without positive
   * curvature, in (0, ∞). Default 1/‖g‖, a step of length 1.
   */
  readonly firstRate?: number;
}

export interface BarzilaiBorweinOptions extends BarzilaiBorweinDirectionOptions {
  /**
   * f may rise up to its largest value at the last so many points, a whole number. 1 allows no
   * rise; with 0 every step is taken as it is, Barzilai and Borwein's own rule. Default 10.
   */
  readonly history?: number;
  /** Share c₁ of the promised decrease that is asked for, in (0, 1). Default 1e-4. */
  readonly c1?: number;
}

/** The last point and gradient, and the rate that the last direction was made with. */
export interface BarzilaiBorweinMemory {
  readonly last?: { readonly x: Vec; readonly g: Vec };
  readonly rate?: number;
}

/** The point, what the direction remembers, and the last values of f, newest last. */
export interface BarzilaiBorweinState extends State {
  readonly memory: BarzilaiBorweinMemory;
  readonly values: readonly number[];
}

/**
 * Barzilai and Borwein's method: gradient descent whose rate is the inverse of the curvature that
 * the last step has met.
 *
 *     x ← x − α g,    δ = x_k − x_{k−1},    y = g_k − g_{k−1}
 *
 *     "long"         α = δᵀδ / δᵀy    (BB1)
 *     "short"        α = δᵀy / yᵀy    (BB2)
 *     "alternating"  long at even steps, short at odd ones
 *
 * Both fit α⁻¹ I to the secant equation, from its two sides. On a quadratic 1/α is a Rayleigh
 * quotient of the Hessian, so that it lies between μ and L. There the method converges, far
 * more quickly than with the best fixed rate, although f rises at many steps. Elsewhere it needs
 * a guard that lets f rise, but not for ever: a step is shortened until
 *
 *     f(x − α g) ≤ max(f at the last `history` points) − c₁ α ‖g‖²
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Barzilai & Borwein 1988; Dai & Fletcher 2005 (alternating); Grippo, Lampariello &
 *   Lucidi 1986 and Raydan 1997 (guard).
 */
export function barzilaiBorwein(
  options: BarzilaiBorweinOptions = {},
): Method<BarzilaiBorweinState> {
  requireKnown(NAME, options, ["formula", "firstRate", "history", "c1"]);
  const { history = 10, c1 = 1e-4, ...rest } = options;
  requireWhole(NAME, "history", history);
  requireIn(NAME, "c1", c1, unitOpen);
  const direction = barzilaiBorweinDirection(rest);
  return {
    name: NAME,
    order: 1,
    init: (_oracle, x0) => ({
      k: 0,
      x: Float64Array.from(x0),
      memory: direction.init(x0.length),
      values: [],
    }),
    step(oracle, state) {
      const { x } = state;
      const k = state.k + 1;
      const g = oracle.g(x);
      if (!allFinite(g)) return { ...state, diverged: "the gradient" };
      const here = { k, x, g, h: () => oracle.h(x), hv: (v: Vec) => oracle.hv(x, v) };
      const { d, memory } = direction.next(here, state.memory);
      const rate = memory.rate!;
      if (history === 0)
        return { k, x: axpy(1, d, x), stepLength: rate, memory, values: state.values };

      const f = oracle.f(x);
      const values = [...state.values, f].slice(-history);
      const line = lineOf(oracle, x, d);
      const share =
        cannotStart(NAME, f, line.slope(0)) ??
        backtrack(NAME, line, 1, Math.max(...values), { c1, shrink: 0.5, interpolate: true });
      if (typeof share === "string") return { ...state, stalled: share };
      return { k, x: axpy(share, d, x), stepLength: share * rate, memory, values };
    },
  };
}

/**
 * d = −α g with the rate of Barzilai and Borwein: as a direction, whose natural step length is 1.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 */
export function barzilaiBorweinDirection(
  options: BarzilaiBorweinDirectionOptions = {},
): Direction<BarzilaiBorweinMemory> {
  requireKnown(NAME, options, ["formula", "firstRate"]);
  const formula = requireOneOf(NAME, "formula", options.formula ?? "alternating", FORMULAS);
  const { firstRate } = options;
  if (firstRate !== undefined) requireIn(NAME, "firstRate", firstRate, positive);
  return {
    name: NAME,
    order: 1,
    init: () => ({}),
    next({ k, x, g }, { last }) {
      const pair = last && curvaturePair(x, last.x, g, last.g);
      const long = formula === "long" || (formula === "alternating" && k % 2 === 0);
      const rate = pair === undefined ? (firstRate ?? inverse(norm(g))) : rateOf(pair, long);
      return { d: g.map((slope) => -rate * slope), memory: { last: { x, g }, rate } };
    },
  };
}

const NAME = "barzilaiBorwein";
const FORMULAS: readonly BarzilaiBorweinFormula[] = ["long", "short", "alternating"];

function rateOf({ delta, y, rho }: { delta: Vec; y: Vec; rho: number }, long: boolean): number {
  return long ? rho * dot(delta, delta) : 1 / (rho * dot(y, y));
}

/** At a critical point any rate will do. */
function inverse(size: number): number {
  return size > 0 ? 1 / size : 1;
}

/** The catalogue card of Barzilai and Borwein's method. */
export const barzilaiBorweinCard: Card = {
  id: "barzilai-borwein",
  title: "Barzilai–Borwein",
  family: "curvature",
  parameters: [
    {
      name: "history",
      symbol: "M",
      label: "values that f may rise to",
      default: 10,
      min: 0,
      max: 20,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Barzilai & Borwein 1988; Raydan 1997",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: false,
    monotone: false,
    convergesWithin: 1000,
  },
  make: ({ history = 10 } = {}) => barzilaiBorwein({ history }),
};
