import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { SpreadModel } from "./model.ts";
import { COUNT } from "./state.ts";

const GRADIENT = "var(--gradient)";
const BINS = 61;
/** Standard deviations of single points that the histogram has room for, on either side. */
const ROOM = 2.6;
const ROWS = { marginTop: 22, marginRight: 12, marginBottom: 34 };
const height = (width: number) => Math.round(Math.max(220, width * 0.66));

/** The estimated slope across, the share of batches upward, the tallest bar being 1. */
export function histogramFrame(width: number, { slope, sigma }: SpreadModel): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROWS,
    marginLeft: 14,
    x: { type: "linear", domain: [slope - ROOM * sigma, slope + ROOM * sigma] },
    y: { type: "linear", domain: [0, 1.28] },
  };
}

export function histogramBackground(): readonly MarkSpec[] {
  return [axisX({ label: say("estimated slope in w, and how often"), ticks: 6 })];
}

/** Batches without replacement as bars, with replacement as an outline, and the true slope. */
export function histogramForeground(
  { slope, without, replacing }: SpreadModel,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [from, to] = frame.x.domain;
  const width = (to - from) / BINS;
  const bars = binned(without.values, from, width);
  const outline = binned(replacing.values, from, width);
  const tallest = Math.max(...bars, ...outline);
  const left = (bin: number) => from + bin * width;
  const zero = from < 0 && to > 0;
  return [
    mark(
      "rect",
      bars.flatMap((count, bin) =>
        count === 0 ? [] : [{ x1: left(bin), x2: left(bin + 1), y1: 0, y2: count / tallest }],
      ),
      { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: GRADIENT, fillOpacity: 0.4 },
    ),
    mark(
      "line",
      outline.flatMap((count, bin) => [
        { x: left(bin), y: count / tallest },
        { x: left(bin + 1), y: count / tallest },
      ]),
      { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1 },
    ),
    mark("link", [{ x: slope, y1: 0, y2: 1.06 }], {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: GRADIENT,
      strokeWidth: 2,
    }),
    label(say("true slope"), slope, 1.06, {
      textAnchor: "middle",
      dy: -9,
      fill: GRADIENT,
      fontWeight: 600,
    }),
    ...(zero ? [mark("ruleX", [0], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" })] : []),
  ];
}

function binned(values: readonly number[], from: number, width: number): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor((value - from) / width);
    if (bin >= 0 && bin < BINS) counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

/** Powers of ten of the standard deviation that the curve shows. */
const SPREADS = [-1.7, 0.1] as const;

/** The logarithm of the batch size across, that of the standard deviation in units of σ upward. */
export function curveFrame(width: number): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROWS,
    marginLeft: 40,
    x: { type: "linear", domain: [0, Math.log10(COUNT)] },
    y: { type: "linear", domain: SPREADS },
  };
}

const window = { x: [0, Math.log10(COUNT)], y: SPREADS } as const;
const at = (b: number, deviation: number) => ({
  x: Math.log10(b),
  y: Math.log10(Math.max(deviation, 1e-300)),
});

/** Both formulas. */
export function curveBackground(): readonly MarkSpec[] {
  const sizes = Array.from({ length: 61 }, (_, i) => 199.999 ** (i / 60));
  const line = (of: (b: number) => number, look: object) =>
    mark(
      "line",
      clipPath(
        sizes.map((b) => at(b, of(b))),
        window,
      ),
      { x: "x", y: "y", ...look },
    );
  return [
    axisX({
      label: say("batch size b"),
      ticks: [1, 10, 100, 200].map(Math.log10),
      format: (power) => String(Math.round(10 ** power)),
    }),
    axisY({
      label: say("standard deviation ÷ σ"),
      ticks: [1, 0.3, 0.1, 0.03].map(Math.log10),
      format: (power) => String(Number((10 ** power).toPrecision(1))),
    }),
    line((b) => 1 / Math.sqrt(b), { stroke: "var(--ink)" }),
    line((b) => Math.sqrt((COUNT - b) / (COUNT - 1) / b), {
      stroke: GRADIENT,
      strokeDasharray: "6 3",
      strokeWidth: 1.75,
    }),
    label(say("with replacement"), ...place(24, 0.29), { fill: "var(--ink)" }),
    label(say("without"), ...place(20, 0.06), { fill: GRADIENT, fontWeight: 600 }),
  ];
}

const place = (b: number, deviation: number) => {
  const { x, y } = at(b, deviation);
  return [x, y] as const;
};

/** What 2000 batches of this size measure. */
export function curveForeground(
  { sigma, replacing, without }: SpreadModel,
  b: number,
): readonly MarkSpec[] {
  const dot = (deviation: number, look: object) =>
    [at(b, deviation / sigma)]
      .filter((point) => inside(point, window))
      .map((point) => mark("dot", [point], { x: "x", y: "y", r: 4.5, strokeWidth: 1.75, ...look }));
  return [
    mark("ruleX", [Math.log10(b)], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
    ...dot(replacing.measured, { fill: "var(--paper)", stroke: "var(--ink)" }),
    ...dot(without.measured, { fill: GRADIENT, stroke: "var(--paper)" }),
  ];
}
