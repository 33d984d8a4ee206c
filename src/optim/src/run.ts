import { ranOn } from "./internal/ran-on.ts";
import { iterate, type RunOptions } from "./iterate.ts";
import type { Frame, Method, Objective, State, StochasticObjective, Trace, Vec } from "./types.ts";

/**
 * Runs a method to its end and keeps every frame.
 *
 *     const trace = run(momentum({ learningRate: 0.04 }), bowl([1, 25]), [-4, 1], { steps: 100 });
 *     trace.frames.at(-1)?.f       // the last value
 *     trace.outcome                // { kind: "budget", by: "steps" }
 *
 * @param x0 the start, frame 0 of the trace.
 * @param options when to stop; see `RunOptions`. Default: after 1000 steps.
 * @throws TypeError or RangeError for a bad start or bad options, never for bad numerics:
 *   those are the outcome "diverged".
 */
export function run<S extends State>(
  method: Method<S>,
  objective: Objective | StochasticObjective,
  x0: readonly number[] | Vec,
  options: RunOptions<S> = {},
): Trace<S> {
  const frames: Frame<S>[] = [];
  const frame = iterate(method, objective, x0, options);
  for (;;) {
    const next = frame.next();
    if (next.done) {
      const trace = { method: method.name, frames, outcome: next.value };
      ranOn.set(trace, objective);
      return trace;
    }
    frames.push(next.value);
  }
}

/**
 * The function that a run was on, for drawing what lies under its path. Kept beside the trace (or
 * the frames of `iterate`) and not in it, so that a trace stays plain data: a copy has none.
 */
export function objectiveOf(of: Trace | Iterable<Frame>): Objective | undefined {
  return ranOn.get(of);
}
