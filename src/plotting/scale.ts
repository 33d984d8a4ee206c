import type { PlotFrame, ScaleSpec } from "./spec.ts";

/** A point of the data plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a value lies between the ends of its domain: 0 at the first, 1 at the second. */
export function fraction(scale: ScaleSpec, value: number): number {
  const [a, b] = scale.domain.map((end) => bend(scale.type, end)) as [number, number];
  return (bend(scale.type, value) - a) / (b - a);
}

/** The value at a fraction of the domain; the inverse of `fraction`. */
export function valueAt(scale: ScaleSpec, share: number): number {
  const [a, b] = scale.domain.map((end) => bend(scale.type, end)) as [number, number];
  return unbend(scale.type, a + share * (b - a));
}

/** Pixel position of a data point inside the figure, from its top left corner. */
export function toPixels(frame: PlotFrame, point: Point): Point {
  const { marginLeft, marginRight, marginTop, marginBottom, width, height } = frame;
  return {
    x: marginLeft + fraction(frame.x, point.x) * (width - marginLeft - marginRight),
    y: height - marginBottom - fraction(frame.y, point.y) * (height - marginTop - marginBottom),
  };
}

/** Data point under a pixel, kept inside the window of the figure. */
export function fromPixels(frame: PlotFrame, pixel: Point): Point {
  const { marginLeft, marginRight, marginTop, marginBottom, width, height } = frame;
  const across = (pixel.x - marginLeft) / (width - marginLeft - marginRight);
  const up = (height - marginBottom - pixel.y) / (height - marginTop - marginBottom);
  return { x: valueAt(frame.x, clamp01(across)), y: valueAt(frame.y, clamp01(up)) };
}

function bend(type: ScaleSpec["type"], value: number): number {
  if (type === "log") return Math.log(value);
  return type === "sqrt" ? Math.sqrt(value) : value;
}

function unbend(type: ScaleSpec["type"], bent: number): number {
  if (type === "log") return Math.exp(bent);
  return type === "sqrt" ? bent * bent : bent;
}

function clamp01(share: number): number {
  return Math.min(1, Math.max(0, share));
}
