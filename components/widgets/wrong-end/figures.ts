import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { toPixels } from "#src/plotting/scale.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { WrongEndRun } from "./model.ts";
import { SHOWN } from "./state.ts";

const MARGIN = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 44 };

const across = { type: "linear", domain: [0, SHOWN] } as const;

/** Step across, position upward. */
export function courseFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.66 : 0.4));
  return { width, height, ...MARGIN, x: across, y: { type: "linear", domain: [-1.3, 1.12] } };
}

export function courseBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    mark("ruleY", [1], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    mark("ruleY", [-1], { stroke: "var(--ink)", strokeDasharray: "1 3" }),
    label(say("the best place"), SHOWN, -1, { dy: 11, textAnchor: "end", fill: "var(--ink-soft)" }),
    axisX({ label: say("step t"), ticks: width < 500 ? 4 : 7 }),
    axisY({ label: say("position x"), ticks: [-1, -0.5, 0, 0.5, 1] }),
  ];
}

/** Step across, regret per step upward, on a logarithmic scale. */
export function regretFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.6 : 0.34));
  return { width, height, ...MARGIN, x: across, y: { type: "log", domain: [0.005, 5] } };
}

export function regretBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: width < 500 ? 4 : 7 }),
    axisY({ label: say("regret per step"), ticks: [0.01, 0.1, 1], format: String }),
  ];
}

/** Both curves of a quantity, with their names where they end and step t marked. */
export function curves(
  runs: readonly WrongEndRun[],
  of: "xs" | "regrets",
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const from = of === "xs" ? 0 : 1;
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.map((run) => {
      const shown = run[of].slice(0, SHOWN + 1);
      // At t = 0 there is no regret yet, and a logarithmic scale has no 0.
      const values = shown.map((value, i) => (i < from ? Number.NaN : value));
      return mark("line", series(values, frame), {
        x: "x",
        y: "y",
        strokeWidth: 1.75,
        ...methodLooks[run.name],
      });
    }),
    ...names(runs, of, frame),
    ...(t < from
      ? []
      : runs.flatMap((run) =>
          standingAt({ x: t, y: run[of][t] as number }, window, methodLooks[run.name].stroke),
        )),
  ];
}

/** Two names closer than this stand one above the other, over both curves. */
const APART = 40;

/** Each name above its curve, inside the picture. */
function names(
  runs: readonly WrongEndRun[],
  of: "xs" | "regrets",
  frame: PlotFrame,
): readonly MarkSpec[] {
  const at = Math.round(0.62 * SHOWN);
  const placed = runs
    .map((run) => {
      const value = Math.max(run[of][at] as number, frame.y.domain[0] + 1e-3);
      return { run, value, pixels: toPixels(frame, { x: at, y: value }).y };
    })
    .toSorted((one, other) => one.pixels - other.pixels);
  const [upper, lower] = placed as [(typeof placed)[number], (typeof placed)[number]];
  const close = lower.pixels - upper.pixels < APART;
  const below = upper.pixels < frame.marginTop + 24;
  const shift = (i: number) => {
    if (!close) return i === 0 && below ? 14 : -12;
    return below ? 14 + 17 * i : -29 + 17 * i;
  };
  return placed.map(({ run, value }, i) =>
    label(run.name, at, close ? upper.value : value, {
      dy: shift(i),
      fill: methodLooks[run.name].stroke,
      fontWeight: 600,
    }),
  );
}
