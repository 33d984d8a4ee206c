import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, clipSegment, inside } from "#src/plotting/clip.ts";
import { contourGrid, squareLevels } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type CompassModel, height } from "./model.ts";
import { type CompassState, WINDOW } from "./state.ts";

const MARGIN = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 32 };
/** The gradient is drawn at this share of its length, the direction as long as one unit and a half. */
const GRADIENT_SCALE = 1 / 6;
const DIAL_LENGTH = 1.5;

/** A square: one unit is as long upward as across, so that right angles look right. */
export function planeFrame(width: number): PlotFrame {
  const up = width - MARGIN.marginLeft - MARGIN.marginRight;
  const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;
  return {
    width,
    height: up + MARGIN.marginTop + MARGIN.marginBottom,
    ...MARGIN,
    x: linear(WINDOW.x),
    y: linear(WINDOW.y),
  };
}

export function planeBackground(): readonly MarkSpec[] {
  return [
    contours(contourGrid(height, WINDOW, 120, 120), squareLevels(0, 44, 14)),
    axisX({ label: "x", ticks: 7 }),
    axisY({ label: "y", ticks: 7 }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" }),
  ];
}

/** The contour through the point, the gradient, its opposite and the direction of the dial. */
export function planeForeground(
  at: CompassState,
  { gradient, direction }: CompassModel,
): readonly MarkSpec[] {
  const reach = (by: Point, length: number) => ({
    x: at.x + length * by.x,
    y: at.y + length * by.y,
  });
  const up = reach(gradient, GRADIENT_SCALE);
  const down = reach(gradient, -GRADIENT_SCALE);
  const faced = reach(direction, DIAL_LENGTH);
  const opposite = { stroke: "var(--gradient)", strokeWidth: 1.5, strokeOpacity: 0.65 };
  return [
    mark("line", clipPath(levelCurve(height(at.x, at.y)), WINDOW), {
      x: "x",
      y: "y",
      stroke: "var(--ink-soft)",
      strokeWidth: 1.25,
    }),
    ...arrow(at, down, opposite),
    ...arrow(at, up, { stroke: "var(--gradient)", strokeWidth: 2.25 }),
    ...arrow(at, faced, { stroke: "var(--ink)", strokeWidth: 2.25 }),
    ...name("∇f", at, up, "var(--gradient)"),
    ...name("−∇f", at, down, "var(--gradient)"),
    ...name("û", at, faced, "var(--ink)"),
  ];
}

/** The ellipse on which the hillside has the given height: on a quadratic, height grows as distance squared. */
function levelCurve(level: number): readonly Point[] {
  return Array.from({ length: 121 }, (_, i) => {
    const [c, s] = [Math.cos((i / 60) * Math.PI), Math.sin((i / 60) * Math.PI)];
    const distance = Math.sqrt(level / height(c, s));
    return { x: distance * c, y: distance * s };
  });
}

/** An arrow, or the part of its shaft that is in the picture. */
function arrow(a: Point, b: Point, look: Readonly<Record<string, unknown>>): readonly MarkSpec[] {
  const shaft = clipSegment(a, b, WINDOW);
  if (shaft === undefined || Math.hypot(b.x - a.x, b.y - a.y) < 0.05) return [];
  const [from, to] = shaft;
  const ends = [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }];
  const channels = { x1: "x1", y1: "y1", x2: "x2", y2: "y2", ...look };
  return inside(b, WINDOW)
    ? [mark("arrow", ends, { ...channels, headLength: 7, insetStart: 7 })]
    : [mark("link", ends, channels)];
}

/** A name beyond the tip of an arrow, where that is in the picture. */
function name(text: string, from: Point, to: Point, fill: string): readonly MarkSpec[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 0.3 || !inside(to, WINDOW)) return [];
  const look = { fill, fontWeight: 600, textAnchor: "middle" };
  const [dx, dy] = [(13 * (to.x - from.x)) / length, (-13 * (to.y - from.y)) / length];
  return [label(text, to.x, to.y, { ...look, dx, dy })];
}
