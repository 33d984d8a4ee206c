import { requireKnown, requireWhole } from "../internal/guard.ts";
import { startFrom } from "../internal/start.ts";
import { watchedOracle } from "../internal/watched-oracle.ts";
import type { Method, Objective, State, StochasticObjective, Vec } from "../types.ts";
import { allFinite } from "../vec.ts";
import type { Training } from "./population-based-training.ts";
import type { HyperParameters } from "./search-space.ts";

/** What is trained, from where, and for how long at a time. */
export interface MethodTrainingOptions<V extends HyperParameters> {
  /** The method at given hyper-parameters. Its states must not depend on them in kind. */
  readonly make: (values: V) => Method<State>;
  readonly objective: Objective | StochasticObjective;
  /** x0. */
  readonly start: readonly number[] | Vec;
  /** Steps in one round of training, a whole number of at least 1. */
  readonly steps: number;
}

/**
 * A run of a method as a training for `populationBasedTraining`: every round makes the method
 * anew, from the hyper-parameters of the moment, and continues from the state. Velocities and
 * moments live on, and so does the number of the step, on which noise and schedules depend.
 *
 * The score is f(x), the true one; NaN from the step on at which the run diverged. A run that
 * stalls stays where it is.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for `steps` that
 *   are no whole number of at least 1, or a start of another length or with an entry that is not
 *   finite.
 */
export function methodTraining<V extends HyperParameters>(
  options: MethodTrainingOptions<V>,
): Training<V, State> {
  requireKnown("methodTraining", options, ["make", "objective", "start", "steps"]);
  const { make, objective } = options;
  const steps = requireWhole("methodTraining", "steps", options.steps, 1);
  const start = startFrom("methodTraining", options.start, objective.dim);
  return {
    start: (values) => make(values).init(watchedOracle(objective).oracle, start),
    train(state, values) {
      const method = make(values);
      const { oracle, turnTo } = watchedOracle(objective);
      let now = state;
      for (let i = 0; i < steps && now.diverged === undefined; i++) {
        turnTo(now.k + 1);
        const next = method.step(oracle, now);
        if (next.stalled !== undefined) return now;
        now = next;
      }
      return now;
    },
    score: ({ x, diverged }) =>
      diverged === undefined && allFinite(x) ? objective.value(x) : Number.NaN,
  };
}
