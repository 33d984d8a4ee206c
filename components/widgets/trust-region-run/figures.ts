import { rosenbrock } from "@downhill/optim";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { dots } from "#src/plotting/dots.ts";
import { circle } from "#src/plotting/ellipse.ts";
import { label } from "#src/plotting/label.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { modelAt, type TrustRun } from "./model.ts";
import { WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 30 };
const LEVELS = [0.5, 2.5, 8, 25, 80, 200, 450];
const MODEL_LEVELS = 6;

export const valleyFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

export function valleyBackground(): readonly MarkSpec[] {
  const height = (x: number, y: number) => rosenbrock.value(Float64Array.of(x, y));
  return [
    contours(contourGrid(height, WINDOW, 130, 100), LEVELS),
    axisX({ label: "θ₁", ticks: 4 }),
    axisY({ label: "θ₂", ticks: 4 }),
    minimumAt({ x: 1, y: 1 }),
  ];
}

/** The path to step t, and the region of that step with the model in it. */
export function valleyForeground(run: TrustRun, t: number): readonly MarkSpec[] {
  const done = run.points.slice(0, t + 1);
  const step = run.steps[t - 1];
  return [
    ...(step === undefined ? [] : regionMarks(step.from, step.tries)),
    pathLine(done, WINDOW, { stroke: "var(--ink)", strokeWidth: 1.75 }),
    dots(
      done.filter((point) => inside(point, WINDOW)),
      4,
      "var(--ink)",
    ),
    ...standingAt(done.at(-1), WINDOW, "var(--accent)"),
  ];
}

function regionMarks(from: Point, tries: TrustRun["steps"][number]["tries"]): readonly MarkSpec[] {
  const last = tries.at(-1);
  if (last === undefined) return [];
  return [
    ...modelLines(from, last.radius),
    ...tries.map(({ radius, taken }) =>
      pathLine(circle(from, radius), WINDOW, {
        stroke: "var(--ink)",
        strokeOpacity: taken ? 0.9 : 0.45,
        strokeDasharray: "4 3",
      }),
    ),
    ...tries
      .filter(({ to, taken }) => !taken && inside(to, WINDOW))
      .map(({ to }) =>
        mark("dot", [to], {
          x: "x",
          y: "y",
          symbol: "times",
          r: 5,
          stroke: "var(--gradient)",
          strokeWidth: 2,
        }),
      ),
  ];
}

/** Level lines of the model inside its circle. */
function modelLines({ x, y }: Point, radius: number): readonly MarkSpec[] {
  const { g, hv } = modelAt(Float64Array.of(x, y));
  const change = (u: number, v: number) => {
    if (Math.hypot(u - x, v - y) > radius) return Number.NaN;
    const p = Float64Array.of(u - x, v - y);
    const bend = hv(p);
    return p.reduce(
      (sum, entry, i) => sum + entry * ((g[i] as number) + (bend[i] as number) / 2),
      0,
    );
  };
  const window = {
    x: [Math.max(x - radius, WINDOW.x[0]), Math.min(x + radius, WINDOW.x[1])],
    y: [Math.max(y - radius, WINDOW.y[0]), Math.min(y + radius, WINDOW.y[1])],
  } as const;
  if (!(window.x[0] < window.x[1] && window.y[0] < window.y[1])) return [];
  const grid = contourGrid(change, window, 60, 60);
  const finite = grid.values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), 0);
  const high = finite.reduce((most, value) => Math.max(most, value), 0);
  const levels = Array.from(
    { length: MODEL_LEVELS },
    (_, i) => low + (high - low) * ((i + 0.5) / MODEL_LEVELS) ** 2,
  );
  return [contours(grid, levels, { stroke: "var(--curvature)", strokeOpacity: 0.8 })];
}

/** Steps across, radius and f upward on a logarithmic scale. */
export function historyFrame(width: number, steps: number): PlotFrame {
  return {
    width,
    height: Math.round(Math.max(190, width * 0.32)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "linear", domain: [0, Math.max(steps, 5)] },
    y: { type: "log", domain: [1e-3, 100] },
  };
}

export function historyBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: "step k", ticks: 6 }),
    axisY({ label: "radius Δ, and f", ticks: [0.001, 0.01, 0.1, 1, 10, 100], format: String }),
  ];
}

/** The radius with which each step is begun, and f. */
export function historyForeground(run: TrustRun, t: number, frame: PlotFrame): readonly MarkSpec[] {
  const radii = run.radii.flatMap((radius, k) => [
    { x: k - 0.5, y: radius },
    { x: k + 0.5, y: radius },
  ]);
  const lines = { x: "x", y: "y", strokeWidth: 1.75 };
  const inRange = ({ x, y }: Point) =>
    x <= frame.x.domain[1] && x >= 0 && y >= frame.y.domain[0] && y <= frame.y.domain[1];
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    mark("line", series(run.values, frame), { ...lines, stroke: "var(--accent)" }),
    mark("line", radii.filter(inRange), { ...lines, stroke: "var(--ink)", strokeDasharray: "4 3" }),
    label("Δ", frame.x.domain[1], Math.max(run.radii.at(-1) ?? 1, 2e-3), {
      textAnchor: "end",
      dy: -9,
      fill: "var(--ink)",
      fontWeight: 600,
    }),
    label("f", 1, run.values[1] ?? 1, { dy: -10, fill: "var(--accent)", fontWeight: 600 }),
  ];
}
