import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type CompassModel, slopeAlong } from "./model.ts";

/** Ends of the axis of slopes, so that it stays where it is while the point moves a little. */
const ENDS = [1, 2, 5, 10, 15, 25];

/** The end of the axis for a gradient of the given length. */
export function slopeEnd(norm: number): number {
  return ENDS.find((end) => end >= norm * 1.05) ?? (ENDS.at(-1) as number);
}

/** Angle across, slope upward; in a row as tall as the square beside it. */
export function curveFrame(width: number, end: number): PlotFrame {
  return {
    width,
    height: width < 330 ? Math.round(width * 1.06) : Math.round(width * 0.66),
    marginTop: 22,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: [0, 360] },
    y: { type: "linear", domain: [-end, end] },
  };
}

export function curveBackground(): readonly MarkSpec[] {
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)" }),
    axisX({
      label: say("angle of û"),
      ticks: [0, 90, 180, 270, 360],
      format: (value) => `${value}°`,
    }),
    axisY({ label: say("slope in the direction û"), ticks: 5 }),
  ];
}

/** The slope in every direction, its two bounds and the lowest point. */
export function curveForeground({ gradient, norm, descent }: CompassModel): readonly MarkSpec[] {
  const curve = Array.from({ length: 121 }, (_, i) => ({
    x: 3 * i,
    y: slopeAlong(gradient, 3 * i),
  }));
  const lowest =
    descent === undefined
      ? []
      : [
          mark("ruleX", [{ x: descent, y1: -norm, y2: 0 }], {
            x: "x",
            y1: "y1",
            y2: "y2",
            stroke: "var(--gradient)",
            strokeDasharray: "3 3",
          }),
          mark("dot", [{ x: descent, y: -norm }], {
            x: "x",
            y: "y",
            r: 3.5,
            fill: "var(--gradient)",
          }),
          label(`${Math.round(descent)}°`, descent, 0, {
            dy: -11,
            textAnchor: descent > 330 ? "end" : descent < 30 ? "start" : "middle",
            fill: "var(--gradient)",
            fontWeight: 600,
          }),
        ];
  return [
    mark("ruleY", norm === 0 ? [] : [-norm, norm], {
      stroke: "var(--gradient)",
      strokeDasharray: "2 3",
    }),
    mark("line", curve, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 2 }),
    ...lowest,
  ];
}
