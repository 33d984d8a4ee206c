import type { Point } from "#src/plotting/scale.ts";
import type { CompassState } from "./state.ts";

/** The hillside of the chapter: x² − xy + 3y². */
export function height(x: number, y: number): number {
  return x * x - x * y + 3 * y * y;
}

/** Its gradient, by hand; a test compares it with differences. */
export function gradientAt({ x, y }: Point): Point {
  return { x: 2 * x - y, y: -x + 6 * y };
}

/** What the compass tells at a point for a direction. */
export interface CompassModel {
  readonly gradient: Point;
  /** ‖∇f‖: the slope straight up. */
  readonly norm: number;
  /** The direction of the dial, of length 1. */
  readonly direction: Point;
  /** D_u f: the slope in that direction. */
  readonly slope: number;
  /** Angle of the gradient and of steepest descent in degrees from 0 to 360; undefined where the ground is level. */
  readonly ascent: number | undefined;
  readonly descent: number | undefined;
}

export function compassModel(state: CompassState): CompassModel {
  const gradient = gradientAt(state);
  const norm = Math.hypot(gradient.x, gradient.y);
  const direction = unit(state.dial);
  const ascent = norm === 0 ? undefined : turned(angleOf(gradient), 0);
  return {
    gradient,
    norm,
    direction,
    slope: slopeAlong(gradient, state.dial),
    ascent,
    descent: ascent === undefined ? undefined : turned(ascent, 180),
  };
}

/** The slope in the direction of an angle: the inner product of gradient and unit vector. */
export function slopeAlong(gradient: Point, degrees: number): number {
  const { x, y } = unit(degrees);
  return gradient.x * x + gradient.y * y;
}

/** An angle turned by some degrees, from 0 to below 360. */
export function turned(degrees: number, by: number): number {
  return (((degrees + by) % 360) + 360) % 360;
}

function angleOf({ x, y }: Point): number {
  return (Math.atan2(y, x) * 180) / Math.PI;
}

function unit(degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: Math.cos(angle), y: Math.sin(angle) };
}
