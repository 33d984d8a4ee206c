import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { lowest, type Walk } from "./model.ts";
import type { Curve } from "./state.ts";

const COLOUR = "var(--method-gradient-descent)";
/** Powers of ten that the axis of heights shows. */
const POWERS = { "double-well": [-9, 2], parabola: [-9, 4] } as const;
/** Lengths of the axis of time: one of a few, so that it stays while a slider is dragged. */
const ENDS = [10, 20, 40, 80, 120, 200];

/** The end of the axis of time for a run. */
export function timeOf({ steps, diverged }: Walk): number {
  const last = diverged ?? steps.length - 1;
  return ENDS.find((end) => end >= last) ?? (ENDS.at(-1) as number);
}

/** Step against position, or against the height above the lowest value as a power of ten. */
export function courseFrame(width: number, curve: Curve, time: number, log: boolean): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.5 : 0.3)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: [0, time] },
    y: { type: "linear", domain: log ? POWERS[curve.name] : curve.window.x },
  };
}

export function courseBackground(curve: Curve, log: boolean): readonly MarkSpec[] {
  if (log)
    return [
      axisX({ label: say("step t") }),
      axisY({ label: say("f above its lowest value"), ticks: [4, 0, -4, -8], format: powerOfTen }),
    ];
  return [
    mark(
      "ruleY",
      curve.problem.criticalPoints.map(({ x }) => x[0]),
      { stroke: "var(--plot-axis)", strokeDasharray: "2 3" },
    ),
    axisX({ label: say("step t") }),
    axisY({ label: "x", ticks: 5 }),
  ];
}

/** The whole run, thin, with step t marked. */
export function courseForeground(
  { curve, steps, diverged = steps.length }: Walk,
  t: number,
  log: boolean,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const height = (f: number) => Math.log10(f - lowest(curve));
  const points = steps
    .slice(0, diverged + 1)
    .map(({ x, f }, at) => ({ x: at, y: log ? height(f) : x }));
  const seen = points.filter((point) => inside(point, window));
  const now = points[t];
  return [
    mark("line", clipPath(points, window), {
      x: "x",
      y: "y",
      stroke: COLOUR,
      strokeWidth: 1.25,
    }),
    dots(seen, seen.length > 60 ? 2.5 : 4, COLOUR),
    ...(now !== undefined && inside(now, window)
      ? [
          mark("dot", [now], {
            x: "x",
            y: "y",
            r: 5,
            fill: COLOUR,
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
        ]
      : []),
  ];
}
