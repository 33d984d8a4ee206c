import { requireIn, requireKnown, requireWhole, unitClosed } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { commonDim, sampleOf } from "../internal/workers.ts";
import type { Method, Objective, Schedule, State, StochasticObjective, Vec } from "../types.ts";
import { allFinite } from "../vec.ts";

export interface ElasticAveragingOptions {
  /** Learning rate α in [0, ∞), or a schedule that gives the rate of step k = 1, 2, … */
  readonly learningRate: number | Schedule;
  /** Pull ρ between a worker and the centre, in [0, 1]: the paper's α. Default 0.9/W. */
  readonly elasticity?: number;
  /** Steps between two pulls, a whole number, 1 or more. Default 1. */
  readonly period?: number;
}

/** x is the centre; `copies` are the workers' points. */
export interface ElasticAveragingState extends State {
  readonly copies: readonly Vec[];
}

/**
 * Elastic averaging SGD: every worker descends by itself, on a spring tied to a common centre.
 *
 *     x_w ← x_w − α ∇f_w(x_w) − ρ (x_w − x̄)
 *     x̄ ← x̄ + ρ Σ (x_w − x̄)
 *
 * Both lines use the points before the step; ρ acts in steps 1, 1 + p, 1 + 2p, … of period p
 * only. The springs let workers explore, and still hold them together. At rest Σ ∇f_w(x_w) = 0:
 * each pull balances a gradient taken beside the centre.
 *
 * Stable needs ρ ≤ 1/W or so: the centre is moved by all W springs. To be run on
 * `meanOf(workers)`; `calls` stay 0, see `localSgd`.
 *
 * @param workers what each worker sees: its own objective, stochastic or not.
 * @throws TypeError for an unknown option, a value of another type or no list of workers;
 *   RangeError for a number outside its range, no worker, or workers of different dimension.
 * Source: Zhang, Choromanska & LeCun 2015, the synchronous form.
 */
export function elasticAveraging(
  workers: readonly (Objective | StochasticObjective)[],
  options: ElasticAveragingOptions,
): Method<ElasticAveragingState> {
  const where = "elasticAveraging";
  requireKnown(where, options, ["learningRate", "elasticity", "period"]);
  commonDim(where, workers);
  const rateOf = learningRateOf(where, options.learningRate);
  const elasticity = requireIn(
    where,
    "elasticity",
    options.elasticity ?? 0.9 / workers.length,
    unitClosed,
  );
  const period = requireWhole(where, "period", options.period ?? 1, 1);
  return {
    name: where,
    order: 1,
    init: (_oracle, x0) => ({
      k: 0,
      x: Float64Array.from(x0),
      copies: workers.map(() => Float64Array.from(x0)),
    }),
    step(_oracle, state) {
      const k = state.k + 1;
      const stepLength = rateOf(k);
      const pull = (k - 1) % period === 0 ? elasticity : 0;
      const centre = state.x;
      const x = Float64Array.from(centre);
      const copies = state.copies.map((copy, w) => {
        const g = sampleOf(workers[w]!, k).gradient(copy);
        return copy.map((xi, i) => {
          const spring = pull * (xi - centre[i]!);
          x[i] = x[i]! + spring;
          return xi - stepLength * g[i]! - spring;
        });
      });
      if (!copies.every(allFinite)) return { ...state, diverged: "a worker's point" };
      return { k, x, stepLength, copies };
    },
  };
}
