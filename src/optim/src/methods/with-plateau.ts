import { type Card, learningRateParameter } from "../card.ts";
import { show } from "../internal/guard.ts";
import { outerState } from "../internal/outer-state.ts";
import {
  type PlateauRule,
  type PlateauState,
  type ReduceOnPlateauOptions,
  reduceOnPlateau,
} from "../schedules/reduce-on-plateau.ts";
import type { InPlace, Method, Schedule, State, Vec } from "../types.ts";
import { gradientDescent } from "./gradient-descent.ts";

/** The state of a method whose rate is reduced on a plateau. */
export interface WithPlateauState<S extends State = State> extends State {
  /** The state of the method inside. */
  readonly inner: S;
  /** What is known of the losses, and the rate of the next step. */
  readonly plateau: PlateauState;
}

/**
 * A method whose learning rate is reduced when f stops falling.
 *
 *     withPlateau((learningRate) => momentum({ learningRate }), { learningRate: 0.1, patience: 20 })
 *
 * After each step f(x) is evaluated, as iteration k sees it, and `reduceOnPlateau` chooses the rate of the
 * next step. What the method remembers it keeps. One step here is one epoch there: give the
 * patience in steps.
 *
 * @param makeMethod the method for a learning rate, which comes as a schedule.
 * @param options those of `reduceOnPlateau`.
 * @throws TypeError for a makeMethod that makes no method; for its options as `reduceOnPlateau`.
 * Source: torch.optim.lr_scheduler.ReduceLROnPlateau.
 */
export function withPlateau<S extends State>(
  makeMethod: (learningRate: Schedule) => Method<S>,
  options: ReduceOnPlateauOptions,
): Method<WithPlateauState<S>> {
  const rule = reduceOnPlateau(options);
  const methodAt = (rateOf: Schedule) => made(makeMethod, rateOf);
  const method = methodAt(() => options.learningRate);
  return {
    name: `withPlateau(${method.name})`,
    order: method.order,
    anchored: true,
    init(oracle, x0) {
      const inner = method.init(oracle, x0);
      return { ...outerState(inner), x: inner.x, inner, plateau: rule.init() };
    },
    step(oracle, state) {
      const { learningRate } = state.plateau;
      const inner = methodAt(() => learningRate).step(oracle, state.inner);
      if (inner.stalled !== undefined || inner.diverged !== undefined)
        return { ...state, ...outerState(inner) };
      const plateau = rule.next(state.plateau, oracle.f(inner.x));
      return { ...outerState(inner), x: inner.x, inner, plateau };
    },
    ...(method.inPlace !== undefined && {
      inPlace: (x0: Vec) => watching(rule, methodAt, x0),
    }),
  };
}

function watching<S extends State>(
  rule: PlateauRule,
  methodAt: (rateOf: Schedule) => Method<S>,
  x0: Vec,
): InPlace {
  let plateau = rule.init();
  const work = methodAt(() => plateau.learningRate).inPlace!(x0);
  return {
    x: work.x,
    get stepLength() {
      return work.stepLength;
    },
    advance(objective, k) {
      const ending = work.advance(objective, k);
      if (ending === undefined) plateau = rule.next(plateau, objective.value(work.x));
      return ending;
    },
  };
}

function made<S extends State>(
  makeMethod: (learningRate: Schedule) => Method<S>,
  rateOf: Schedule,
): Method<S> {
  if (typeof makeMethod !== "function")
    throw new TypeError(
      `withPlateau: makeMethod must be a function such as (learningRate) => gradientDescent({ learningRate }), got ${show(makeMethod)}`,
    );
  const method = makeMethod(rateOf);
  if (typeof method?.step === "function") return method;
  throw new TypeError(`withPlateau: makeMethod must return a method, got ${show(method)}`);
}

/** The catalogue card of reducing on a plateau, around gradient descent. */
export const withPlateauCard: Card = {
  id: "with-plateau",
  title: "Reduce on plateau",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "factor",
      symbol: "\\gamma",
      label: "factor",
      default: 0.5,
      min: 0,
      max: 0.99,
      scale: "linear",
    },
    {
      name: "patience",
      symbol: "p",
      label: "patience",
      default: 5,
      min: 0,
      max: 50,
      scale: "linear",
      whole: true,
    },
  ],
  source: "torch.optim.lr_scheduler.ReduceLROnPlateau",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: true },
  make: ({ learningRate = 0.05, factor = 0.5, patience = 5 } = {}) =>
    withPlateau((rate) => gradientDescent({ learningRate: rate }), {
      learningRate,
      factor,
      patience,
    }),
};
