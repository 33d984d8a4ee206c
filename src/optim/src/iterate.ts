import { askDim } from "./internal/ask.ts";
import { ranOn } from "./internal/ran-on.ts";
import { limitsOf } from "./internal/run-options.ts";
import { startFrom } from "./internal/start.ts";
import { watchedOracle } from "./internal/watched-oracle.ts";
import type {
  Frame,
  Method,
  Objective,
  Outcome,
  State,
  StochasticObjective,
  Vec,
} from "./types.ts";
import { allFinite, maxNorm, norm } from "./vec.ts";

/** When a run stops. */
export interface RunOptions<S extends State = State> {
  /** How many steps at most, a whole number. Default 1000. */
  readonly steps?: number;
  /** Stop at the first frame for which this holds, the start included. */
  readonly until?: (frame: Frame<S>) => boolean;
  /** Stop when ‖∇f(x)‖ is at most this, in [0, ∞). Default: never for that reason. */
  readonly gradientTolerance?: number;
}

/**
 * Runs a method one frame at a time: for playing, pausing, stepping and scrubbing.
 * Yields the start as frame 0, then one frame per step, and returns how the run ended.
 *
 * A step that uses or leads to NaN or infinity (in x, f or ∇f) ends the run as "diverged"; its frame
 * is not yielded, so that the last frame is the last finite one. Only a start at which f or ∇f
 * is not finite is yielded all the same, as frame 0.
 *
 * Where several reasons to stop meet, the first of these is given: diverged, until,
 * gradientTolerance, steps. Gradients are the true ones, without noise and without weight decay.
 *
 * @param x0 the start: as many finite numbers as the objective has variables.
 * @throws TypeError or RangeError for a bad start or bad options, at the first frame that is
 *   asked for, and for an objective that answers with anything but numbers; never for bad
 *   numerics.
 */
export function iterate<S extends State>(
  method: Method<S>,
  objective: Objective | StochasticObjective,
  x0: readonly number[] | Vec,
  options: RunOptions<S> = {},
): Generator<Frame<S>, Outcome, undefined> {
  const frames = framesOf(method, objective, x0, options);
  ranOn.set(frames, objective);
  return frames;
}

function* framesOf<S extends State>(
  method: Method<S>,
  objective: Objective | StochasticObjective,
  x0: readonly number[] | Vec,
  options: RunOptions<S>,
): Generator<Frame<S>, Outcome, undefined> {
  const { steps, gradientTolerance } = limitsOf("run", options, [
    "steps",
    "until",
    "gradientTolerance",
  ]);
  const start = startFrom("run", x0, askDim(objective));
  const { oracle, watch, turnTo } = watchedOracle(objective);

  let state = method.init(oracle, start);
  for (;;) {
    const g = watch.g(state.x);
    const frame: Frame<S> = {
      k: state.k,
      x: state.x,
      f: watch.f(state.x),
      gradientNorm: norm(g),
      gradientMax: maxNorm(g),
      ...(state.stepLength === undefined ? {} : { stepLength: state.stepLength }),
      state,
      calls: oracle.calls,
    };
    const what = notFinite(frame, g);
    if (what !== undefined && frame.k > 0) return diverged(what, frame.k);
    yield frame;
    if (what !== undefined) return diverged(what, frame.k);
    if (options.until?.(frame)) return { kind: "converged", by: "until" };
    if (frame.gradientNorm <= gradientTolerance)
      return { kind: "converged", by: "gradientTolerance" };
    if (frame.k >= steps) return { kind: "budget", by: "steps" };
    turnTo(frame.k + 1);
    const next = method.step(oracle, state);
    if (next.diverged !== undefined) return diverged(next.diverged, state.k + 1);
    if (next.stalled !== undefined)
      return { kind: "stalled", reason: next.stalled, step: state.k + 1 };
    state = next;
  }
}

function notFinite(frame: Frame, g: Vec): string | undefined {
  if (!allFinite(frame.x)) return "x";
  if (!Number.isFinite(frame.f)) return "f(x)";
  if (!allFinite(g)) return "the gradient";
  return undefined;
}

function diverged(what: string, step: number): Outcome {
  return { kind: "diverged", reason: `${what} is not finite at step ${step}`, step };
}
