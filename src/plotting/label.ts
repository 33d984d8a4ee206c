import { type MarkSpec, mark } from "./spec.ts";

/** A word written into the picture at a data point: a label instead of a legend. */
export function label(
  text: string,
  x: number,
  y: number,
  options: Readonly<Record<string, unknown>> = {},
): MarkSpec {
  return mark("text", [{ x, y, text }], {
    x: "x",
    y: "y",
    text: "text",
    className: "plot-label",
    textAnchor: "start",
    ...options,
  });
}
