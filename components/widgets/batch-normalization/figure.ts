import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { NormRun } from "./model.ts";
import { STEPS } from "./state.ts";

const LOOKS = {
  "with batch normalization": { stroke: "var(--accent)" },
  without: { stroke: "var(--ink)", strokeDasharray: "5 3" },
} as const;
/** Powers of ten that the figure shows. */
const HEIGHTS = [-3, 1.3] as const;

export function normFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.7 : 0.42)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 48,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: HEIGHTS },
  };
}

export function normBackground(): readonly MarkSpec[] {
  const chance = Math.log10(Math.LN2);
  return [
    mark("ruleY", [chance], { stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
    label("ln 2: knows nothing", STEPS, chance, {
      dy: -9,
      textAnchor: "end",
      fill: "var(--ink-soft)",
    }),
    axisX({ label: "step t", ticks: 5 }),
    axisY({
      label: "loss of the mini-batch",
      ticks: [-3, -2, -1, 0, 1],
      format: (power) => String(Number((10 ** power).toPrecision(1))),
    }),
  ];
}

export function normForeground(runs: readonly NormRun[], { x, y }: PlotFrame): readonly MarkSpec[] {
  const window = { x: x.domain, y: y.domain };
  return runs.flatMap(({ name, losses }) => {
    const points = losses.map((loss, t) => ({
      x: t,
      y: Number.isFinite(loss) ? Math.log10(Math.max(loss, 1e-9)) : 99,
    }));
    const at = Math.round(0.12 * STEPS);
    const lower = name === "without" ? 15 : -15;
    const seen = points[Math.min(at, points.length - 1)] as { x: number; y: number };
    return [
      mark("line", clipPath(points, window), { x: "x", y: "y", strokeWidth: 1.75, ...LOOKS[name] }),
      label(name, seen.x, Math.min(seen.y, HEIGHTS[1] - 0.2), {
        dy: otherIsAbove(runs, name, at) ? Math.abs(lower) : -Math.abs(lower),
        fill: LOOKS[name].stroke,
        fontWeight: 600,
      }),
    ];
  });
}

/** Whether the other run's loss is the larger one where the names stand. */
function otherIsAbove(runs: readonly NormRun[], name: NormRun["name"], at: number): boolean {
  const height = (run: NormRun | undefined) => run?.losses[at] ?? Number.POSITIVE_INFINITY;
  const mine = height(runs.find((run) => run.name === name));
  const other = height(runs.find((run) => run.name !== name));
  return other > mine;
}
