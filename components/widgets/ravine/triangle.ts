import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { StepParts } from "#src/plotting/step-parts.ts";

/** Data units of the picture across and upward; the triangle fills the middle of it. */
const ACROSS = 3.2;
const UP = 2;

/** A blank sheet of fixed shape: the step is scaled to fit it. */
export function triangleFrame(width: number): PlotFrame {
  const height = Math.round((width * UP) / ACROSS);
  const half = (size: number) => [-size / 2, size / 2] as const;
  return {
    width,
    height,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    x: { type: "linear", domain: half(ACROSS) },
    y: { type: "linear", domain: half(UP) },
  };
}

/** The step as a sum of two arrows, enlarged to fill the sheet, each with its name. */
export function triangle(parts: StepParts | undefined): readonly MarkSpec[] {
  if (parts === undefined)
    return [label("Press Step: the first one is", 0, 0.1, note), label("the gradient alone.", 0, -0.15, note)];
  const { carried, step } = parts;
  const origin = { x: 0, y: 0 };
  const corners = [origin, carried, step];
  const range = (axis: "x" | "y") => {
    const values = corners.map((corner) => corner[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [left, right] = range("x");
  const [bottom, top] = range("y");
  const size = Math.max((right - left) / (ACROSS * 0.42), (top - bottom) / (UP * 0.72));
  if (!(size > 0 && Number.isFinite(size))) return [];
  const place = ({ x, y }: Point): Point => ({
    x: (x - (left + right) / 2) / size,
    y: (y - (bottom + top) / 2) / size,
  });
  const [start, knee, end] = corners.map(place) as [Point, Point, Point];
  const centre = { x: (start.x + knee.x + end.x) / 3, y: (start.y + knee.y + end.y) / 3 };
  const alone = Math.hypot(knee.x - start.x, knee.y - start.y) < 0.05;
  return [
    ...(alone ? [] : named("velocity −ηβv", start, knee, centre, "var(--velocity)")),
    ...named("gradient −ηg", knee, end, centre, "var(--gradient)"),
    ...(alone ? [] : named("step", start, end, centre, "var(--ink)", "5 3")),
  ];
}

const note = { textAnchor: "middle", fill: "var(--ink-soft)" };

function named(
  text: string,
  from: Point,
  to: Point,
  centre: Point,
  stroke: string,
  strokeDasharray = "none",
): readonly MarkSpec[] {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // Labels stand outside the triangle: right of arrows on its right side, left on its left.
  const right = middle.x >= centre.x;
  return [
    mark("arrow", [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }], {
      x1: "x1",
      y1: "y1",
      x2: "x2",
      y2: "y2",
      stroke,
      strokeDasharray,
      strokeWidth: 2.25,
      headLength: 8,
    }),
    label(text, middle.x, middle.y, {
      dx: right ? 10 : -10,
      textAnchor: right ? "start" : "end",
      fill: stroke,
    }),
  ];
}
