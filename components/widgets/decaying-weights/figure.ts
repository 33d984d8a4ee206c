import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { WeightsModel } from "./model.ts";

const MARGIN = { marginTop: 24, marginRight: 12, marginBottom: 34, marginLeft: 44 };
/** Part of its place that a bar fills. */
const FILLED = 0.72;
/** Bars with less room than this, in pixels, stand without gaps: gaps so fine would shimmer. */
const FINE = 4;

/** Ages across, from the newest; the newest weight, 1 − β, is nearly the full height. */
export function weightsFrame(width: number, beta: number, length: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.62 : 0.4)),
    ...MARGIN,
    x: { type: "linear", domain: [-0.6, length - 0.4] },
    y: { type: "linear", domain: [0, 1.05 * (1 - beta)] },
  };
}

export function weightsBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("age k, in steps"), ticks: width < 500 ? 5 : 8 }),
    axisY({ label: say("weight (1 − β)βᵏ"), ticks: 4, format: (value) => significant(value, 3) }),
  ];
}

/** The bars, those of the first t numbers dark; where a weight is down to a half and to 1/e; the window. */
export function weightsForeground(
  model: WeightsModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { weights, window, halfLife, decayTime, inWindow } = model;
  const newest = weights[0] as number;
  const edge = window - 0.5;
  return [
    bars(weights, t, weights.length, "var(--plot-contour)", frame),
    bars(weights, 0, t, "var(--velocity)", frame),
    mark("link", [{ x: edge, y1: 0, y2: frame.y.domain[1] }], {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: "var(--ink)",
      strokeDasharray: "4 3",
    }),
    label(
      say("window {window}: {share} % of the weight", {
        window: significant(window, 3),
        share: fixed(100 * inWindow, 0),
      }),
      edge,
      newest,
      {
        dx: 8,
        dy: 4,
        fontWeight: 600,
        fill: "var(--ink)",
      },
    ),
    ...level(halfLife, newest / 2, say("half, at age {age}", { age: fixed(halfLife, 1) })),
    ...level(decayTime, newest / Math.E, say("1/e, at age {age}", { age: fixed(decayTime, 1) })),
  ];
}

/** Bars from one age up to another, all in one path: a thick stroke for each. */
function bars(
  weights: readonly number[],
  from: number,
  to: number,
  stroke: string,
  frame: PlotFrame,
): MarkSpec {
  const [left, right] = frame.x.domain;
  const place = (frame.width - frame.marginLeft - frame.marginRight) / (right - left);
  const gap = { x: undefined, y: undefined };
  return mark(
    "line",
    weights
      .map((y, x) => ({ x, y }))
      .slice(from, to)
      .flatMap(({ x, y }) => [{ x, y: 0 }, { x, y }, gap]),
    {
      x: "x",
      y: "y",
      stroke,
      strokeWidth: place < FINE ? place : FILLED * place,
      strokeLinecap: "butt",
    },
  );
}

/** The age at which the weights are down to a level, marked and named; at β = 0 there is none. */
function level(age: number, weight: number, name: string): readonly MarkSpec[] {
  if (age === 0) return [];
  const look = {
    x: "x",
    y: "y",
    r: 4,
    fill: "var(--ink)",
    stroke: "var(--paper)",
    strokeWidth: 1.5,
  };
  return [
    mark("dot", [{ x: age, y: weight }], look),
    label(name, age, weight, { dx: 9, dy: -6, fill: "var(--ink)" }),
  ];
}
