import { type Card, learningRateParameter } from "../card.ts";
import { nonNegative, requireBoolean, requireIn, requireKnown } from "../internal/guard.ts";
import { requireMovable } from "../internal/require-method.ts";
import type { Floats, InPlace, Method, State, Vec } from "../types.ts";
import { allFinite } from "../vec.ts";
import { gradientDescent } from "./gradient-descent.ts";

/**
 * Pulls x towards 0 by the share d of the point before, in place:
 *
 *     x ← x − d x_before
 */
export function weightDecayKernel(x: Floats, before: Floats, share: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - share * before[i]!;
  }
}

export interface WeightDecayOptions {
  /** Decay ω in [0, ∞). Default 0.01, as in torch.optim.AdamW. */
  readonly weightDecay?: number;
  /** Decay by ωx whatever the learning rate, and not by αωx. Default false. */
  readonly independent?: boolean;
}

/**
 * Decoupled weight decay: any method, and beside its step a pull towards 0 that does not pass
 * through it.
 *
 *     x_k = x̂_k − α_k ω x_{k−1}      x̂_k is where the method steps from x_{k−1}, α_k its rate
 *     x_k = x̂_k − ω x_{k−1}          with `independent`
 *
 * The option `weightDecay` of a method instead adds ωx to the gradient: an L2 penalty ½ω‖x‖².
 * For gradient descent the two are the same. Momentum carries the penalty on into later steps,
 * and Adam divides it like all of the gradient, so that weights with large gradients are hardly
 * decayed; decay on the outside treats all alike. Around Adam this is AdamW as in PyTorch; with
 * `independent` it is the form of the paper, whose η_t is a multiplier of the schedule.
 *
 * f, gradients and line searches are left as they are; the α of a line search counts as the rate.
 * Prodigy's α is that before its own d, and Rprop's is its first step size only: decay by Prodigy's
 * own `weightDecay`, and around Rprop with `independent`.
 *
 * @param method any method whose next step starts from its x: not an average, nor a form of Nesterov's
 *   method with two sequences.
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range or a method that is anchored; at its first step
 *   TypeError for a method without a step length, unless `independent`.
 * Source: Loshchilov & Hutter 2019; Hanson & Pratt 1988.
 */
export function decoupledWeightDecay<S extends State>(
  method: Method<S>,
  options: WeightDecayOptions = {},
): Method<S> {
  requireKnown("decoupledWeightDecay", options, ["weightDecay", "independent"]);
  const omega = requireIn(
    "decoupledWeightDecay",
    "weightDecay",
    options.weightDecay ?? 0.01,
    nonNegative,
  );
  const independent = requireBoolean(
    "decoupledWeightDecay",
    "independent",
    options.independent ?? false,
  );
  requireMovable("decoupledWeightDecay", method);

  const shareAt = (stepLength: number | undefined): number => {
    if (independent) return omega;
    if (stepLength !== undefined) return stepLength * omega;
    throw new TypeError(
      `decoupledWeightDecay: ${method.name} has no step length to decay by. Use independent: true`,
    );
  };

  return {
    name: `decoupledWeightDecay(${method.name})`,
    order: method.order,
    init: (oracle, x0) => method.init(oracle, x0),
    step(oracle, state) {
      const next = method.step(oracle, state);
      if (next.k === state.k) return next;
      const x = Float64Array.from(next.x);
      weightDecayKernel(x, state.x, shareAt(next.stepLength));
      return { ...next, x };
    },
    ...(method.inPlace !== undefined && {
      inPlace: (x0: Vec) => decaying(method.inPlace!(x0), shareAt),
    }),
  };
}

function decaying(work: InPlace, shareAt: (stepLength: number | undefined) => number): InPlace {
  const { x } = work;
  const before = Float64Array.from(x);
  return {
    x,
    get stepLength() {
      return work.stepLength;
    },
    advance(objective, k) {
      before.set(x);
      const ending = work.advance(objective, k);
      if (ending !== undefined) return ending;
      weightDecayKernel(x, before, shareAt(work.stepLength));
      if (allFinite(x)) return undefined;
      x.set(before);
      return { diverged: "x" };
    },
  };
}

/** The catalogue card of decoupled weight decay, around gradient descent. */
export const weightDecayCard: Card = {
  id: "weight-decay",
  title: "Decoupled weight decay",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "weightDecay",
      symbol: "\\omega",
      label: "weight decay",
      default: 0.01,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "Loshchilov & Hutter 2019",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: false },
  make: ({ learningRate = 0.05, weightDecay = 0.01 } = {}) =>
    decoupledWeightDecay(gradientDescent({ learningRate }), { weightDecay }),
};
