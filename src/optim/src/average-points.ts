import { outerState } from "./internal/outer-state.ts";
import { requireMethod } from "./internal/require-method.ts";
import { interpolateKernel } from "./interpolate.ts";
import type { InPlace, Method, State, Vec } from "./types.ts";

/** The state of a method whose points are averaged: x is the average. */
export interface AverageState<S extends State = State> extends State {
  /** The method's own state: `inner.x` is the last point that went into the average. */
  readonly inner: S;
}

/**
 * Runs a method undisturbed and reports an average of its points:
 *
 *     x̄_k = (1 − c_k) x̄_{k−1} + c_k x_k,    x̄_0 = x_0
 *
 * f, gradients and step lengths are the method's own: it never sees the average.
 *
 * @param name for the name of the method and for messages.
 * @param weightOf c_k in [0, 1] for k = 1, 2, …; 1 starts the average anew.
 * @throws TypeError for what is no method.
 */
export function averagePoints<S extends State>(
  name: string,
  method: Method<S>,
  weightOf: (k: number) => number,
): Method<AverageState<S>> {
  requireMethod(name, method);
  return {
    name: `${name}(${method.name})`,
    order: method.order,
    anchored: true,
    init(oracle, x0) {
      const inner = method.init(oracle, x0);
      return { ...outerState(inner), x: Float64Array.from(inner.x), inner };
    },
    step(oracle, state) {
      const inner = method.step(oracle, state.inner);
      if (inner.k === state.k) return { ...state, ...outerState(inner) };
      const x = Float64Array.from(state.x);
      interpolateKernel(x, inner.x, weightOf(inner.k));
      return { ...outerState(inner), x, inner };
    },
    ...(method.inPlace !== undefined && {
      inPlace: (x0: Vec) => averaging(method.inPlace!(x0), weightOf),
    }),
  };
}

function averaging(work: InPlace, weightOf: (k: number) => number): InPlace {
  const x = Float64Array.from(work.x);
  return {
    x,
    get stepLength() {
      return work.stepLength;
    },
    advance(objective, k) {
      const ending = work.advance(objective, k);
      if (ending === undefined) interpolateKernel(x, work.x, weightOf(k));
      return ending;
    },
  };
}
