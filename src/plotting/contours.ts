import type { ContourGrid } from "./contour-grid.ts";
import { type MarkSpec, mark } from "./spec.ts";

/** Quiet level lines of a sampled function: the ground that paths are drawn on. */
export function contours(
  grid: ContourGrid,
  levels: readonly number[],
  options: object = {},
): MarkSpec {
  const { window, columns, rows } = grid;
  return mark("contour", grid.values, {
    value: grid.values,
    width: columns,
    height: rows,
    x1: window.x[0],
    x2: window.x[1],
    y1: window.y[0],
    y2: window.y[1],
    thresholds: levels,
    stroke: "var(--plot-contour)",
    strokeWidth: 1,
    ...options,
  });
}
