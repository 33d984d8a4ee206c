import { beforeOf, descentInPlace, same } from "./internal/descent-in-place.ts";
import { nonNegative, requireIn, show } from "./internal/guard.ts";
import { lineOf } from "./line.ts";
import type {
  Before,
  Direction,
  Line,
  LineSearch,
  Method,
  State,
  StepLength,
  Vec,
} from "./types.ts";
import { allFinite, axpy, dot } from "./vec.ts";

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
 *     descend(bfgsDirection(), strongWolfe())     // a line search
 *
 * Runs in place, without an array made at any step, if the direction does, as those of BFGS, L-BFGS
 * and conjugate gradients, and the step length is a number, a schedule, or a search that works
 * `along` a line.
 *
 * Where a line search finds no step, the direction forgets what it remembers and the search is
 * tried once more; if that fails too, the run ends as "stalled", with the reason. Without a
 * `gradientTolerance` that is also how a good run ends: at the minimum, where rounding hides any
 * further decrease.
 *
 * @param direction chooses d from the derivatives at x and its memory.
 * @param step α: a number in [0, ∞), a schedule k => α, or a line search.
 * @throws TypeError for a direction that is none; TypeError or RangeError for a step length that is
 *   none of the three.
 */
export function descend<M>(direction: Direction<M>, step: StepLength): Method<DescentState<M>> {
  if (typeof direction?.next !== "function")
    throw new TypeError(
      `descend: direction must be one such as steepestDescent or bfgsDirection(), got ${show(direction)}`,
    );
  const lengthOn = lengthOnLine(step);
  const method: Method<DescentState<M>> = {
    name: direction.name,
    order: direction.order,
    init: (_oracle, x0) => ({ k: 0, x: Float64Array.from(x0), memory: direction.init(x0.length) }),
    step(oracle, state) {
      const { x } = state;
      const k = state.k + 1;
      const g = oracle.g(x);
      if (!allFinite(g)) return { ...state, diverged: "the gradient" };
      const here = { k, x, g, h: () => oracle.h(x), hv: (v: Vec) => oracle.hv(x, v) };
      const attempt = (remembered: M, before: Before | undefined) => {
        const { d, memory } = direction.next(here, remembered);
        const line = lineOf(oracle, x, d);
        const stepLength =
          lengthOn === undefined
            ? (step as LineSearch).search(oracle, x, d, before)
            : lengthOn(line, before, k);
        return { d, memory, line, stepLength };
      };

      let taken = attempt(state.memory, state.before);
      if (!allFinite(taken.d)) return { ...state, diverged: "the direction" };
      if (typeof taken.stepLength === "string") {
        const afresh = direction.next(here, direction.init(x.length)).d;
        if (same(taken.d, afresh)) return { ...state, stalled: taken.stepLength };
        taken = attempt(direction.init(x.length), undefined);
      }
      const { d, memory, line, stepLength } = taken;
      if (typeof stepLength === "string") return { ...state, stalled: stepLength };
      const before = beforeOf(stepLength, dot(g, d), line.f0);
      return { k, x: axpy(stepLength, d, x), stepLength, memory, before };
    },
  };
  if (direction.inPlace === undefined || lengthOn === undefined) return method;
  return {
    ...method,
    inPlace: (x0) => descentInPlace(x0, () => direction.inPlace!(x0.length), lengthOn),
  };
}

/** The step length from the line alone; undefined for a search that needs the oracle. */
function lengthOnLine(
  step: StepLength,
): ((line: Line, before: Before | undefined, k: number) => number | string) | undefined {
  if (isLineSearch(step)) return step.along && ((line, before) => step.along!(line, before));
  if (typeof step === "function")
    return (_line, _before, k) =>
      requireIn("descend", `the step length of step ${k}`, step(k), nonNegative);
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
