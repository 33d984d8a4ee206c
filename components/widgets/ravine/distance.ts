import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Descent, RavineModel } from "./model.ts";
import { LONGEST, TARGET } from "./state.ts";

/** Room below the target line for the counts. */
const LOG_DOMAIN = [1e-4, 3] as const;
const LINEAR_DOMAIN = [0, 1.25] as const;

/** Steps across, distance upward; the axis of time is as long as the longer run. */
export function distanceFrame(width: number, length: number, log: boolean): PlotFrame {
  return {
    width,
    height: Math.round(width * (width > 380 ? 0.52 : 0.62)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, length] },
    y: log ? { type: "log", domain: LOG_DOMAIN } : { type: "linear", domain: LINEAR_DOMAIN },
  };
}

/**
 * The end of the axis of time for two runs: one of a few round numbers beyond the later end, so
 * that the axis stays where it is while a slider is dragged.
 */
export function timeOf({ momentum, gradientDescent }: RavineModel): number {
  const last = Math.max(
    gradientDescent.points.length,
    momentum.diverged === undefined ? momentum.points.length : 0,
  );
  return ENDS.find((end) => end >= last * 1.04) ?? LONGEST;
}

const ENDS = [100, 150, 200, 300, 400, LONGEST];

/** Axes and the line of a thousandth. */
export function distanceBackground(frame: PlotFrame): readonly MarkSpec[] {
  const log = frame.y.type === "log";
  return [
    axisX({ label: say("step t"), ticks: frame.width < 380 ? 4 : 6 }),
    axisY({
      label: say("distance to the minimum, start = 1"),
      ...(log
        ? {
            ticks: [1, 0.1, 0.01, 0.001],
            format: (value) => powerOfTen(Math.round(Math.log10(value))),
          }
        : { ticks: [0, 0.5, 1] }),
    }),
    mark("ruleY", [TARGET], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
  ];
}

/** Both distances, where they reach the target, and step t. */
export function distanceForeground(
  model: RavineModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { momentum, gradientDescent } = model;
  const line = (descent: Descent, options: Readonly<Record<string, unknown>>) =>
    mark("line", series(descent.distances, frame), { x: "x", y: "y", ...options });
  const now = momentum.distances[t];
  return [
    line(gradientDescent, { stroke: "var(--method-gradient-descent)", strokeDasharray: "4 3" }),
    line(momentum, { stroke: "var(--method-momentum)", strokeWidth: 2 }),
    ...endings(model, frame),
    ...(now !== undefined && now >= frame.y.domain[0] && now <= frame.y.domain[1]
      ? [
          mark("dot", [{ x: t, y: now }], {
            x: "x",
            y: "y",
            r: 5,
            fill: "var(--method-momentum)",
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
        ]
      : []),
  ];
}

/** Ends this near to each other, in pixels, get their names on two lines. */
const TOGETHER = 170;

function endings(
  { momentum, gradientDescent }: RavineModel,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [, end] = frame.x.domain;
  const runs = [
    { run: momentum, name: "momentum", colour: "var(--method-momentum)", shape: "circle" },
    {
      run: gradientDescent,
      name: "gradient descent",
      colour: "var(--method-gradient-descent)",
      shape: "diamond",
    },
  ];
  const close =
    momentum.reached !== undefined &&
    gradientDescent.reached !== undefined &&
    Math.abs(momentum.reached - gradientDescent.reached) * frame.width < TOGETHER * end;
  return runs.flatMap(({ run, name, colour, shape }, i) => {
    if (run.reached === undefined) return [];
    const share = run.reached / end;
    const textAnchor = share > 0.6 ? "end" : share < 0.15 ? "start" : "middle";
    const log = frame.y.type === "log";
    const row = close ? i : 0;
    const dy = log ? 15 + 15 * row : -12 - 15 * row;
    const end_ = { x: run.reached, y: log ? TARGET : 0 };
    return [
      mark("dot", [end_], { x: "x", y: "y", r: 3.5, fill: colour, symbol: shape }),
      label(`${methodWords(name)} ${run.reached}`, end_.x, end_.y, {
        dy,
        textAnchor,
        fill: colour,
        fontWeight: 600,
      }),
    ];
  });
}
