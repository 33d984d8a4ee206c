import type { Before, LineSearch, Oracle, State, Vec } from "../types.ts";
import { axpy, dot } from "../vec.ts";

/** The state of a method that may search along its direction. */
export interface SearchedState extends State {
  /** What the last step knew, for a line search. */
  readonly before?: Before;
}

/** The start of a method that remembers nothing but its last line search. */
export function searchedStart(x0: Vec): SearchedState {
  return { k: 0, x: Float64Array.from(x0) };
}

/**
 * The state after a step along d: by the whole of d, or as far as the line search says.
 * @param uphill what to do where d does not lead downhill, which a line search cannot use.
 */
export function stepAlong(
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
  const stepLength = lineSearch.search(oracle, x, d, before);
  if (typeof stepLength === "string") return { ...state, stalled: stepLength };
  return { k: k + 1, x: axpy(stepLength, d, x), stepLength, before: { stepLength, slope } };
}
