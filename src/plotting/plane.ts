import { clipPath, inside, type Window } from "./clip.ts";
import { type ContourGrid, contourGrid, squareLevels } from "./contour-grid.ts";
import { contours } from "./contours.ts";
import type { Point } from "./scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "./spec.ts";

export type Margins = Pick<PlotFrame, "marginTop" | "marginRight" | "marginBottom" | "marginLeft">;

/** One unit is as long upward as across: paths meet level lines at their true angles. */
export function planeFrame(width: number, window: Window, margins: Margins): PlotFrame {
  const across = width - margins.marginLeft - margins.marginRight;
  const [left, right] = window.x;
  const [bottom, top] = window.y;
  const up = (across * (top - bottom)) / (right - left);
  const height = Math.round(up + margins.marginTop + margins.marginBottom);
  const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;
  return { width, height, ...margins, x: linear(window.x), y: linear(window.y) };
}

/** A symmetric matrix of two rows, [[xx, xy], [xy, yy]]. */
export interface Curvatures {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Level lines of the bowl ½(xx·x² + 2xy·xy + yy·y²), equally far apart on every ray from the origin.
 *
 * @param halfWidth of the innermost line, in the direction of curvature `flat`
 * @param flat the curvature that halfWidth refers to; defaults to 1
 */
export function bowlLevels(
  { xx, xy, yy }: Curvatures,
  window: Window,
  halfWidth: number,
  flat = 1,
): MarkSpec {
  const twice = (x: number, y: number) => xx * x * x + 2 * xy * x * y + yy * y * y;
  const grid: ContourGrid = contourGrid((x, y) => twice(x, y) / 2, window, 160, 120);
  const corners = window.x.flatMap((x) => window.y.map((y) => twice(x, y)));
  const count = Math.round(Math.sqrt(Math.max(...corners) / flat) / halfWidth);
  return contours(grid, squareLevels(0, (flat * (halfWidth * count) ** 2) / 2, count));
}

/** A plus where the minimum is. */
export function minimumAt(at: Point): MarkSpec {
  return mark("dot", [at], { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" });
}

/** The part of a path that is in the picture. */
export function pathLine(
  points: readonly Point[],
  window: Window,
  options: Readonly<Record<string, unknown>>,
): MarkSpec {
  return mark("line", clipPath(points, window), { x: "x", y: "y", ...options });
}

/** Where a run stands, if that is in the picture. */
export function standingAt(
  at: Point | undefined,
  window: Window,
  fill: string,
): readonly MarkSpec[] {
  if (at === undefined || !inside(at, window)) return [];
  const look = { x: "x", y: "y", r: 5, fill, stroke: "var(--paper)", strokeWidth: 1.5 };
  return [mark("dot", [at], look)];
}
