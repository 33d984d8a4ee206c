import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { kappaByAngle } from "./model.ts";
import { CURVATURES } from "./state.ts";

const KAPPA = CURVATURES[1] / CURVATURES[0];

/** The angle across, the condition number upward. */
export function curveFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(Math.max(170, width * 0.3)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 34,
    x: { type: "linear", domain: [0, 90] },
    y: { type: "log", domain: [1, 34] },
  };
}

/** What the bowl has at every angle, and what scaling makes of it. */
export function curveBackground(): readonly MarkSpec[] {
  const fill = "var(--curvature)";
  return [
    axisX({ label: say("angle of the bowl, degrees"), ticks: [0, 15, 30, 45, 60, 75, 90] }),
    axisY({ label: "κ", ticks: [1, 5, 25], format: String }),
    mark("ruleY", [KAPPA], { stroke: "var(--ink-soft)", strokeDasharray: "6 3" }),
    mark("line", kappaByAngle(), { x: "x", y: "y", stroke: fill, strokeWidth: 2 }),
    label(say("before"), 0, KAPPA, { dy: -9, dx: 4, fill: "var(--ink-soft)" }),
    label(say("after diagonal scaling"), 13, 3.2, { dx: 8, dy: 4, fill }),
  ];
}

/** The angle that is chosen. */
export function curveForeground(angle: number, kappa: number): readonly MarkSpec[] {
  return [
    mark("dot", [{ x: angle, y: kappa }], {
      x: "x",
      y: "y",
      r: 5.5,
      fill: "var(--curvature)",
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
  ];
}
