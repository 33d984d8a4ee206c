import { rosenbrock } from "@downhill/optim";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { minimumAt, planeFrame } from "#src/plotting/plane.ts";
import { type Point, toPixels } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { LocalModels } from "./model.ts";
import { REACH, WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 8, marginBottom: 34, marginLeft: 32 };
/** Heights of the level lines: every next one about two and a half times as high. */
const LEVELS = [0.5, 2, 6, 15, 40, 100, 250, 600];

export const valleyFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** Rosenbrock's valley with its minimum. */
export function valleyBackground(): readonly MarkSpec[] {
  const grid = contourGrid((x, y) => rosenbrock.value(Float64Array.of(x, y)), WINDOW, 120, 120);
  return [
    contours(grid, LEVELS),
    axisX({ label: "x", ticks: [-1, 0, 1] }),
    axisY({ label: "y", ticks: [0, 1, 2] }),
    minimumAt({ x: 1, y: 1 }),
  ];
}

/** Half the length of the longer axis of the ellipse. */
const LONG = 0.75;
const ROUND = 72;

/** The line that is looked along, and the ellipse of the Hessian with its axes. */
export function valleyForeground(model: LocalModels, frame: PlotFrame): readonly MarkSpec[] {
  const [x, y] = model.point as unknown as readonly [number, number];
  const [ux, uy] = model.u as unknown as readonly [number, number];
  const { values, vectors } = model.eigen;
  const flattest = Math.min(...values.map(Math.abs));
  const axes = vectors.map((v, i) => {
    const curvature = values[i] as number;
    const half = LONG * Math.sqrt(flattest / Math.abs(curvature));
    return { curvature, half, dx: v[0] as number, dy: v[1] as number };
  });
  const point = (a: number, b: number): Point => {
    const [first, second] = axes as [(typeof axes)[0], (typeof axes)[0]];
    return {
      x: x + a * first.half * first.dx + b * second.half * second.dx,
      y: y + a * first.half * first.dy + b * second.half * second.dy,
    };
  };
  const ellipse = Array.from({ length: ROUND + 1 }, (_, i) => {
    const turn = (i / ROUND) * 2 * Math.PI;
    return point(Math.cos(turn), Math.sin(turn));
  });
  const line = (points: readonly Point[], look: object) =>
    mark("line", clipPath(points, WINDOW), { x: "x", y: "y", strokeWidth: 1.75, ...look });
  const along = [-REACH, REACH].map((s) => ({ x: x + s * ux, y: y + s * uy }));
  return [
    line(along, { stroke: "var(--ink)", strokeDasharray: "2 3" }),
    line(ellipse, { stroke: "var(--curvature)" }),
    ...axes.flatMap(({ curvature, half, dx, dy }) => {
      const look = {
        stroke: "var(--curvature)",
        ...(curvature < 0 && { strokeDasharray: "5 3" }),
      };
      const ends = [-1, 1].map((side) => ({ x: x + side * half * dx, y: y + side * half * dy }));
      return [line(ends, look), nameOf(curvature, { x, y }, { dx, dy, half }, frame)];
    }),
  ];
}

/** λ beside the end of its axis, on the side where there is more room. */
function nameOf(
  curvature: number,
  { x, y }: Point,
  axis: { readonly dx: number; readonly dy: number; readonly half: number },
  frame: PlotFrame,
): MarkSpec {
  // To the middle of the picture, where words always have room.
  const side = Math.sign(axis.dx) === -Math.sign(x) ? 1 : -1;
  const away = side * (axis.half + 0.16);
  const wanted = { x: x + away * axis.dx, y: y + away * axis.dy };
  const clamp = (value: number, [low, high]: readonly [number, number], room: number) =>
    Math.min(high - room, Math.max(low + room, value));
  const at = { x: clamp(wanted.x, WINDOW.x, 0.3), y: clamp(wanted.y, WINDOW.y, 0.12) };
  const right = toPixels(frame, at).x >= toPixels(frame, { x, y }).x;
  return label(`λ = ${significant(curvature, 3)}`, at.x, at.y, {
    textAnchor: right ? "start" : "end",
    fill: "var(--curvature)",
    fontWeight: 600,
  });
}
