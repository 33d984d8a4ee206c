import { type Card, learningRateParameter } from "../card.ts";
import { type Interval, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { outerState } from "../internal/outer-state.ts";
import { requireMovable } from "../internal/require-method.ts";
import { interpolateKernel } from "../interpolate.ts";
import type { InPlace, Method, State, Vec } from "../types.ts";
import { gradientDescent } from "./gradient-descent.ts";

/** The state of Lookahead: x is where the fast method stands. */
export interface LookaheadState<S extends State = State> extends State {
  /** The slow weights: where the fast method was last sent back to. */
  readonly slow: Vec;
  /** The fast method's own state. */
  readonly inner: S;
}

export interface LookaheadOptions {
  /** Fast steps between two slow ones: a whole number, 1 or more. Default 5. */
  readonly period?: number;
  /** Slow rate s in (0, 1]: the share of the way that is kept. Default 0.5. */
  readonly slowRate?: number;
}

/**
 * Lookahead: a fast method explores for a few steps, then a part of the way is kept and it
 * starts again from there.
 *
 *     after every `period` steps     φ ← (1 − s) φ + s x,    x ← φ
 *
 * x are the fast weights, φ the slow ones, φ_0 = x_0, s the slow rate. What the fast method
 * remembers (a velocity, second moments) it keeps. With s = 1 it is the fast method itself.
 *
 * On a quadratic, gradient descent inside makes the error in the direction of curvature λ shrink by
 * 1 − s + s (1 − αλ)^p in p steps: an oscillation is damped and, for odd p, stays bounded up to
 * αλ = 1 + ((2 − s)/s)^{1/p}, beyond descent's limit of 2.
 *
 * Around a method that learns from the difference of two points, as BFGS does, the way back
 * would count as a step of its own.
 *
 * @param method any method whose next step starts from its x: not an average, nor a form of Nesterov's
 *   method with two sequences.
 * @throws TypeError for an unknown option, a value of another type or what is no method,
 *   RangeError for a number outside its range or a method that is anchored.
 * Source: Zhang, Lucas, Hinton & Ba 2019 (α for s, k for the period).
 */
export function lookahead<S extends State>(
  method: Method<S>,
  options: LookaheadOptions = {},
): Method<LookaheadState<S>> {
  requireKnown("lookahead", options, ["period", "slowRate"]);
  const period = requireWhole("lookahead", "period", options.period ?? 5, 1);
  const slowRate = requireIn("lookahead", "slowRate", options.slowRate ?? 0.5, someOrAll);
  requireMovable("lookahead", method);
  return {
    name: `lookahead(${method.name})`,
    order: method.order,
    anchored: true,
    init(oracle, x0) {
      const inner = method.init(oracle, x0);
      return { ...outerState(inner), x: inner.x, slow: Float64Array.from(inner.x), inner };
    },
    step(oracle, state) {
      const inner = method.step(oracle, state.inner);
      if (inner.k === state.k) return { ...state, ...outerState(inner) };
      const slow = Float64Array.from(state.slow);
      if (inner.k % period !== 0) return { ...outerState(inner), x: inner.x, slow, inner };
      interpolateKernel(slow, inner.x, slowRate);
      const x = Float64Array.from(slow);
      return { ...outerState(inner), x, slow, inner: { ...inner, x } };
    },
    ...(method.inPlace !== undefined && {
      inPlace: (x0: Vec) => lookingAhead(method.inPlace!(x0), period, slowRate),
    }),
  };
}

/** (0, 1]. */
const someOrAll: Interval = { text: "(0, 1]", holds: (value) => value > 0 && value <= 1 };

function lookingAhead(work: InPlace, period: number, slowRate: number): InPlace {
  const { x } = work;
  const slow = Float64Array.from(x);
  return {
    x,
    get stepLength() {
      return work.stepLength;
    },
    advance(objective, k) {
      const ending = work.advance(objective, k);
      if (ending !== undefined || k % period !== 0) return ending;
      interpolateKernel(slow, x, slowRate);
      x.set(slow);
      return undefined;
    },
  };
}

/** The catalogue card of Lookahead, around gradient descent. */
export const lookaheadCard: Card = {
  id: "lookahead",
  title: "Lookahead",
  family: "wrapper",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    {
      name: "slowRate",
      symbol: "s",
      label: "slow rate",
      default: 0.5,
      min: 0.1,
      max: 1,
      scale: "linear",
    },
    {
      name: "period",
      symbol: "p",
      label: "fast steps",
      default: 5,
      min: 1,
      max: 20,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Zhang, Lucas, Hinton & Ba 2019",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: true,
    monotone: false,
    stableBelow: ({ slowRate = 0.5, period = 5 }) =>
      period % 2 === 0 ? 2 : 1 + ((2 - slowRate) / slowRate) ** (1 / period),
  },
  make: ({ learningRate = 0.05, slowRate = 0.5, period = 5 } = {}) =>
    lookahead(gradientDescent({ learningRate }), { slowRate, period }),
};
