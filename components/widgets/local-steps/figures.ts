import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type LocalModel, optimum, restingPoint, WORKERS } from "./model.ts";
import { LOCAL_STEPS, STEPS } from "./state.ts";

const OWN = ["var(--velocity)", "var(--curvature)"] as const;
const MEAN = "var(--accent)";
const MARGIN = { marginTop: 24, marginRight: 14, marginBottom: 34, marginLeft: 44 };

/** Step across, position upward. */
export function courseFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.7 : 0.4)),
    ...MARGIN,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: [-0.18, 1.12] },
  };
}

export function courseBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    ...WORKERS.flatMap(({ lambda, c }, w) => [
      mark("ruleY", [c], { stroke: OWN[w] as string, strokeDasharray: "1 3" }),
      label(
        say("minimum of the worker with curvature {curvature}", { curvature: lambda }),
        STEPS,
        c,
        {
          dy: c === 1 ? -8 : 11,
          textAnchor: "end",
          fill: OWN[w] as string,
        },
      ),
    ]),
    mark("ruleY", [optimum], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
    label(say("minimum of both"), 2, optimum, { dy: -8, fill: "var(--ink)" }),
    axisX({ label: say("step t"), ticks: width < 500 ? 4 : 8 }),
    axisY({ label: say("position x"), ticks: [0, 0.5, 1] }),
  ];
}

/** Each worker's way, and their average up to step t strong. */
export function courseForeground(
  { average, own }: LocalModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const line = (xs: readonly number[], look: object) =>
    mark("line", series(xs, frame), { x: "x", y: "y", ...look });
  return [
    ...own.map((xs, w) => line(xs, { stroke: OWN[w], strokeWidth: 1, strokeOpacity: 0.7 })),
    line(average.slice(0, t + 1), { stroke: MEAN, strokeWidth: 2 }),
    ...standingAt({ x: t, y: average[t] as number }, window, MEAN),
  ];
}

/** Steps between averagings across, the place of rest upward. */
export function restFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.56 : 0.3)),
    ...MARGIN,
    x: { type: "log", domain: [0.85, 120] },
    y: { type: "linear", domain: [0, 0.56] },
  };
}

export function restBackground(): readonly MarkSpec[] {
  const curve = Array.from({ length: 100 }, (_, i) => ({ x: i + 1, y: restingPoint(i + 1) }));
  return [
    mark("ruleY", [optimum], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
    label(say("minimum of both"), 100, optimum, { dy: 12, textAnchor: "end", fill: "var(--ink)" }),
    mark("ruleY", [0.5], { stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
    label(say("mean of the two minima"), 1, 0.5, { dy: -8, fill: "var(--ink-soft)" }),
    mark("line", curve, { x: "x", y: "y", stroke: MEAN, strokeWidth: 1.5 }),
    axisX({ label: say("steps between two averagings, H"), ticks: LOCAL_STEPS, format: String }),
    axisY({ label: say("where the averages end"), ticks: [0, 0.25, 0.5] }),
  ];
}

export function restForeground(H: number, { x, y }: PlotFrame): readonly MarkSpec[] {
  return standingAt({ x: H, y: restingPoint(H) }, { x: x.domain, y: y.domain }, MEAN);
}
