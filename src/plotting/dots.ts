import type { Point } from "./scale.ts";
import { type MarkSpec, mark } from "./spec.ts";

/**
 * Small round dots, all in one path: a segment of length zero with a round cap is a dot, and one
 * element is drawn faster than hundreds.
 *
 * @param diameter in pixels
 */
export function dots(points: readonly Point[], diameter: number, colour: string): MarkSpec {
  const gap = { x: undefined, y: undefined };
  return mark(
    "line",
    points.flatMap((point) => [point, point, gap]),
    { x: "x", y: "y", stroke: colour, strokeWidth: diameter, strokeLinecap: "round" },
  );
}
