import { askDim, askGradient, askSample, askValue } from "./internal/ask.ts";
import { objectiveChecker } from "./internal/checked-objective.ts";
import { limitsOf } from "./internal/run-options.ts";
import { startFrom } from "./internal/start.ts";
import { iterate } from "./iterate.ts";
import type {
  Ending,
  Frame,
  Method,
  Objective,
  Outcome,
  State,
  StochasticObjective,
  Vec,
} from "./types.ts";
import { norm } from "./vec.ts";

/** Where a run without history ended. */
export interface MinimizeResult {
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
  /** Stop when ‖∇f(x)‖ is at most this, in [0, ∞). Costs one gradient a step where the method does not know it. Default: never. */
  readonly gradientTolerance?: number;
}

/**
 * Runs a method to its end and keeps only the last point: the same steps as `run`, bit for
 * bit, without its frames, as long as all numbers are finite.
 *
 * For a first-order rule, f is evaluated at the end only, and a step makes no arrays if the
 * objective has `gradientInto`, is not stochastic, and no `gradientTolerance` is asked for (but for
 * LAMB, Adafactor, Muon, Shampoo and SOAP, which look at layers and matrices).
 * Divergence is then noticed when a gradient or x itself is no longer finite: later than in
 * `run`, or not at all if only f overflows. The x returned is finite; f and the gradient there may
 * not be. Methods without an in-place form take their pure steps, as `run` does.
 *
 * @throws TypeError or RangeError for a bad start or bad options, or at the step at which a
 *   schedule gives a bad rate or the objective anything but numbers; never for bad numerics.
 */
export function minimize<S extends State>(
  method: Method<S>,
  objective: Objective | StochasticObjective,
  x0: readonly number[] | Vec,
  options: MinimizeOptions = {},
): MinimizeResult {
  const { steps, gradientTolerance } = limitsOf("minimize", options, [
    "steps",
    "gradientTolerance",
  ]);
  const start = startFrom("minimize", x0, askDim(objective));
  if (method.inPlace === undefined) return lastFrame(method, objective, start, options);

  const work = method.inPlace(start);
  const checked = objectiveChecker();
  const known = () => ("at" in objective ? undefined : work.g); // of the sample, not the true one
  const close = () =>
    gradientTolerance >= 0 && norm(known() ?? askGradient(objective, work.x)) <= gradientTolerance;
  const end = (k: number, outcome: Outcome): MinimizeResult => ({
    x: Float64Array.from(work.x),
    f: askValue(objective, work.x),
    gradientNorm: norm(askGradient(objective, work.x)),
    k,
    outcome,
  });

  for (let k = 1; k <= steps; k++) {
    if (close()) return end(k - 1, { kind: "converged", by: "gradientTolerance" });
    const ending = work.advance(checked(askSample(objective, k)), k);
    if (ending !== undefined) return end(k - 1, outcomeOf(ending, k));
  }
  if (close()) return end(steps, { kind: "converged", by: "gradientTolerance" });
  return end(steps, { kind: "budget", by: "steps" });
}

function outcomeOf(ending: Ending, step: number): Outcome {
  if ("stalled" in ending) return { kind: "stalled", reason: ending.stalled, step };
  return { kind: "diverged", reason: `${ending.diverged} is not finite at step ${step}`, step };
}

/** For methods without an in-place form: the same answer from the pure steps. */
function lastFrame<S extends State>(
  method: Method<S>,
  objective: Objective,
  start: Vec,
  options: MinimizeOptions,
): MinimizeResult {
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
