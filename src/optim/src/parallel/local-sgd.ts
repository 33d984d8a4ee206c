import { requireKnown, requireWhole } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { commonDim, sampleOf } from "../internal/workers.ts";
import type { Method, Objective, Schedule, State, StochasticObjective, Vec } from "../types.ts";
import { allFinite, axpy } from "../vec.ts";

export interface LocalSgdOptions {
  /** Learning rate α in [0, ∞), or a schedule that gives the rate of step k = 1, 2, … */
  readonly learningRate: number | Schedule;
  /** Steps between two averagings, H: a whole number, 1 or more. Default 1. */
  readonly localSteps?: number;
}

/** x is the average of the workers' points; `copies` are these points. */
export interface LocalSgdState extends State {
  readonly copies: readonly Vec[];
}

/**
 * Local SGD, or federated averaging: every worker takes H steps of its own, then all points are
 * averaged and every worker goes on from the average.
 *
 *     x_w ← x_w − α ∇f_w(x_w)                   at every step, each worker for itself
 *     x_w ← x̄ = (1/W) Σ x_w                     after every H-th step
 *
 * With H = 1 it is synchronous averaging of gradients. With larger H the workers drift apart, each
 * towards its own minimum: on f_w = ½λ_w(x − c_w)² the averages tend to Σ p_w c_w / Σ p_w with
 * p_w = 1 − (1 − αλ_w)^H, and not to the minimum of the mean, where p_w = λ_w.
 *
 * To be run on `meanOf(workers)`, for the values in its frames. It looks at the workers'
 * objectives and not at that mean, so that `calls` stay 0: k steps are k gradients a worker.
 *
 *     run(localSgd(workers, { learningRate: 0.05, localSteps: 10 }), meanOf(workers), x0)
 *
 * @param workers what each worker sees: its own objective, stochastic or not.
 * @throws TypeError for an unknown option, a value of another type or no list of workers;
 *   RangeError for a number outside its range, no worker, or workers of different dimension.
 * Sources: McMahan et al. 2017; Stich 2019.
 */
export function localSgd(
  workers: readonly (Objective | StochasticObjective)[],
  options: LocalSgdOptions,
): Method<LocalSgdState> {
  requireKnown("localSgd", options, ["learningRate", "localSteps"]);
  commonDim("localSgd", workers);
  const rateOf = learningRateOf("localSgd", options.learningRate);
  const localSteps = requireWhole("localSgd", "localSteps", options.localSteps ?? 1, 1);
  return {
    name: "localSgd",
    order: 1,
    init: (_oracle, x0) => ({
      k: 0,
      x: Float64Array.from(x0),
      copies: workers.map(() => Float64Array.from(x0)),
    }),
    step(_oracle, state) {
      const k = state.k + 1;
      const stepLength = rateOf(k);
      const moved = state.copies.map((copy, w) =>
        axpy(-stepLength, sampleOf(workers[w]!, k).gradient(copy), copy),
      );
      if (!moved.every(allFinite)) return { ...state, diverged: "a worker's point" };
      const x = average(moved);
      const copies = k % localSteps === 0 ? moved.map(() => Float64Array.from(x)) : moved;
      return { k, x, stepLength, copies };
    },
  };
}

function average(points: readonly Vec[]): Vec {
  return points[0]!.map(
    (_, i) => points.reduce((sum, point) => sum + point[i]!, 0) / points.length,
  );
}
