import { adjustGradient } from "./adjust-gradient.ts";
import { nonNegative, requireBoolean, requireIn, show } from "./internal/guard.ts";
import type { InPlace, Method, Objective, Schedule, State, Vec } from "./types.ts";
import { allFinite, maxNorm } from "./vec.ts";

/** What a rule remembers between steps: named vectors and numbers, in plain data. */
export type Memory = { [name: string]: Vec | number };

/** The state of a first-order method: the point and, beside it, the rule's memory. */
export type FirstOrderState<M extends Memory> = State & Readonly<M>;

/** A first-order update rule, in place: the kernel that a chapter prints, and what it needs. */
export interface Rule<M extends Memory> {
  readonly name: string;
  /** The memory before step 1. */
  memory(x0: Vec): M;
  /** Writes into `at` where the gradient is to be taken, when that is not x itself. */
  lookAhead?(at: Vec, x: Vec, memory: M, alpha: number): void;
  /** The kernel: overwrites x and the memory, given g = ∇f(at), the rate α and k = 1, 2, … */
  update(x: Vec, g: Vec, memory: M, alpha: number, k: number): void;
}

/** Options that every first-order method has. */
export interface FirstOrderOptions {
  /** Learning rate α in [0, ∞), or a schedule that gives the rate of step k = 1, 2, … */
  readonly learningRate: number | Schedule;
  /** L2 penalty ω in [0, ∞): ωx is added to every gradient. Default 0. */
  readonly weightDecay?: number;
  /** Climb instead: the gradient changes sign (before the penalty is added). Default false. */
  readonly maximize?: boolean;
}

/**
 * Makes a method of a rule. The pure `step` runs the rule on copies; `inPlace` runs the same
 * rule on its own buffers.
 * @throws TypeError or RangeError for options outside their range.
 */
export function firstOrder<M extends Memory>(
  rule: Rule<M>,
  options: FirstOrderOptions,
): Method<FirstOrderState<M>> {
  const rateOf = learningRateOf(rule.name, options.learningRate);
  const weightDecay = requireIn(rule.name, "weightDecay", options.weightDecay ?? 0, nonNegative);
  const maximize = requireBoolean(rule.name, "maximize", options.maximize ?? false);

  /** One step on buffers; `gradientInto` is the only thing that the two drivers do differently. */
  const advance = (
    { x, ahead, g, memory }: Buffers<M>,
    k: number,
    gradientInto: (at: Vec, out: Vec) => void,
    enter: (alpha: number, size: number) => boolean,
  ): number => {
    const alpha = rateOf(k);
    if (ahead !== undefined) rule.lookAhead!(ahead, x, memory, alpha);
    const at = ahead ?? x;
    gradientInto(at, g);
    adjustGradient(g, at, weightDecay, maximize);
    if (enter(alpha, maxNorm(g))) rule.update(x, g, memory, alpha, k);
    return alpha;
  };

  const buffersFor = (x: Vec, memory: M): Buffers<M> => {
    const room = () => new Float64Array(x.length);
    return { x, ahead: rule.lookAhead && room(), g: room(), memory };
  };

  return {
    name: rule.name,
    order: 1,
    init: (_oracle, x0) => ({ ...rule.memory(x0), k: 0, x: Float64Array.from(x0) }),
    step(oracle, state) {
      const {
        k: before,
        x: current,
        stepLength: _,
        stalled: __,
        diverged: ___,
        ...memoryBefore
      } = state;
      const x = Float64Array.from(current);
      const memory = copyMemory(memoryBefore as unknown as M);
      const k = before + 1;
      let finite = true;
      const stepLength = advance(
        buffersFor(x, memory),
        k,
        (at, out) => out.set(oracle.g(at)),
        (_alpha, size) => {
          finite = size < Number.POSITIVE_INFINITY;
          return true;
        },
      );
      return { ...memory, k, x, stepLength, ...(finite ? {} : { diverged: "the gradient" }) };
    },
    inPlace: (x0) => {
      const x = Float64Array.from(x0);
      return worker(buffersFor(x, rule.memory(x)), advance);
    },
  };
}

/** What a rule works on: the point, the gradient, the look-ahead point if it has one, its memory. */
interface Buffers<M extends Memory> {
  readonly x: Vec;
  readonly ahead: Vec | undefined;
  readonly g: Vec;
  readonly memory: M;
}

/**
 * A rule at work on its own buffers.
 *
 * A gradient that is not finite is noticed before it is used. A point can then leave the numbers
 * only by a step near the end of their range, so that only such steps are taken with a copy of
 * x at hand to go back to.
 */
function worker<M extends Memory>(
  buffers: Buffers<M>,
  advance: (
    buffers: Buffers<M>,
    k: number,
    gradientInto: (at: Vec, out: Vec) => void,
    enter: (alpha: number, size: number) => boolean,
  ) => number,
): InPlace {
  const { x } = buffers;
  let objective: Objective;
  let previous: Vec | undefined;
  let finite = true;
  let stepLength: number | undefined;
  const gradientInto = (at: Vec, out: Vec): void => {
    if (objective.gradientInto === undefined) out.set(objective.gradient(at));
    else objective.gradientInto(at, out);
  };
  const enter = (alpha: number, size: number): boolean => {
    finite = size < Number.POSITIVE_INFINITY;
    if (finite && size * Math.max(1, alpha) > HUGE) previous = Float64Array.from(x);
    return finite;
  };
  return {
    x,
    get stepLength() {
      return stepLength;
    },
    advance(seen, k) {
      objective = seen;
      previous = undefined;
      stepLength = advance(buffers, k, gradientInto, enter);
      if (!finite) return { diverged: "the gradient" };
      if (previous === undefined || allFinite(x)) return undefined;
      x.set(previous);
      return { diverged: "x" };
    },
  };
}

/** A step of a smaller gradient than this cannot leave the range of double precision. */
const HUGE = 1e100;

/**
 * The learning rate as a function of the step k = 1, 2, …
 * @throws when it is neither a number in [0, ∞) nor a function; the returned function throws
 *   when the schedule gives something else at a step.
 */
export function learningRateOf(where: string, rate: unknown): Schedule {
  if (typeof rate === "function")
    return (k) => requireIn(where, `the learning rate of step ${k}`, rate(k), nonNegative);
  if (typeof rate !== "number")
    throw new TypeError(
      `${where}: learningRate must be a number in [0, ∞) or a schedule k => rate, got ${show(rate)}`,
    );
  requireIn(where, "learningRate", rate, nonNegative);
  return () => rate;
}

function copyMemory<M extends Memory>(memory: M): M {
  const entries = Object.entries(memory).map(([name, value]) => [
    name,
    typeof value === "number" ? value : Float64Array.from(value),
  ]);
  return Object.fromEntries(entries) as M;
}
