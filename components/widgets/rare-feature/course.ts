import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { runnerLooks } from "./looks.ts";
import type { RareRun } from "./model.ts";
import { EXAMPLES, TRUE_WEIGHTS } from "./state.ts";

/** Runs are drawn at every so many examples; the rare weight moves in jumps, which are all kept. */
const EVERY = 4;

/** Examples across, weights upward. */
export function courseFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.85 : 0.48)),
    marginTop: 22,
    marginRight: 20,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: [0, EXAMPLES] },
    y: { type: "linear", domain: [-0.35, 2.45] },
  };
}

/** The true weights, and the examples that have the rare feature. */
export function courseBackground(rare: readonly number[], { width }: PlotFrame) {
  const names = [
    say("true weight of the frequent feature"),
    say("true weight of the rare feature"),
  ];
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.5 }),
    mark("ruleY", TRUE_WEIGHTS, { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
    ...TRUE_WEIGHTS.map((weight, i) =>
      label(names[i] as string, EXAMPLES, weight, {
        dy: i === 0 ? -24 : -9,
        textAnchor: "end",
        fill: "var(--ink-soft)",
      }),
    ),
    mark("link", rare, {
      x: (t: number) => t,
      y1: -0.35,
      y2: -0.22,
      stroke: "var(--ink-soft)",
      strokeWidth: 1.5,
    }),
    label(say("examples with the rare feature"), 0, -0.12, { dx: 4, fill: "var(--ink-soft)" }),
    axisX({ label: say("examples seen, t"), ticks: width < 500 ? 4 : 8 }),
    axisY({ label: say("weight"), ticks: [0, 1, 2], format: String }),
  ];
}

/** Both weights of both runs: the frequent one thin, the rare one thick; t marked. */
export function courseForeground(
  runs: readonly RareRun[],
  rare: readonly number[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const kept = keptExamples(rare);
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.flatMap((run) =>
      [0, 1].map((i) => {
        const points = kept.flatMap((at) => {
          const w = run.weights[at];
          return w === undefined ? [] : [{ x: at, y: w[i] as number }];
        });
        return mark("line", clipPath(points, window), {
          x: "x",
          y: "y",
          ...runnerLooks[run.runner],
          ...(i === 0 ? { strokeWidth: 1, strokeOpacity: 0.8 } : { strokeWidth: 2.5 }),
        });
      }),
    ),
    ...runs.flatMap((run) => {
      const end = { x: EXAMPLES, y: run.weights[EXAMPLES]?.[1] ?? Number.NaN };
      if (!inside(end, window)) return [];
      const { stroke: fill } = runnerLooks[run.runner];
      return [
        label(run.runner, end.x, end.y, { dy: 14, textAnchor: "end", fill, fontWeight: 600 }),
      ];
    }),
    ...runs.flatMap((run) => {
      const point = { x: t, y: run.weights[t]?.[1] ?? Number.NaN };
      if (!inside(point, window)) return [];
      const look = { x: "x", y: "y", r: 4.5, stroke: "var(--paper)", strokeWidth: 1.5 };
      return [mark("dot", [point], { ...look, fill: runnerLooks[run.runner].stroke })];
    }),
  ];
}

function keptExamples(rare: readonly number[]): readonly number[] {
  const grid = Array.from({ length: EXAMPLES / EVERY + 1 }, (_, i) => i * EVERY);
  return [...new Set([...grid, ...rare, ...rare.map((t) => t - 1)])].toSorted((a, b) => a - b);
}
