import { type ClippedPoint, clipPath } from "./clip.ts";
import type { PlotFrame } from "./spec.ts";

/**
 * Values at steps 0, 1, 2 … as the rows of a line, cut off at the edges of the figure; where the
 * figure's scale upward is logarithmic, at the height where its straight lines meet the edge.
 */
export function series(values: readonly number[], { x, y }: PlotFrame): readonly ClippedPoint[] {
  const log = y.type === "log";
  const bend = (value: number) => (log ? Math.log10(value) : value);
  const points = values.map((value, t) => ({ x: t, y: bend(value) }));
  const rows = clipPath(points, { x: x.domain, y: [bend(y.domain[0]), bend(y.domain[1])] });
  return log
    ? rows.map((row) => ({ x: row.x, y: row.y === undefined ? undefined : 10 ** row.y }))
    : rows;
}
