import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { GOAL, type MethodRun, type Stage } from "./method-run.ts";

const MARGIN = { marginTop: 20, marginRight: 10, marginBottom: 34, marginLeft: 34 };

/** The widths that the two panels are drawn for: side by side they are as tall as each other. */
export const PLANE_WIDTHS = [350, 404] as const;
export const VALUE_WIDTHS = [350, 244] as const;

/** One unit is as long upward as across. */
export function planeFrame(stage: Stage, width: number): PlotFrame {
  const { x, y } = stage.window;
  const across = width - MARGIN.marginLeft - MARGIN.marginRight;
  const up = (across * (y[1] - y[0])) / (x[1] - x[0]);
  const height = Math.round(up + MARGIN.marginTop + MARGIN.marginBottom);
  return { width, height, ...MARGIN, x: linear(x), y: linear(y) };
}

/** Level lines, axes and the minimum. */
export function planeBackground({ problem, window, levels }: Stage): readonly MarkSpec[] {
  const at = new Float64Array(2);
  const grid = contourGrid(
    (x, y) => {
      at[0] = x;
      at[1] = y;
      return problem.value(at);
    },
    window,
    160,
    100,
  );
  const minima = problem.criticalPoints.filter(({ kind }) => kind === "minimum");
  return [
    contours(grid, levels),
    axisX({ label: "x₁", ticks: 5 }),
    axisY({ label: "x₂", ticks: 4 }),
    mark(
      "dot",
      minima.map(({ x: [x = 0, y = 0] }) => ({ x, y })),
      { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" },
    ),
  ];
}

/** The path with a dot at each step, and the start as a ring. */
export function planeForeground(run: MethodRun, colour: string): readonly MarkSpec[] {
  const { points, stage } = run;
  const shown = points.filter((point) => inside(point, stage.window));
  const ring = { x: "x", y: "y", r: 4, fill: "var(--paper)", stroke: colour, strokeWidth: 1.75 };
  return [
    mark("line", clipPath(points, stage.window), {
      x: "x",
      y: "y",
      stroke: colour,
      strokeWidth: 1.5,
    }),
    dots(shown, 3.5, colour),
    mark("dot", points.slice(0, 1), ring),
  ];
}

/** Steps across, f upward on a logarithmic scale; beside the plane as tall as that. */
export function valueFrame(run: MethodRun, width: number): PlotFrame {
  const [phone, desk] = VALUE_WIDTHS;
  const height = width === desk ? planeFrame(run.stage, PLANE_WIDTHS[1]).height : phone * 0.55;
  return {
    width,
    height: Math.round(height),
    ...MARGIN,
    x: linear([0, Math.max(5, run.values.length - 1)]),
    y: { type: "log", domain: valueDomain(run) },
  };
}

/** Whole powers of ten around what was met, down to the goal and up to a million. */
function valueDomain({ values }: MethodRun): readonly [number, number] {
  const met = values.filter((value) => value < 1e6).map((value) => Math.max(value, GOAL));
  const low = Math.floor(Math.log10(Math.min(1, ...met)) + 0.05);
  const high = Math.ceil(Math.log10(Math.max(1, ...met)));
  return [10 ** low, 10 ** high];
}

export function valueBackground({ y: { domain } }: PlotFrame): readonly MarkSpec[] {
  const [low, high] = domain.map((end) => Math.round(Math.log10(end))) as [number, number];
  const every = Math.ceil((high - low) / 5);
  const powers = Array.from(
    { length: Math.floor((high - low) / every) + 1 },
    (_, i) => high - i * every,
  );
  return [
    axisX({ label: say("step"), ticks: 4 }),
    axisY({
      label: "f",
      ticks: powers.map((power) => 10 ** power),
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

export function valueForeground(
  { values }: MethodRun,
  { x, y }: PlotFrame,
  colour: string,
): readonly MarkSpec[] {
  // Clipped where it is a straight line between steps: on the logarithmic scale.
  const [low, high] = y.domain.map(Math.log10) as [number, number];
  const points = values.map((value, k) => ({ x: k, y: Math.max(Math.log10(value), low - 50) }));
  const rows = clipPath(points, { x: x.domain, y: [low, high] }).map((row) => ({
    x: row.x,
    y: row.y === undefined ? undefined : 10 ** row.y,
  }));
  return [mark("line", rows, { x: "x", y: "y", stroke: colour, strokeWidth: 1.75 })];
}

function linear(domain: readonly [number, number]): PlotFrame["x"] {
  return { type: "linear", domain };
}
