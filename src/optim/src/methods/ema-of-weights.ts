import { type AverageState, averagePoints } from "../average-points.ts";
import { type Card, learningRateParameter } from "../card.ts";
import { requireBoolean, requireIn, requireKnown, unitHalfOpen } from "../internal/guard.ts";
import type { Method, State } from "../types.ts";
import { gradientDescent } from "./gradient-descent.ts";

export interface EmaOfWeightsOptions {
  /** Retention β in [0, 1): how much of the average is left after one step. Default 0.999. */
  readonly decay?: number;
  /** Whether the start has no weight at all; see `emaOfWeights`. Default true. */
  readonly biasCorrection?: boolean;
}

/**
 * An exponential moving average of the weights, around any method: reports a mean of about the
 * last 1/(1 − β) points. The method itself goes on from its own points, in `state.inner`.
 *
 *     x̄_k = (1 − c_k) x̄_{k−1} + c_k x_k,    x̄_0 = x_0
 *     c_k = (1 − β)/(1 − β^k)      with bias correction
 *     c_k = 1 − β                  without
 *
 * With bias correction the points x_1, …, x_k have the weights β^{k−i}, divided by their sum: it is
 * Adam's m̂_k, of points in place of gradients. Without, x_0 keeps the weight β^k. The average lags behind
 * a method that is still on its way by about β/(1 − β) steps.
 *
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range.
 * Sources: Polyak & Juditsky 1992; Tarvainen & Valpola 2017. torch.optim.swa_utils with
 *   get_ema_multi_avg_fn is the form without correction, but starts at x_1 in place of x_0.
 */
export function emaOfWeights<S extends State>(
  method: Method<S>,
  options: EmaOfWeightsOptions = {},
): Method<AverageState<S>> {
  requireKnown("emaOfWeights", options, ["decay", "biasCorrection"]);
  const beta = requireIn("emaOfWeights", "decay", options.decay ?? 0.999, unitHalfOpen);
  const corrected = requireBoolean(
    "emaOfWeights",
    "biasCorrection",
    options.biasCorrection ?? true,
  );
  const weightOf = corrected ? (k: number) => (1 - beta) / (1 - beta ** k) : () => 1 - beta;
  return averagePoints("emaOfWeights", method, weightOf);
}

/** The catalogue card of the average of weights, around gradient descent. */
export const emaOfWeightsCard: Card = {
  id: "ema-of-weights",
  title: "Exponential average of weights",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "decay",
      symbol: "\\beta",
      label: "retention",
      default: 0.9,
      min: 0,
      max: 0.999,
      scale: "linear",
    },
  ],
  source: "Polyak & Juditsky 1992",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: false,
    stableBelow: () => 2,
  },
  make: ({ learningRate = 0.05, decay = 0.9 } = {}) =>
    emaOfWeights(gradientDescent({ learningRate }), { decay }),
};
