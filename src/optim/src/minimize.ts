import { limitsOf } from "./internal/run-options.ts";
import { startFrom } from "./internal/start.ts";
import { iterate } from "./iterate.ts";
import type {
  Frame,
  Method,
  Objective,
  Outcome,
  State,
  StochasticObjective,
  Vec,
} from "./types.ts";
import { allFinite, norm } from "./vec.ts";

/** Where a run without history ended. */
export interface Minimum {
  readonly x: Vec;
  readonly f: number;
  /** ‖∇f(x)‖. */
  readonly gradientNorm: number;
  /** Number of steps taken. */
  readonly k: number;
  readonly outcome: Outcome;
}

/** When a run without history stops. */
export interface MinimizeOptions {
  /** How many steps at most, a whole number. Default 1000. */
  readonly steps?: number;
  /** Stop when ‖∇f(x)‖ is at most this, in [0, ∞). Costs one gradient a step. Default: never. */
  readonly gradientTolerance?: number;
}

/**
 * Runs a method to its end and keeps only the last point: the same steps as `run`, bit for
 * bit, without its frames.
 *
 * For a first-order rule with a number or schedule as its rate, f is evaluated at the end only,
 * and a step makes no garbage if the objective has `gradientInto`, is not stochastic, and no
 * `gradientTolerance` is asked for. Divergence is then noticed when x itself is no longer finite:
 * some steps later than in `run`, or not at all if only f overflows. Other methods take their pure
 * steps, as `run` does. The x returned is the last finite one.
 *
 * @throws TypeError or RangeError for a bad start or bad options, or at the step at which a
 *   schedule gives a bad rate; never for bad numerics.
 */
export function minimize<S extends State>(
  method: Method<S>,
  objective: Objective | StochasticObjective,
  x0: readonly number[] | Vec,
  options: MinimizeOptions = {},
): Minimum {
  const { steps, gradientTolerance } = limitsOf("minimize", options, [
    "steps",
    "gradientTolerance",
  ]);
  const start = startFrom("minimize", x0, objective.dim);
  if (method.inPlace === undefined) return lastFrame(method, objective, start, options);

  const work = method.inPlace(start);
  const previous = Float64Array.from(start);
  const close = () =>
    gradientTolerance >= 0 && norm(objective.gradient(work.x)) <= gradientTolerance;
  const end = (x: Vec, k: number, outcome: Outcome): Minimum => ({
    x: Float64Array.from(x),
    f: objective.value(x),
    gradientNorm: norm(objective.gradient(x)),
    k,
    outcome,
  });

  for (let k = 1; k <= steps; k++) {
    if (close()) return end(work.x, k - 1, { kind: "converged", by: "gradientTolerance" });
    previous.set(work.x);
    work.advance("at" in objective ? objective.at(k) : objective, k);
    if (!allFinite(work.x)) {
      const reason = `x is not finite at step ${k}`;
      return end(previous, k - 1, { kind: "diverged", reason, step: k });
    }
  }
  if (close()) return end(work.x, steps, { kind: "converged", by: "gradientTolerance" });
  return end(work.x, steps, { kind: "budget", by: "steps" });
}

/** For methods without an in-place form: the same answer from the pure steps. */
function lastFrame<S extends State>(
  method: Method<S>,
  objective: Objective,
  start: Vec,
  options: MinimizeOptions,
): Minimum {
  const frames = iterate(method, objective, start, options);
  let last: Frame<S> | undefined;
  for (;;) {
    const next = frames.next();
    if (next.done) {
      const { x, f, gradientNorm, k } = last!; // the start is always yielded
      return { x, f, gradientNorm, k, outcome: next.value };
    }
    last = next.value;
  }
}
