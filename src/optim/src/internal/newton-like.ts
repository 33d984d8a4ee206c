import { lineOf } from "../line.ts";
import { matrixIsFinite } from "../matrix.ts";
import type { Before, LineSearch, Matrix, Method, Oracle, State, Vec } from "../types.ts";
import { allFinite, axpy, dot } from "../vec.ts";
import { beforeOf } from "./descent-in-place.ts";

/** The state of a method that may search along its direction. */
export interface SearchedState extends State {
  /** What the last step knew, for a line search. */
  readonly before?: Before;
}

/**
 * A method whose direction follows from the Hessian and the gradient at x alone: Newton's and its
 * relatives.
 * @param directionOf d, or in words why there is none.
 * @param lineSearch how far to go along d; undefined for all of it.
 * @param uphill what to do where d does not lead downhill, which a line search cannot use.
 */
export function newtonLike(
  name: string,
  directionOf: (H: Matrix, g: Vec) => Vec | string,
  lineSearch: LineSearch | undefined,
  uphill: string,
): Method<SearchedState> {
  return {
    name,
    order: 2,
    init: (_oracle, x0) => ({ k: 0, x: Float64Array.from(x0) }),
    step(oracle, state) {
      const g = oracle.g(state.x);
      const H = oracle.h(state.x);
      if (!allFinite(g)) return { ...state, diverged: "the gradient" };
      if (!matrixIsFinite(H)) return { ...state, diverged: "the Hessian" };
      const d = directionOf(H, g);
      if (typeof d === "string") return { ...state, stalled: d };
      return stepAlong(oracle, state, d, lineSearch, uphill);
    },
  };
}

/** The state after a step along d: by the whole of d, or as far as the line search says. */
function stepAlong(
  oracle: Oracle,
  state: SearchedState,
  d: Vec,
  lineSearch: LineSearch | undefined,
  uphill: string,
): SearchedState {
  const { k, x, before } = state;
  if (lineSearch === undefined) return { k: k + 1, x: axpy(1, d, x), stepLength: 1 };
  const g = oracle.g(x);
  if (g.every((entry) => entry === 0))
    return { ...state, stalled: "the gradient is 0: x is a minimum, a saddle or a maximum" };
  const slope = dot(g, d);
  if (!(slope < 0))
    return {
      ...state,
      stalled: `the slope along d must be below 0, got ${slope.toPrecision(2)}: H is not positive definite here. ${uphill}`,
    };
  const line = lineOf(oracle, x, d);
  const stepLength = lineSearch.along?.(line, before) ?? lineSearch.search(oracle, x, d, before);
  if (typeof stepLength === "string") return { ...state, stalled: stepLength };
  return {
    k: k + 1,
    x: axpy(stepLength, d, x),
    stepLength,
    before: beforeOf(stepLength, slope, line.f0),
  };
}
