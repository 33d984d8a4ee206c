import { listed } from "#src/language/listed.ts";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { contourGrid, squareLevels } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import type { Convention } from "#src/plotting/conventions.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { agreeing, type ConventionRun } from "./model.ts";
import { CURVATURES, CUT_AFTER, STEPS, WINDOW } from "./state.ts";

/** Drawn over one another, all three stay visible: a broad band, a line on it, dots on the line. */
const strokes: Readonly<Record<Convention, Readonly<Record<string, unknown>>>> = {
  A: { stroke: "var(--ink-soft)", strokeWidth: 7, strokeOpacity: 0.3, strokeLinecap: "round" },
  B: { stroke: "var(--method-momentum)", strokeWidth: 2 },
  C: { stroke: "var(--ink)", strokeWidth: 2.5, strokeDasharray: "0.1 6", strokeLinecap: "round" },
};
const colours: Readonly<Record<Convention, string>> = {
  A: "var(--ink-soft)",
  B: "var(--method-momentum)",
  C: "var(--ink)",
};

const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;
const MARGIN = { marginTop: 20, marginRight: 12, marginBottom: 34, marginLeft: 36 };

export function pathFrame(width: number): PlotFrame {
  const across = width - MARGIN.marginLeft - MARGIN.marginRight;
  // A phone stretches the narrow ravine: its paths are compared here, not measured.
  const stretch = width < 500 ? 1.5 : 1;
  const up = (stretch * across * (WINDOW.y[1] - WINDOW.y[0])) / (WINDOW.x[1] - WINDOW.x[0]);
  const height = Math.round(up + MARGIN.marginTop + MARGIN.marginBottom);
  return { width, height, ...MARGIN, x: linear(WINDOW.x), y: linear(WINDOW.y) };
}

export function pathBackground({ width }: PlotFrame): readonly MarkSpec[] {
  const [mu, L] = CURVATURES;
  const grid = contourGrid((x, y) => (mu * x * x + L * y * y) / 2, WINDOW, 160, 100);
  return [
    contours(grid, squareLevels(0, 1.2 ** 2 * 50, 12)),
    axisX({ label: say("θ₁ (flat, curvature 1)"), ticks: width < 500 ? 5 : 9 }),
    axisY({ label: say("θ₂ (steep, curvature 50)"), ticks: 3 }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" }),
  ];
}

/** The three paths up to step t, with the names of those that are together. */
export function pathForeground(runs: readonly ConventionRun[], t: number): readonly MarkSpec[] {
  const groups = agreeing(runs, t);
  return [
    ...runs.map(({ convention, points }) =>
      mark("line", clipPath(points.slice(0, t + 1), WINDOW), {
        x: "x",
        y: "y",
        ...strokes[convention],
      }),
    ),
    ...groups.flatMap((group, i) => {
      const at = group[0]?.points[t];
      if (at === undefined || !inside(at, WINDOW)) return [];
      const names = listed(group.map(({ convention }) => convention));
      const colour =
        group.length > 1 ? "var(--ink)" : colours[(group[0] as ConventionRun).convention];
      return [
        mark("dot", [at], { x: "x", y: "y", r: 4.5, fill: colour, stroke: "var(--paper)" }),
        label(names, at.x, at.y, {
          dy: i % 2 === 0 ? 18 : -16,
          textAnchor: "middle",
          fill: colour,
          fontWeight: 600,
        }),
      ];
    }),
  ];
}

/** The end of the axis of lengths: a round number above the longest step, 3 at most. */
export function longestStep(runs: readonly ConventionRun[]): number {
  const longest = Math.max(...runs.flatMap((run) => run.lengths).filter(Number.isFinite));
  return [0.05, 0.1, 0.2, 0.5, 1, 1.5, 2].find((end) => end >= longest) ?? 3;
}

export function lengthFrame(width: number, longest: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.5 : 0.26)),
    ...MARGIN,
    x: linear([0, STEPS]),
    y: linear([0, longest]),
  };
}

export function lengthBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: width < 500 ? 4 : 8 }),
    axisY({ label: say("length of step t"), ticks: 3 }),
  ];
}

/** How far each step goes: what a sudden cut of the rate does is seen here. */
export function lengthForeground(
  runs: readonly ConventionRun[],
  t: number,
  cut: boolean,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: x.domain, y: y.domain };
  return [
    ...(cut
      ? [
          mark("ruleX", [CUT_AFTER + 0.5], { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
          label(say("rate ÷ 10"), CUT_AFTER + 0.5, y.domain[1], {
            dx: 6,
            dy: 4,
            fill: "var(--ink-soft)",
          }),
        ]
      : []),
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.map(({ convention, lengths }) =>
      mark(
        "line",
        clipPath(
          lengths.map((length, i) => ({ x: i + 1, y: length })),
          window,
        ),
        { x: "x", y: "y", ...strokes[convention] },
      ),
    ),
  ];
}
