import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { type ClippedPoint, clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { planeFrame } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { BEST, type Search } from "./model.ts";

/** The unit square, with room below for the values of x that were tried. */
const WINDOW = { x: [0, 1], y: [-0.14, 1] } as const;
const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 34 };

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
const CORNERS = 96;

export const squareFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** Level lines of the miss, and the best place: a line where y does not matter. */
export function squareBackground(weight: number): readonly MarkSpec[] {
  const level = { x: "x", y: "y", stroke: "var(--plot-contour)" };
  return [
    ...LEVELS.map((miss) => mark("line", levelLine(miss, weight), level)),
    weight === 0
      ? mark("link", [BEST], {
          x1: "x",
          x2: "x",
          y1: 0,
          y2: 1,
          stroke: "var(--ink)",
          strokeDasharray: "2 3",
        })
      : mark("dot", [BEST], { x: "x", y: "y", symbol: "plus", r: 6, stroke: "var(--ink)" }),
    mark("ruleY", [0], { stroke: "var(--plot-axis)" }),
    axisX({ label: "x", ticks: [0, 0.5, 1] }),
    axisY({ label: "y", ticks: [0, 0.5, 1] }),
  ];
}

/** All places with one and the same miss: an ellipse, or two lines where y does not matter. */
function levelLine(miss: number, weight: number): readonly ClippedPoint[] {
  // Half-axes upward beyond this are straight lines inside the square.
  const up = Math.min(miss / Math.max(weight, 1e-9), 1e6);
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return { x: BEST.x + miss * Math.cos(angle), y: BEST.y + up * Math.sin(angle) };
  });
  return clipPath(ring, { x: [0, 1], y: [0, 1] });
}

/** The trials, the best of them filled, and below them the values of x that they have tried. */
export function squareForeground({ trials, best }: Search): readonly MarkSpec[] {
  const places = trials.map(({ values }) => values);
  const stroke = "var(--accent)";
  return [
    mark("link", places, { x1: "x", x2: "x", y1: -0.11, y2: -0.03, stroke, strokeWidth: 2 }),
    mark("dot", places, { x: "x", y: "y", r: 4, stroke, fill: "var(--paper)", strokeWidth: 1.5 }),
    mark("dot", [best.values], { x: "x", y: "y", r: 6, fill: stroke }),
    label(say("nearest"), best.values.x, best.values.y, {
      textAnchor: best.values.x > 0.7 ? "end" : "start",
      dx: best.values.x > 0.7 ? -10 : 10,
      fill: stroke,
      fontWeight: 600,
    }),
  ];
}
