import { say } from "#src/language/say.ts";
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

/** Slices through the surface from front to back, and corners of each. */
const SLICES = 21;
const CORNERS = 33;
/** Every so many corners a line from front to back. */
const STRIDE = 4;
const slicesAt = Array.from({ length: SLICES }, (_, i) => 1 - (2 * i) / (SLICES - 1));
const cornersAt = Array.from({ length: CORNERS }, (_, i) => -1 + (2 * i) / (CORNERS - 1));

/** The surface seen from the front and above: y goes away from the viewer, heights go up. */
function view({ value }: Place): (x: number, y: number) => Point {
  const heights = slicesAt.flatMap((y) => cornersAt.map((x) => Math.abs(value(x, y))));
  const scale = 0.44 / Math.max(...heights);
  return (x, y) => ({ x: x + 0.42 * y, y: 0.56 * y + scale * value(x, y) });
}

const BLOCK = { x: [-1.45, 1.45], y: [-1.02, 1.02] } as const;
const TIGHT: Margins = { marginTop: 4, marginRight: 4, marginBottom: 4, marginLeft: 4 };

export const surfaceFrame = (width: number): PlotFrame => planeFrame(width, BLOCK, TIGHT);

/** Slices from back to front; each hides what lies behind and below it. */
export function surfaceBackground(place: Place): readonly MarkSpec[] {
  const seen = view(place);
  const slice = (y: number) => cornersAt.map((x) => seen(x, y));
  const look = { stroke: "var(--ink-soft)", strokeWidth: 0.75, strokeOpacity: 0.55 };
  return slicesAt.flatMap((y, i) => {
    const rows = slice(y);
    const behind = slice(slicesAt[i - 1] ?? y);
    const ribs = rows.flatMap(({ x, y }, corner) => {
      const from = behind[corner] as Point;
      return corner % STRIDE === 0 ? [{ x1: from.x, y1: from.y, x2: x, y2: y }] : [];
    });
    return [
      mark("link", i === 0 ? [] : ribs, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", ...look }),
      mark("areaY", rows, { x: "x", y1: BLOCK.y[0], y2: "y", fill: "var(--paper)" }),
      mark("line", rows, { x: "x", y: "y", ...look }),
    ];
  });
}

export function surfaceForeground(place: Place, { r, phi }: CriticalState): readonly MarkSpec[] {
  const seen = view(place);
  const lifted = (angle: number) => {
    const { x, y } = onCircle(r, angle);
    return seen(x, y);
  };
  return [
    ...walkLines(place, r, lifted),
    mark("dot", [seen(0, 0)], { x: "x", y: "y", r: 3.5, fill: "var(--ink)" }),
    walker(lifted(phi)),
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
    height: Math.round(Math.max(180, width * 0.3)),
    marginTop: 22,
    marginRight: 16,
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
    axisX({ label: say("angle φ"), ticks: [0, 90, 180, 270, 360], format: (value) => `${value}°` }),
    axisY({
      label: say("height on the way"),
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
