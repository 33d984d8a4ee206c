import { rosenbrock } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { dots } from "#src/plotting/dots.ts";
import { circle, ellipseOf } from "#src/plotting/ellipse.ts";
import { label } from "#src/plotting/label.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { modelAt, type TrustRun } from "./model.ts";
import { WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 30 };
const LEVELS = [0.5, 2.5, 8, 25, 80, 250];
/** Sizes of the lines of the model, as shares of the one through the point; and their corners. */
const MODEL_LINES = [0.25, 0.5, 0.75, 1, 1.25];
const FINE = 900;

export const valleyFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

export function valleyBackground(): readonly MarkSpec[] {
  const height = (x: number, y: number) => rosenbrock.value(Float64Array.of(x, y));
  return [
    contours(contourGrid(height, WINDOW, 110, 90), LEVELS),
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

/** Level lines of the model inside its circle, where it has a lowest point: ellipses about that. */
function modelLines({ x, y }: Point, radius: number): readonly MarkSpec[] {
  const { g, h } = modelAt(Float64Array.of(x, y));
  const [[a, b], [, c]] = h().map((row) => [...row]) as [[number, number], [number, number]];
  const [g1, g2] = [g[0] as number, g[1] as number];
  const det = a * c - b * b;
  if (!(a > 0 && det > 0)) return [];
  const lowest = { x: x - (c * g1 - b * g2) / det, y: y - (a * g2 - b * g1) / det };
  // The size of the line through the start: (θ − lowest)ᵀH(θ − lowest) there.
  const [u, v] = [x - lowest.x, y - lowest.y];
  const size = Math.sqrt(a * u * u + 2 * b * u * v + c * v * v);
  const unit = ellipseOf({ xx: a, xy: b, yy: c }, FINE);
  return MODEL_LINES.map((share) =>
    mark(
      "line",
      unit.map((point) => {
        const at = { x: lowest.x + share * size * point.x, y: lowest.y + share * size * point.y };
        const shown = Math.hypot(at.x - x, at.y - y) <= radius && inside(at, WINDOW);
        return shown ? at : { x: undefined, y: undefined };
      }),
      { x: "x", y: "y", stroke: "var(--curvature)", strokeWidth: 1.25, strokeOpacity: 0.8 },
    ),
  );
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
    axisX({ label: say("step k"), ticks: 6 }),
    axisY({ label: say("radius Δ, and f"), ticks: [0.001, 0.01, 0.1, 1, 10, 100], format: String }),
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
