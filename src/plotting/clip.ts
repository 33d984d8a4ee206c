import type { Point } from "./scale.ts";

/** A rectangle of the data plane: [left, right] and [bottom, top]. */
export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** One corner of a clipped path; an undefined corner is a gap. */
export interface ClippedPoint {
  readonly x: number | undefined;
  readonly y: number | undefined;
}

const gap: ClippedPoint = { x: undefined, y: undefined };

/**
 * The parts of a polyline that lie inside a window, with gaps where it is outside.
 *
 * Liang–Barsky on each segment. Clipping the numbers, rather than hiding pixels with an SVG
 * clip path, keeps iterates of a diverging run (1e200 and more) out of the picture file and
 * needs no ids that could clash between figures.
 */
export function clipPath(points: readonly Point[], window: Window): readonly ClippedPoint[] {
  const rows: ClippedPoint[] = [];
  for (let i = 1; i < points.length; i++) {
    const piece = clipSegment(points[i - 1] as Point, points[i] as Point, window);
    if (piece === undefined) continue;
    const [from, to] = piece;
    const last = rows.at(-1);
    if (last === undefined) rows.push(from);
    else if (last.x !== from.x || last.y !== from.y) rows.push(gap, from);
    rows.push(to);
  }
  return rows;
}

/** Is the point finite and inside the window, edges included? */
export function inside(point: Point, window: Window): boolean {
  const { x, y } = window;
  return point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1];
}

/** The part of the segment a→b inside the window, or undefined when there is none. */
export function clipSegment(a: Point, b: Point, window: Window): [Point, Point] | undefined {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [number, number])[] = [
    [-dx, a.x - window.x[0]],
    [dx, window.x[1] - a.x],
    [-dy, a.y - window.y[0]],
    [dy, window.y[1] - a.y],
  ];
  for (const [speed, room] of edges) {
    if (Number.isNaN(speed) || Number.isNaN(room) || !Number.isFinite(speed)) return undefined;
    if (speed === 0 && room < 0) return undefined;
    if (speed < 0) enter = Math.max(enter, room / speed);
    if (speed > 0) leave = Math.min(leave, room / speed);
  }
  if (enter > leave) return undefined;
  const at = (share: number): Point => ({ x: a.x + share * dx, y: a.y + share * dy });
  return [enter === 0 ? a : at(enter), leave === 1 ? b : at(leave)];
}
