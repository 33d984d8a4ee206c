import { inside, type Window } from "./clip.ts";
import type { Point } from "./scale.ts";

/**
 * The first step from which a path is never again inside the window, or undefined when its last
 * point is inside. This is the t of "diverged at step t": excursions that return do not count.
 */
export function leftForGood(points: readonly Point[], window: Window): number | undefined {
  let outside: number | undefined;
  for (let t = points.length - 1; t >= 0 && !inside(points[t] as Point, window); t--) outside = t;
  return outside;
}
