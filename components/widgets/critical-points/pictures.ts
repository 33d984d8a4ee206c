import { axisX, axisY } from "#src/plotting/axes.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type Margins, planeFrame } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame, type Row } from "#src/plotting/spec.ts";
import { cleared, onCircle, type Place, walk } from "./model.ts";
import type { CriticalState } from "./state.ts";

const COLOUR = "var(--curvature)";

/** The walk in pieces: above the height at 0 a solid line, below it a dotted one, level a thin one. */
function walkLines(
  place: Place,
  r: number,
  to: (phi: number, height: number) => Point,
): readonly MarkSpec[] {
  const steps = walk(place, r);
  const piece = (sign: number, look: Readonly<Record<string, unknown>>) => {
    const rows: Row[] = steps.map(({ phi, height }, i) => {
      const near = [steps[i - 1], steps[i], steps[i + 1]].map((step) => step?.height ?? height);
      const shown = near.some((one) => Math.sign(one) === sign) && height * sign >= 0;
      return shown ? { ...to(phi, height) } : { x: undefined, y: undefined };
    });
    return mark("line", rows, { x: "x", y: "y", stroke: COLOUR, strokeLinecap: "round", ...look });
  };
  return [
    piece(1, { strokeWidth: 2.5 }),
    piece(-1, { strokeWidth: 2.5, strokeDasharray: "0.5 5" }),
  ];
}

const walker = (at: Point) =>
  mark("dot", [at], {
    x: "x",
    y: "y",
    r: 5.5,
    fill: COLOUR,
    stroke: "var(--paper)",
    strokeWidth: 1.5,
  });

/** The surface seen from the front and above: y goes away from the viewer, heights go up. */
const seen = (x: number, y: number, z: number): Point => ({
  x: x + 0.42 * y,
  y: 0.56 * y + 0.36 * z,
});

const BLOCK = { x: [-1.5, 1.5], y: [-1.4, 1.4] } as const;
const TIGHT: Margins = { marginTop: 4, marginRight: 4, marginBottom: 4, marginLeft: 4 };
/** Slices through the surface, and corners of each. */
const SLICES = 21;
const CORNERS = 33;

export const surfaceFrame = (width: number): PlotFrame => planeFrame(width, BLOCK, TIGHT);

/** Slices from back to front; each hides what lies behind it. */
export function surfaceBackground({ value }: Place): readonly MarkSpec[] {
  return Array.from({ length: SLICES }, (_, i) => 1 - (2 * i) / (SLICES - 1)).flatMap((y) => {
    const rows = Array.from({ length: CORNERS }, (_, i) => {
      const x = -1 + (2 * i) / (CORNERS - 1);
      const { x: u, y: top } = seen(x, y, value(x, y));
      return { u, top };
    });
    const middle = Math.abs(y) < 1e-9;
    return [
      mark("areaY", rows, { x: "u", y1: BLOCK.y[0], y2: "top", fill: "var(--paper)" }),
      mark("line", rows, {
        x: "u",
        y: "top",
        stroke: middle ? "var(--ink-soft)" : "var(--plot-contour)",
        strokeWidth: 1,
      }),
    ];
  });
}

export function surfaceForeground(place: Place, { r, phi }: CriticalState): readonly MarkSpec[] {
  const at = onCircle(r, phi);
  const lift = (angle: number, height: number) => {
    const { x, y } = onCircle(r, angle);
    return seen(x, y, height);
  };
  return [
    ...walkLines(place, r, lift),
    mark("dot", [seen(0, 0, 0)], { x: "x", y: "y", r: 3, fill: "var(--ink)" }),
    walker(seen(at.x, at.y, place.value(at.x, at.y))),
  ];
}

const WINDOW = { x: [-1.25, 1.25], y: [-1.25, 1.25] } as const;
const MARGINS: Margins = { marginTop: 20, marginRight: 6, marginBottom: 32, marginLeft: 28 };
/** Heights of level lines on either side of 0. */
const LEVELS = [0.05, 0.2, 0.45, 0.8, 1.25, 1.8, 2.5];

export const mapFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** Level lines; those below the height at 0 dashed, as a map shows a hollow. */
export function mapBackground({ value }: Place): readonly MarkSpec[] {
  const grid = contourGrid(value, WINDOW, 90, 90);
  return [
    contours(grid, LEVELS),
    contours(grid, LEVELS.map((level) => -level).reverse(), { strokeDasharray: "3 3" }),
    axisX({ label: "x", ticks: [-1, 0, 1] }),
    axisY({ label: "y", ticks: [-1, 0, 1] }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", r: 3, fill: "var(--ink)" }),
  ];
}

export function mapForeground(place: Place, { r, phi }: CriticalState): readonly MarkSpec[] {
  return [...walkLines(place, r, (angle) => onCircle(r, angle)), walker(onCircle(r, phi))];
}

/** The walk unrolled: angle across, height upward. */
export function walkFrame(width: number, place: Place, r: number): PlotFrame {
  const highest = Math.max(...walk(place, r).map(({ height }) => Math.abs(height)));
  return {
    width,
    height: width < 300 ? Math.round(width * 1.05) : Math.round(width * 0.7),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 32,
    marginLeft: 42,
    x: { type: "linear", domain: [0, 360] },
    y: { type: "linear", domain: [-1.15 * highest, 1.15 * highest] },
  };
}

export function walkBackground({ y }: PlotFrame): readonly MarkSpec[] {
  const end = y.domain[1] / 1.15;
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)" }),
    axisX({ label: "angle φ", ticks: [0, 90, 180, 270, 360], format: (value) => `${value}°` }),
    axisY({
      label: "height on the way",
      ticks: [-end, 0, end],
      format: (value) => significant(value, 2),
    }),
  ];
}

export function walkForeground(place: Place, { r, phi }: CriticalState): readonly MarkSpec[] {
  const { x, y } = onCircle(r, phi);
  const height = cleared(place.value(x, y), r);
  const word = height > 0 ? "above" : height < 0 ? "below" : "level";
  return [
    ...walkLines(place, r, (angle, value) => ({ x: angle, y: value })),
    walker({ x: phi, y: height }),
    label(word, phi, height, {
      textAnchor: phi > 240 ? "end" : "start",
      dx: phi > 240 ? -10 : 10,
      dy: height >= 0 ? -8 : 9,
      fontWeight: 600,
      fill: COLOUR,
    }),
  ];
}
