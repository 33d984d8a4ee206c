import { delayedRateLimit } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { HEIGHT, type StaleModel } from "./model.ts";
import { LATEST, STEPS } from "./state.ts";

const LATE = "var(--accent)";
const MARGIN = { marginTop: 24, marginRight: 14, marginBottom: 34, marginLeft: 44 };

/** Step across, position upward. */
export function courseFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.62 : 0.36)),
    ...MARGIN,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: [-HEIGHT, HEIGHT] },
  };
}

export function courseBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    axisX({ label: say("update t"), ticks: width < 500 ? 4 : 8 }),
    axisY({ label: say("position x"), ticks: [-1, 0, 1] }),
  ];
}

/** The run, its part up to step t strong, over the run with fresh gradients at the same rate. */
export function courseForeground(
  model: StaleModel,
  fresh: StaleModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const line = (xs: readonly number[], look: object) =>
    mark("line", series(xs, frame), { x: "x", y: "y", ...look });
  return [
    line(fresh.xs, { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
    label(say("fresh"), STEPS, fresh.diverged === undefined ? 0 : HEIGHT, {
      dy: 12,
      textAnchor: "end",
      fill: "var(--ink-soft)",
    }),
    line(model.xs, { stroke: LATE, strokeWidth: 1, strokeOpacity: 0.4 }),
    line(model.xs.slice(0, t + 1), { stroke: LATE, strokeWidth: 1.75 }),
    ...standingAt({ x: t, y: model.xs[t] ?? Number.NaN }, window, LATE),
  ];
}

/** Delay across, the largest stable rate upward. */
export function limitFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.6 : 0.32)),
    ...MARGIN,
    x: { type: "linear", domain: [-0.4, LATEST + 0.4] },
    y: { type: "log", domain: [0.02, 2.6] },
  };
}

export function limitBackground({ width }: PlotFrame): readonly MarkSpec[] {
  const limits = Array.from({ length: LATEST + 1 }, (_, tau) => ({
    x: tau,
    y: delayedRateLimit(tau),
  }));
  return [
    axisX({
      label: say("delay τ"),
      ticks: width < 500 ? [0, 4, 8, 12, 16] : [0, 1, 2, 4, 6, 8, 10, 12, 14, 16],
    }),
    axisY({ label: say("learning rate η"), ticks: [0.05, 0.1, 0.2, 0.5, 1, 2], format: String }),
    mark("line", limits, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1.5 }),
    mark("dot", limits, { x: "x", y: "y", r: 2.5, fill: "var(--ink)" }),
    label(say("converges"), 1, 0.06, { fill: "var(--ink-soft)" }),
    label(say("diverges"), LATEST, 1, { textAnchor: "end", fill: "var(--ink-soft)" }),
  ];
}

/** The setting as a dot below or above the border. */
export function limitForeground(
  tau: number,
  eta: number,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  return standingAt({ x: tau, y: eta }, { x: x.domain, y: y.domain }, LATE);
}
