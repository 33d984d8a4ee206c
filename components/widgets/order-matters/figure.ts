import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { EPOCHS, NUMBERS, STEPS } from "./state.ts";

const GD = "var(--method-gradient-descent)";

export function orderFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.75 : 0.44)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: [0, 104] },
  };
}

/** The numbers as they come, faint, and their mean. */
export function orderBackground(ys: readonly number[], { width }: PlotFrame): readonly MarkSpec[] {
  const points = ys.map((y, i) => ({ x: i + 1, y }));
  return [
    dots(points, width < 500 ? 1.5 : 2, "color-mix(in oklab, var(--ink-soft) 45%, var(--paper))"),
    mark("ruleY", [(NUMBERS + 1) / 2], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
    label(say("the mean"), 0, (NUMBERS + 1) / 2, { dx: 4, dy: -8, fill: "var(--ink)" }),
    axisX({
      label: say("epoch"),
      ticks: Array.from({ length: EPOCHS / 2 + 1 }, (_, i) => 2 * i * NUMBERS),
      format: (t) => String(t / NUMBERS),
    }),
    axisY({ label: say("numbers, and the estimate of their mean"), ticks: 5 }),
  ];
}

/** The estimate, its part up to step t strong. */
export function orderForeground(
  thetas: readonly number[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const line = (values: readonly number[], look: object) =>
    mark("line", series(values, frame), { x: "x", y: "y", stroke: GD, ...look });
  return [
    line(thetas, { strokeWidth: 1, strokeOpacity: 0.35 }),
    line(thetas.slice(0, t + 1), { strokeWidth: 2 }),
    ...standingAt({ x: t, y: thetas[t] as number }, window, GD),
  ];
}
