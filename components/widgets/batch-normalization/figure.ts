import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { Point } from "#src/plotting/scale.ts";
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
    label(say("ln 2: knows nothing"), STEPS, chance, {
      dy: -9,
      textAnchor: "end",
      fill: "var(--ink-soft)",
    }),
    axisX({ label: say("step t"), ticks: 5 }),
    axisY({
      label: say("loss of the mini-batch"),
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
    const upper = name === upperOf(runs);
    const seen = extreme(points.slice(Math.round(0.15 * STEPS), Math.round(0.6 * STEPS)), upper);
    return [
      mark("line", clipPath(points, window), { x: "x", y: "y", strokeWidth: 1.75, ...LOOKS[name] }),
      label(methodWords(name), seen.x, Math.min(seen.y, HEIGHTS[1] - 0.2), {
        dy: upper ? -14 : 14,
        textAnchor: "middle",
        fill: LOOKS[name].stroke,
        fontWeight: 600,
      }),
    ];
  });
}

/** The run with the larger losses on the whole; one that has broken off counts as larger. */
function upperOf(runs: readonly NormRun[]): NormRun["name"] | undefined {
  const height = ({ losses }: NormRun) =>
    losses.length < STEPS ? Number.POSITIVE_INFINITY : losses.reduce((sum, loss) => sum + loss, 0);
  return runs.toSorted((one, other) => height(other) - height(one))[0]?.name;
}

/** The highest or the lowest of some points; at the left edge where a run broke off before. */
function extreme(points: readonly Point[], highest: boolean): Point {
  const order = points.toSorted((one, other) => (highest ? other.y - one.y : one.y - other.y));
  return order[0] ?? { x: Math.round(0.2 * STEPS), y: HEIGHTS[1] };
}
