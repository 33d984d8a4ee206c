import { clipSegment, inside, type Window } from "./clip.ts";
import type { Point } from "./scale.ts";
import { type MarkSpec, mark } from "./spec.ts";

/** An arrow, or the part of its shaft that is in the picture. */
export function arrow(
  from: Point,
  to: Point,
  window: Window,
  stroke: string,
  options: Readonly<Record<string, unknown>> = {},
): readonly MarkSpec[] {
  const shaft = clipSegment(from, to, window);
  if (shaft === undefined) return [];
  const [a, b] = shaft;
  const ends = [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }];
  const look = { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke, strokeWidth: 2.25, ...options };
  return inside(to, window)
    ? [mark("arrow", ends, { ...look, headLength: 7, inset: 1 })]
    : [mark("link", ends, look)];
}
