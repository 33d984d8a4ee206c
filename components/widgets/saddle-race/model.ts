import {
  adadelta,
  adagrad,
  adam,
  gradientDescent,
  type Method,
  momentum,
  nesterov,
  noisy,
  rmsprop,
  run,
  saddleB,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { LEFT, LONGEST, type RaceState, X0 } from "./state.ts";

export type Racer =
  | "gradient descent"
  | "momentum"
  | "Nesterov"
  | "AdaGrad"
  | "RMSprop"
  | "Adadelta"
  | "Adam";

/** One method on its way from the ridge. */
export interface RaceRun {
  readonly name: Racer;
  readonly points: readonly Point[];
  /** The step at which it is far enough from the axis; absent when it never is. */
  readonly left?: number;
}

export interface RaceModel {
  readonly runs: readonly RaceRun[];
  /** Steps shown: a little longer than the slowest needs to leave. */
  readonly length: number;
}

type Setting = Omit<RaceState, "t">;

/** After leaving, a run is followed for as long again and a little more, to see it settle. */
const SETTLE = 40;
/** Steps shown where nobody leaves. */
const STUCK = 200;

/** The seven methods at one rate from one start; they meet the same noise. */
export function raceModel(setting: Setting): RaceModel {
  const { onAxis, y0, sigma, seed } = setting;
  const objective = sigma > 0 ? noisy(saddleB, { sigma, seed }) : saddleB;
  const start = [X0, onAxis ? 0 : y0];
  const still = onAxis && sigma === 0;
  const runs = racers(setting).map(([name, method]) => {
    let left: number | undefined;
    const trace = run(method, objective, start, {
      steps: still ? STUCK : LONGEST,
      until: ({ k, x }) => {
        if (left === undefined && Math.abs(x[1] as number) > LEFT) left = k;
        return left !== undefined && k >= 2 * left + SETTLE;
      },
    });
    return { name, points: tracePoints(trace), ...(left !== undefined && { left }) };
  });
  const slowest = Math.max(...runs.map(({ left = still ? 0 : LONGEST }) => left));
  return { runs, length: still ? STUCK : Math.min(LONGEST, Math.ceil(1.1 * slowest) + 2) };
}

function racers({ eta, epsilon }: Setting): readonly (readonly [Racer, Method])[] {
  return [
    ["gradient descent", gradientDescent({ learningRate: eta })],
    ["momentum", momentum({ learningRate: eta, beta: 0.9 })],
    ["Nesterov", nesterov({ learningRate: eta, beta: 0.9 })],
    ["AdaGrad", adagrad({ learningRate: eta, epsilon })],
    ["RMSprop", rmsprop({ learningRate: eta, rho: 0.9, epsilon })],
    // Adadelta sets the lengths of its steps itself: the rate does not enter.
    ["Adadelta", adadelta({ rho: 0.95 })],
    ["Adam", adam({ learningRate: eta, epsilon })],
  ];
}

/** Where a run stands at step t; a run that has ended stays where it is. */
export function standing({ points }: RaceRun, t: number): Point {
  return points[Math.min(t, points.length - 1)] as Point;
}
