import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { FloorModel } from "./model.ts";

const GD = "var(--method-gradient-descent)";
/** So many of the last steps are shown. */
const SHOWN = 200;
/** Heights that the axis may have: one of a few, so that it stays while a slider is dragged. */
const HEIGHTS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
/** Standard deviations that have room. */
const ROOM = 3.4;
/** Where there is no floor. */
const HIGHEST = 50;
const BINS = 41;

/** The height of both pictures of x: enough for the positions in the long run. */
export function heightOf({ theory }: FloorModel): number {
  if (theory === undefined) return HIGHEST;
  return HEIGHTS.find((height) => height >= ROOM * Math.sqrt(theory)) ?? HIGHEST;
}

const ROWS = { marginTop: 22, marginBottom: 34 };

/** The last steps across, x upward. */
export function trackFrame(width: number, top: number): PlotFrame {
  return {
    width,
    height: 236,
    ...ROWS,
    marginLeft: 40,
    marginRight: 10,
    x: { type: "linear", domain: [0, SHOWN] },
    y: { type: "linear", domain: [-top, top] },
  };
}

export function trackBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("the last 200 steps"), ticks: [] }),
    axisY({ label: "x", ticks: 5 }),
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
  ];
}

/** Where the run was in its last steps, and one standard deviation on either side of the minimum. */
export function trackForeground(
  { positions, theory }: FloorModel,
  t: number,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: x.domain, y: y.domain };
  const from = Math.max(0, t - SHOWN);
  const points = positions.slice(from, t + 1).map((at, i) => ({ x: i, y: at }));
  const spread = theory === undefined ? [] : [Math.sqrt(theory), -Math.sqrt(theory)];
  return [
    mark("ruleY", spread, { stroke: "var(--ink)", strokeDasharray: "6 3" }),
    mark("line", clipPath(points, window), { x: "x", y: "y", stroke: GD, strokeWidth: 1.1 }),
    ...(theory === undefined
      ? []
      : [
          label(say("dashed: ± standard deviation, by the theory"), 0, y.domain[1], {
            dx: 8,
            dy: 4,
          }),
        ]),
    ...standingAt(points.at(-1), window, GD),
  ];
}

/** The share of the steps that ended in each of the bins across, x upward on the same scale. */
export function histogramFrame(width: number, top: number): PlotFrame {
  return {
    ...trackFrame(width, top),
    x: { type: "linear", domain: [0, 1.25] },
  };
}

export function histogramBackground(): readonly MarkSpec[] {
  return [axisX({ label: say("how often"), ticks: [] }), axisY({ label: "x", ticks: 5 })];
}

/** Bars of all steps so far, the tallest bar of the theory being 1, and the bell curve of the theory. */
export function histogramForeground(
  { positions, theory }: FloorModel,
  t: number,
  { y }: PlotFrame,
): readonly MarkSpec[] {
  const top = y.domain[1];
  const width = (2 * top) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const at of positions.slice(1, t + 1)) {
    const bin = Math.floor((at + top) / width);
    if (bin >= 0 && bin < BINS) counts[bin] = (counts[bin] as number) + 1;
  }
  const spread = theory === undefined ? top / 2 : Math.sqrt(theory);
  const peak = (Math.max(1, t) * width) / (spread * Math.sqrt(2 * Math.PI));
  const bars = counts.flatMap((count, bin) =>
    count === 0
      ? []
      : [
          {
            x1: 0,
            x2: Math.min(1.25, count / peak),
            y1: -top + bin * width,
            y2: -top + (bin + 1) * width,
          },
        ],
  );
  const bell = Array.from({ length: 81 }, (_, i) => {
    const at = top * (i / 40 - 1);
    return { x: Math.exp(-(at ** 2) / (2 * spread ** 2)), y: at };
  });
  return [
    mark("rect", bars, {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      fill: GD,
      fillOpacity: 0.45,
    }),
    ...(theory === undefined
      ? []
      : [mark("line", bell, { x: "x", y: "y", stroke: "var(--ink)", strokeDasharray: "6 3" })]),
  ];
}
