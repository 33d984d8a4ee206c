import {
  adagrad,
  bowl,
  gradientDescent,
  type Method,
  minimize,
  momentum,
  type Objective,
  run,
  shampoo,
} from "@downhill/optim";
import { bestGradientDescent, bestMomentum } from "#src/plotting/quadratic-rates.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { CURVATURES, STEPS } from "./state.ts";

export type Runner = "AdaGrad" | "full matrix" | "momentum" | "gradient descent";

/** One run in the turned ravine. */
export interface RotatedRun {
  readonly runner: Runner;
  readonly points: readonly Point[];
  /** The loss after each step, the start included. */
  readonly losses: readonly number[];
}

/** The loss after STEPS steps for every second degree. */
export interface AngleCurve {
  readonly runner: Runner;
  readonly losses: readonly { readonly angle: number; readonly loss: number }[];
}

const [flat, steep] = CURVATURES;
/** So that the full matrix has a root before it has seen two directions. */
const GUARD = 1e-10;

/** The four methods: both AdaGrads at the given rate, the others at their best for these curvatures. */
export function runnersAt(eta: number): readonly (readonly [Runner, Method])[] {
  const pair = bestMomentum(flat, steep);
  const { eta: learningRate } = bestGradientDescent(flat, steep);
  return [
    ["AdaGrad", adagrad({ learningRate: eta })],
    ["full matrix", shampoo({ learningRate: eta, epsilon: GUARD })],
    ["momentum", momentum({ learningRate: pair.eta, beta: pair.beta })],
    ["gradient descent", gradientDescent({ learningRate })],
  ];
}

/** All four in a ravine turned by so many degrees; the start is turned along. */
export function rotatedRuns(angle: number, eta: number): readonly RotatedRun[] {
  return runnersAt(eta).map(([runner, method]) => rotatedRun(runner, method, angle));
}

/** The losses after STEPS steps against the angle. */
export function angleCurves(eta: number): readonly AngleCurve[] {
  const angles = Array.from({ length: 31 }, (_, i) => 2 * i);
  return runnersAt(eta).map(([runner, method]) => ({
    runner,
    losses: angles.map((angle) => ({
      angle,
      loss: minimize(method, ...turned(angle), { steps: STEPS }).f,
    })),
  }));
}

function rotatedRun(runner: Runner, method: Method, angle: number): RotatedRun {
  const trace = run(method, ...turned(angle), { steps: STEPS });
  return { runner, points: tracePoints(trace), losses: trace.frames.map(({ f }) => f) };
}

/** The ravine turned by so many degrees, and the start (−4, 1) turned along. */
function turned(angle: number): readonly [Objective, readonly number[]] {
  const phi = (angle * Math.PI) / 180;
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  return [bowl(CURVATURES, phi), [-4 * c - s, -4 * s + c]];
}
