import { adjustGradient } from "./adjust-gradient.ts";
import { nonNegative, requireBoolean, requireIn, show } from "./internal/guard.ts";
import type { InPlace, Method, Schedule, State, Vec } from "./types.ts";

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
    buffers: { readonly x: Vec; readonly at: Vec; readonly g: Vec; readonly memory: M },
    k: number,
    gradientInto: (at: Vec, out: Vec) => void,
  ): number => {
    const { x, at, g, memory } = buffers;
    const alpha = rateOf(k);
    if (rule.lookAhead === undefined) at.set(x);
    else rule.lookAhead(at, x, memory, alpha);
    gradientInto(at, g);
    adjustGradient(g, at, weightDecay, maximize);
    rule.update(x, g, memory, alpha, k);
    return alpha;
  };

  return {
    name: rule.name,
    order: 1,
    init: (_oracle, x0) => ({ ...rule.memory(x0), k: 0, x: Float64Array.from(x0) }),
    step(oracle, state) {
      const { k: before, x: current, stepLength: _, stalled: __, ...memoryBefore } = state;
      const n = current.length;
      const x = Float64Array.from(current);
      const memory = copyMemory(memoryBefore as unknown as M);
      const buffers = { x, at: new Float64Array(n), g: new Float64Array(n), memory };
      const k = before + 1;
      const stepLength = advance(buffers, k, (at, out) => out.set(oracle.g(at)));
      return { ...memory, k, x, stepLength };
    },
    inPlace(x0): InPlace {
      const x = Float64Array.from(x0);
      const memory = rule.memory(x);
      const buffers = { x, at: Float64Array.from(x), g: new Float64Array(x.length), memory };
      let objective: Parameters<InPlace["advance"]>[0];
      const gradientInto = (at: Vec, out: Vec): void => {
        if (objective.gradientInto === undefined) out.set(objective.gradient(at));
        else objective.gradientInto(at, out);
      };
      return {
        x,
        advance(seen, k) {
          objective = seen;
          advance(buffers, k, gradientInto);
        },
      };
    },
  };
}

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
