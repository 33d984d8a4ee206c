import {
  type CriticalPoint,
  gradientDescent,
  type Method,
  newton,
  run,
  saddleB,
  saddleFreeNewton,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { LONGEST, NEAR, RATE, X0 } from "./state.ts";

export type Walker = "Newton" | "saddle-free Newton" | "gradient descent";

/** One method on its way from the start. */
export interface SaddleRun {
  readonly name: Walker;
  readonly points: readonly Point[];
  /** The stationary point that it has come near to, and at which step; absent if to none. */
  readonly end?: { readonly kind: CriticalPoint["kind"]; readonly at: Point; readonly t: number };
}

const walkers: readonly (readonly [Walker, Method])[] = [
  ["Newton", newton()],
  ["saddle-free Newton", saddleFreeNewton()],
  ["gradient descent", gradientDescent({ learningRate: RATE })],
];

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const rests = saddleB.criticalPoints.map(({ x, kind }) => ({
  kind,
  at: { x: x[0] as number, y: x[1] as number },
}));

/** The three methods from (1, y₀); a run ends a few steps after it has arrived for good. */
export function saddleRuns(y0: number): readonly SaddleRun[] {
  return walkers.map(([name, method]) => {
    const trace = run(method, saddleB, [X0, y0], { steps: LONGEST, gradientTolerance: 1e-9 });
    const points = tracePoints(trace);
    const last = points.at(-1) as Point;
    const rest = rests.find(({ at }) => distance(last, at) < NEAR);
    if (rest === undefined) return { name, points };
    const away = points.findLastIndex((point) => distance(point, rest.at) >= NEAR);
    return { name, points, end: { ...rest, t: away + 1 } };
  });
}

/** Steps shown: until the slowest has arrived, or all there are. */
export function lengthOf(runs: readonly SaddleRun[]): number {
  return Math.max(12, ...runs.map(({ end, points }) => (end ? end.t + 4 : points.length - 1)));
}

/** Where a run stands at step t; a run that has ended stays where it is. */
export function standing({ points }: SaddleRun, t: number): Point {
  return points[Math.min(t, points.length - 1)] as Point;
}
