import { type AverageState, averagePoints } from "../average-points.ts";
import { type Card, learningRateParameter } from "../card.ts";
import { requireKnown, requireWhole } from "../internal/guard.ts";
import type { Method, State } from "../types.ts";
import { gradientDescent } from "./gradient-descent.ts";

export interface AveragedOptions {
  /** First step whose point counts: a whole number, 1 or more. Default 1. */
  readonly start?: number;
}

/**
 * Polyak–Ruppert averaging around any method: reports the mean of all points so far. The
 * method itself goes on from its own points, which are in `state.inner`.
 *
 *     x̄_k = (x_s + … + x_k)/(k − s + 1),    s = start;  x̄_k = x_k before
 *
 * Noise that lets a method wander around a minimum averages out: on a quadratic the variance of
 * x̄_k falls like 1/k even at a constant learning rate. Elsewhere too if the rate falls, but more
 * slowly than 1/k, and to the least that any method can reach in the long run. The way from the
 * start to the minimum counts as well and is forgotten only like 1/k: begin the average where
 * the method has arrived.
 *
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range.
 * Sources: Polyak & Juditsky 1992; Ruppert 1988; with a late start, stochastic weight averaging
 *   (Izmailov et al. 2018), torch.optim.swa_utils.AveragedModel.
 */
export function averaged<S extends State>(
  method: Method<S>,
  options: AveragedOptions = {},
): Method<AverageState<S>> {
  requireKnown("averaged", options, ["start"]);
  const start = requireWhole("averaged", "start", options.start ?? 1, 1);
  return averagePoints("averaged", method, (k) => 1 / Math.max(1, k - start + 1));
}

/** The catalogue card of Polyak–Ruppert averaging, around gradient descent. */
export const averagedCard: Card = {
  id: "averaged",
  title: "Polyak–Ruppert averaging",
  family: "wrapper",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Polyak & Juditsky 1992; Ruppert 1988",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: false },
  make: ({ learningRate = 0.05 } = {}) => averaged(gradientDescent({ learningRate })),
};
