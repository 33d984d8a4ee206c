import type { Point } from "#src/plotting/scale.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";

/** Distance of one arrow key in each direction, in data units. */
export interface PointStep {
  readonly x: number;
  readonly y: number;
}

const LARGE = 10;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * Where a key takes a point: one step in the direction of an arrow key, ten with Shift, never out
 * of the window. Undefined for every other key, so that the page keeps it.
 */
export function nudge(
  point: Point,
  key: string,
  shift: boolean,
  step: PointStep,
  frame: Pick<PlotFrame, "x" | "y">,
): Point | undefined {
  const direction = directions[key];
  if (direction === undefined) return undefined;
  const size = shift ? LARGE : 1;
  return {
    x: within(frame.x.domain, point.x + direction[0] * step.x * size),
    y: within(frame.y.domain, point.y + direction[1] * step.y * size),
  };
}

function within([low, high]: readonly [number, number], value: number): number {
  // Steps such as 0.1 add up with rounding errors that would show in the address.
  return Math.min(high, Math.max(low, Number(value.toFixed(6))));
}
