import { bowl, type Frame, gradientDescent, type Method, momentum, run } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import { bestGradientDescent } from "#src/plotting/quadratic-rates.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type StepParts, stepParts } from "#src/plotting/step-parts.ts";
import { relativeDistances, tracePoints } from "#src/plotting/trace-points.ts";
import { LONGEST, type RavineState, TARGET, WINDOW } from "./state.ts";

/** One run down the ravine. */
export interface Descent {
  readonly points: readonly Point[];
  /** Distance to the minimum relative to the start, for every point. */
  readonly distances: readonly number[];
  /** Number of steps until the distance is TARGET, if it ever is. */
  readonly reached?: number;
  /** The step with which it left the picture for good, if it grew without bound. */
  readonly diverged?: number;
}

/** Everything that the figure shows, from real runs of the package. */
export interface RavineModel {
  readonly momentum: Descent;
  readonly gradientDescent: Descent;
  readonly bestEta: number;
}

/** A run that has grown so far is not coming back: no stable pair overshoots by this factor. */
const LOST = 1000;

type Start = Pick<RavineState, "kappa" | "x" | "y">;

/** Gradient descent at its best rate: depends on the ravine and the start only. */
export function bestDescent(start: Start): Pick<RavineModel, "gradientDescent" | "bestEta"> {
  const bestEta = bestGradientDescent(1, start.kappa).eta;
  return { bestEta, gradientDescent: descend(gradientDescent({ learningRate: bestEta }), start) };
}

/** Momentum at the chosen pair. */
export function momentumDescent(setting: Start & Pick<RavineState, "eta" | "beta">): Descent {
  return descend(momentum({ learningRate: setting.eta, beta: setting.beta }), setting);
}

/** Both runs from the same start. */
export function ravineModel(setting: Start & Pick<RavineState, "eta" | "beta">): RavineModel {
  return { ...bestDescent(setting), momentum: momentumDescent(setting) };
}

/** Step t of momentum taken apart into carried velocity and gradient; t is at least 1. */
export function partsOfStep(
  model: RavineModel,
  state: RavineState,
  t: number,
): StepParts | undefined {
  const from = model.momentum.points[t - 1];
  const to = model.momentum.points[t];
  if (from === undefined || to === undefined) return undefined;
  return stepParts(from, to, { x: from.x, y: state.kappa * from.y }, state.eta);
}

function descend(
  method: Method,
  { kappa, x, y }: { kappa: number; x: number; y: number },
): Descent {
  const first = Math.hypot(x, y);
  const over = ({ x: at }: Pick<Frame, "x">) => {
    const distance = Math.hypot(at[0] as number, at[1] as number);
    return distance <= TARGET * first || distance > LOST * first;
  };
  const trace = run(method, bowl([1, kappa]), [x, y], { steps: LONGEST, until: over });
  const points = tracePoints(trace);
  const distances = relativeDistances(points, { x: 0, y: 0 });
  const last = distances.at(-1) as number;
  if (first === 0 || last <= TARGET) return { points, distances, reached: points.length - 1 };
  const lost = trace.outcome.kind === "diverged" || last > LOST;
  if (!lost) return { points, distances };
  return { points, distances, diverged: leftForGood(points, WINDOW) ?? points.length - 1 };
}
