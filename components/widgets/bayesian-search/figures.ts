import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type AskedTrial, type BayesianModel, type Belief, HIGH, LOW, lossAt } from "./model.ts";

const across = { type: "linear", domain: [LOW, HIGH] } as const;
const LOSSES = [-0.6, 2] as const;
const MODEL = "var(--curvature)";
const ASKED = "var(--accent)";

const ticks = { ticks: [-5, -4, -3, -2, -1, 0], format: powerOfTen };

export const beliefFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "linear", domain: LOSSES }, 0.46);

export function beliefBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("learning rate"), ...ticks }),
    axisY({ label: say("loss"), ticks: 5 }),
  ];
}

/** What is believed and what has been tried; the truth, if it is to be seen; the next trial. */
export function beliefForeground(
  model: BayesianModel,
  belief: readonly Belief[],
  t: number,
  truth: boolean,
): readonly MarkSpec[] {
  const window = { x: across.domain, y: LOSSES };
  const line = (value: (r: number, i: number) => number) =>
    clipPath(
      Array.from({ length: 201 }, (_, i) => {
        const r = LOW + ((HIGH - LOW) * i) / 200;
        return { x: r, y: value(r, i) };
      }),
      window,
    );
  const clamp = (loss: number) => Math.min(LOSSES[1], Math.max(LOSSES[0], loss));
  const band = belief.map(({ r, mean, sigma }) => ({
    x: r,
    low: clamp(mean - 2 * sigma),
    high: clamp(mean + 2 * sigma),
  }));
  const done = model.trials.slice(0, t).map(({ values, score }) => ({ x: values.r, y: score }));
  return [
    ...(belief.length === 0
      ? []
      : [
          mark("areaY", band, { x: "x", y1: "low", y2: "high", fill: MODEL, fillOpacity: 0.16 }),
          mark(
            "line",
            line((_, i) => (belief[i] as Belief).mean),
            {
              x: "x",
              y: "y",
              stroke: MODEL,
              strokeWidth: 1.75,
            },
          ),
          label(say("what the model believes: mean, ± 2 σ"), LOW, LOSSES[1], {
            dx: 8,
            dy: 8,
            fill: MODEL,
          }),
        ]),
    ...(truth
      ? [
          mark("line", line(lossAt), {
            x: "x",
            y: "y",
            stroke: "var(--ink)",
            strokeDasharray: "2 3",
          }),
          label(say("the truth (dotted)"), LOW, LOSSES[1], { dx: 8, dy: 25, fill: "var(--ink)" }),
        ]
      : []),
    ...nextTrial(model.trials[t], belief),
    mark("dot", done, {
      x: "x",
      y: "y",
      r: 4.5,
      fill: "var(--ink)",
      stroke: "var(--paper)",
    }),
  ];
}

export const improvementFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "linear", domain: [0, 1.15] }, 0.2);

export function improvementBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("learning rate"), ...ticks }),
    axisY({ label: say("expected improvement, as a share of its highest"), ticks: [0, 1] }),
  ];
}

/** Expected improvement along the range, and where it is highest among the settings allowed. */
export function improvementForeground(
  model: BayesianModel,
  belief: readonly Belief[],
  t: number,
): readonly MarkSpec[] {
  const peak = peakOf(belief);
  const points = belief.map(({ r, improvement }) => ({
    x: r,
    y: peak === 0 ? 0 : improvement / peak,
  }));
  return [
    ...(points.length === 0
      ? []
      : [
          mark("areaY", points, { x: "x", y: "y", fill: ASKED, fillOpacity: 0.14 }),
          mark("line", points, { x: "x", y: "y", stroke: ASKED, strokeWidth: 1.75 }),
        ]),
    ...nextTrial(model.trials[t], belief, false),
  ];
}

/** The highest expected improvement that is drawn; 0 without a belief. */
export const peakOf = (belief: readonly Belief[]): number =>
  belief.reduce((highest, { improvement }) => Math.max(highest, improvement), 0);

/** Where the next trial is asked for; nothing while the first ones are given. */
function nextTrial(
  trial: AskedTrial | undefined,
  belief: readonly Belief[],
  named = true,
): readonly MarkSpec[] {
  if (trial === undefined || belief.length === 0) return [];
  const { r } = trial.values;
  const right = r > -1;
  return [
    mark("ruleX", [r], { stroke: ASKED, strokeDasharray: "5 3" }),
    ...(named
      ? [
          label(say("next"), r, LOSSES[0], {
            dx: right ? -5 : 5,
            dy: -8,
            textAnchor: right ? "end" : "start",
            fill: ASKED,
            fontWeight: 600,
          }),
        ]
      : []),
  ];
}
