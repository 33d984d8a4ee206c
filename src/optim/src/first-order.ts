import { adjustGradient, adjustValue } from "./adjust-gradient.ts";
import { nonNegative, requireBoolean, requireIn } from "./internal/guard.ts";
import { learningRateOf } from "./internal/learning-rate.ts";
import { LARGE, NOT_FINITE, ORDINARY, type SizeClass, sizeClass } from "./internal/size-class.ts";
import type { InPlace, Method, Objective, Schedule, State, Vec } from "./types.ts";
import { allFinite } from "./vec.ts";

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
  /**
   * The kernel: overwrites x and the memory, given g = ∇f(at), the rate α and k = 1, 2, …
   * A rule that compares values calls `value`, before it changes x: f(x), with the sign and the
   * penalty that the gradient has too.
   */
  update(x: Vec, g: Vec, memory: M, alpha: number, k: number, value: () => number): void;
  /**
   * Whether an ordinary gradient may lead out of the numbers, as 0/0 does, or steps that grow with x.
   * Default false.
   */
  readonly fragile?: boolean;
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
 * @throws TypeError for an option of another type, RangeError for a number outside its range.
 */
export function firstOrder<M extends Memory>(
  rule: Rule<M>,
  options: FirstOrderOptions,
): Method<FirstOrderState<M>> {
  const rateOf = learningRateOf(rule.name, options.learningRate);
  const weightDecay = requireIn(rule.name, "weightDecay", options.weightDecay ?? 0, nonNegative);
  const maximize = requireBoolean(rule.name, "maximize", options.maximize ?? false);

  /** The rule on buffers: a function that takes step k. */
  const stepper = ({ x, ahead, g, memory }: Buffers<M>, look: Look): ((k: number) => void) => {
    const value = () => adjustValue(look.value(x), x, weightDecay, maximize);
    const at = ahead ?? x;
    return (k) => {
      const alpha = rateOf(k);
      if (ahead !== undefined) rule.lookAhead!(ahead, x, memory, alpha);
      look.gradientInto(at, g);
      adjustGradient(g, at, weightDecay, maximize);
      if (look.enter(alpha, sizeClass(g))) rule.update(x, g, memory, alpha, k, value);
    };
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
      let stepLength = 0;
      const take = stepper(buffersFor(x, memory), {
        gradientInto: (at, out) => out.set(oracle.g(at)),
        value: (at) => oracle.f(at),
        enter(alpha, sizes) {
          stepLength = alpha;
          finite = sizes !== NOT_FINITE;
          return true;
        },
      });
      take(k);
      return {
        ...memory,
        k,
        x,
        stepLength,
        ...(finite ? {} : { diverged: "the gradient" }),
      };
    },
    inPlace: (x0) => {
      const x = Float64Array.from(x0);
      const buffers = buffersFor(x, rule.memory(x));
      return worker(x, rule.fragile === true, (look) => stepper(buffers, look));
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

/** What the two drivers do differently: ask for f and ∇f, and decide whether a step is taken. */
interface Look {
  gradientInto(at: Vec, out: Vec): void;
  value(at: Vec): number;
  /** Whether to take the step, given its rate and how large the entries of its gradient are. */
  enter(alpha: number, sizes: SizeClass): boolean;
}

/**
 * A rule at work on its own buffers.
 *
 * A gradient that is not finite is noticed before it is used. Unless the rule is fragile, a point
 * can then leave the numbers only after a step near the end of their range: from the first such
 * step on (velocities remember it) every step is taken with a copy of x at hand to go back to.
 */
function worker(
  x: Vec,
  fragile: boolean,
  stepperFor: (look: Look) => (k: number) => void,
): InPlace {
  let objective: Objective;
  let wary = fragile;
  let previous: Vec | undefined;
  let finite = true;
  let rate = 0;
  let stepLength: number | undefined;
  const take = stepperFor({
    gradientInto(at, out) {
      if (objective.gradientInto === undefined) out.set(objective.gradient(at));
      else objective.gradientInto(at, out);
    },
    value: (at) => objective.value(at),
    enter(alpha, sizes) {
      rate = alpha;
      finite = sizes !== NOT_FINITE;
      wary ||= sizes !== ORDINARY || alpha > LARGE;
      if (finite && wary) {
        previous ??= new Float64Array(x.length);
        previous.set(x);
      }
      return finite;
    },
  });
  return {
    x,
    get stepLength() {
      return stepLength;
    },
    advance(seen, k) {
      objective = seen;
      take(k);
      if (!finite) return { diverged: "the gradient" };
      if (wary && !allFinite(x)) {
        x.set(previous!);
        return { diverged: "x" };
      }
      stepLength = rate;
      return undefined;
    },
  };
}

function copyMemory<M extends Memory>(memory: M): M {
  const entries = Object.entries(memory).map(([name, value]) => [
    name,
    typeof value === "number" ? value : Float64Array.from(value),
  ]);
  return Object.fromEntries(entries) as M;
}
