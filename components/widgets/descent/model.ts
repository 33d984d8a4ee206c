import { dunes, gradientDescent, type Method, momentum, nesterov, run } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { MethodName } from "#src/plotting/method-looks.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { LONGEST } from "./state.ts";

/** One run over the dunes. */
export interface DunesRun {
  readonly name: MethodName;
  readonly points: readonly Point[];
  readonly values: readonly number[];
  /** Where it stopped: the nearest of the three hollows. */
  readonly hollow: Hollow;
}

export interface Hollow {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly f: number;
}

/** The same rate and momentum for all: the methods differ in nothing else. */
export const RATE = 0.05;
export const BETA = 0.9;
/** A run stops where the slope is this small. */
const FLAT = 0.01;

const names = [say("middling hollow"), say("deepest hollow"), say("shallowest hollow")];

/** The minima of the dunes, as the package declares them. */
export const hollows: readonly Hollow[] = dunes.criticalPoints
  .filter(({ kind }) => kind === "minimum")
  .map(({ x, f }, i) => ({ name: names[i] as string, x: x[0] as number, y: x[1] as number, f }));

/** Gradient descent, momentum and Nesterov from one start. */
export function dunesRuns({ x, y }: Point): readonly DunesRun[] {
  const methods: readonly (readonly [MethodName, Method])[] = [
    ["gradient descent", gradientDescent({ learningRate: RATE })],
    ["momentum", momentum({ learningRate: RATE, beta: BETA })],
    ["Nesterov", nesterov({ learningRate: RATE, beta: BETA })],
  ];
  return methods.map(([name, method]) => {
    const trace = run(method, dunes, [x, y], { steps: LONGEST, gradientTolerance: FLAT });
    const points = tracePoints(trace);
    const values = trace.frames.map(({ f }) => f);
    return { name, points, values, hollow: nearest(points.at(-1) as Point) };
  });
}

function nearest(point: Point): Hollow {
  const distance = ({ x, y }: Hollow) => Math.hypot(x - point.x, y - point.y);
  return hollows.reduce((best, hollow) => (distance(hollow) < distance(best) ? hollow : best));
}
