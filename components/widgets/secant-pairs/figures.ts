import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside, type Window } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { dots } from "#src/plotting/dots.ts";
import { ellipseOf } from "#src/plotting/ellipse.ts";
import { label } from "#src/plotting/label.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type Learned, surfaces } from "./model.ts";
import { SCENES, type SurfaceName } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 8, marginBottom: 34, marginLeft: 30 };

const LEVELS = {
  bowl: [0.5, 2, 5, 10, 18, 30, 50, 80],
  valley: [0.5, 2.5, 8, 25, 80, 200, 450],
};
/** Columns and rows of the grid that level lines are drawn from. */
const GRID = { bowl: [70, 56], valley: [110, 90] } as const;
const LOWEST = { bowl: { x: 0, y: 0 }, valley: { x: 1, y: 1 } };

export const planeOf = (width: number, surface: SurfaceName): PlotFrame =>
  planeFrame(width, SCENES[surface].window, MARGINS);

export const ellipseFrame = (width: number, surface: SurfaceName): PlotFrame =>
  planeFrame(width, ellipseWindow(surface), MARGINS);

/** As high in comparison as the plane beside it. */
export function ellipseWindow(surface: SurfaceName): Window {
  const { window, half } = SCENES[surface];
  const ratio = (window.y[1] - window.y[0]) / (window.x[1] - window.x[0]);
  return { x: [-half, half], y: [-half * ratio, half * ratio] };
}

export function planeBackground(surface: SurfaceName): readonly MarkSpec[] {
  const height = (x: number, y: number) => surfaces[surface].value(Float64Array.of(x, y));
  return [
    contours(contourGrid(height, SCENES[surface].window, ...GRID[surface]), LEVELS[surface]),
    axisX({ label: "θ₁", ticks: 3 }),
    axisY({ label: "θ₂", ticks: 3 }),
    minimumAt(LOWEST[surface]),
  ];
}

/** The path to step t. */
export function planeForeground(
  run: readonly Learned[],
  surface: SurfaceName,
  t: number,
): readonly MarkSpec[] {
  const { window } = SCENES[surface];
  const done = run.slice(0, t + 1).map(({ at }) => at);
  return [
    pathLine(done, window, { stroke: "var(--ink)", strokeWidth: 1.75 }),
    dots(
      done.filter((point) => inside(point, window)),
      4.5,
      "var(--ink)",
    ),
    ...standingAt(done.at(-1), window, "var(--accent)"),
  ];
}

export function ellipseBackground(surface: SurfaceName): readonly MarkSpec[] {
  const { half } = SCENES[surface];
  const ticks = half > 1.5 ? [-1, 0, 1] : [-1, -0.5, 0, 0.5, 1];
  return [axisX({ label: "p₁", ticks }), axisY({ label: "p₂", ticks: [-1, 0, 1] })];
}

/** The learned ellipse, the true one, and the direction of the last step. */
export function ellipseForeground(
  { learned, truth, seen }: Learned,
  surface: SurfaceName,
): readonly MarkSpec[] {
  const window = ellipseWindow(surface);
  const [right, low] = [window.x[1], window.y[0]];
  const look = { textAnchor: "end", dx: -3, fontWeight: 600 };
  return [
    pathLine(ellipseOf(truth), window, {
      stroke: "var(--curvature)",
      strokeWidth: 2,
      strokeDasharray: "5 3",
    }),
    pathLine(ellipseOf(learned), window, { stroke: "var(--accent)", strokeWidth: 2 }),
    ...(seen === undefined ? [] : arrow({ x: 0, y: 0 }, seen, window, "var(--ink)")),
    ...(seen !== undefined && inside(seen, window)
      ? [
          mark("dot", [seen], { x: "x", y: "y", r: 4, fill: "var(--ink)" }),
          label("δ", seen.x, seen.y, { dx: 8, dy: -8, fill: "var(--ink)", fontWeight: 600 }),
        ]
      : []),
    label(say("learned, B⁻¹"), right, low, { ...look, dy: -25, fill: "var(--accent)" }),
    label(say("true, H (dashed)"), right, low, { ...look, dy: -8, fill: "var(--curvature)" }),
  ];
}
