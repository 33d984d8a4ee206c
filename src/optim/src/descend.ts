import { nonNegative, requireIn, show } from "./internal/guard.ts";
import type {
  Before,
  Direction,
  LineSearch,
  Method,
  Oracle,
  State,
  StepLength,
  Vec,
} from "./types.ts";
import { axpy, dot } from "./vec.ts";

/** The state of a descent: the point and what the direction remembers. */
export interface DescentState<M> extends State {
  readonly memory: M;
  /** What the last step knew, for a line search. */
  readonly before?: Before;
}

/**
 * A method made of two independent choices, where to go and how far: x_k = x_{k−1} + α_k d_k.
 *
 *     descend(steepestDescent, 0.1)               // a fixed learning rate
 *     descend(momentumDirection(), (k) => 1 / k)  // a schedule
 *
 * @param direction chooses d from the derivatives at x and its memory.
 * @param step α: a number in [0, ∞), a schedule k => α, or a line search. A line search that
 *   finds no step ends the run as "stalled", with its reason.
 * @throws TypeError or RangeError for a step length that is none of the three.
 */
export function descend<M>(direction: Direction<M>, step: StepLength): Method<DescentState<M>> {
  const lengthOf = stepLengthOf(step);
  return {
    name: direction.name,
    order: direction.order,
    init: (_oracle, x0) => ({ k: 0, x: Float64Array.from(x0), memory: direction.init(x0.length) }),
    step(oracle, state) {
      const { x } = state;
      const k = state.k + 1;
      const here = { k, x, g: oracle.g(x), h: () => oracle.h(x), hv: (v: Vec) => oracle.hv(x, v) };
      const { d, memory } = direction.next(here, state.memory);
      const stepLength = lengthOf(oracle, state, d);
      if (typeof stepLength === "string") return { ...state, stalled: stepLength };
      const before = { stepLength, slope: dot(here.g, d) };
      return { k, x: axpy(stepLength, d, x), stepLength, memory, before };
    },
  };
}

function stepLengthOf(
  step: StepLength,
): (oracle: Oracle, state: DescentState<unknown>, d: Vec) => number | string {
  if (isLineSearch(step)) return (oracle, { x, before }, d) => step.search(oracle, x, d, before);
  if (typeof step === "function")
    return (_oracle, { k }) =>
      requireIn("descend", `the step length of step ${k + 1}`, step(k + 1), nonNegative);
  if (typeof step !== "number")
    throw new TypeError(
      `descend: step must be a number in [0, ∞), a schedule k => α or a line search, got ${show(step)}`,
    );
  requireIn("descend", "step", step, nonNegative);
  return () => step;
}

function isLineSearch(step: StepLength): step is LineSearch {
  return typeof step === "object" && step !== null && typeof step.search === "function";
}
