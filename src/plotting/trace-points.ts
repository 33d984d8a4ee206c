import type { Trace } from "@downhill/optim";
import type { Point } from "./scale.ts";

/** The iterates of a run in two variables, start first. */
export function tracePoints(trace: Trace): readonly Point[] {
  return trace.frames.map((frame) => ({ x: frame.x[0] ?? Number.NaN, y: frame.x[1] ?? 0 }));
}

/** Distances of the iterates from a point, divided by the first distance: 1 at the start. */
export function relativeDistances(points: readonly Point[], target: Point): readonly number[] {
  const distance = (point: Point) => Math.hypot(point.x - target.x, point.y - target.y);
  const first = points[0] === undefined ? 1 : distance(points[0]) || 1;
  return points.map((point) => distance(point) / first);
}
