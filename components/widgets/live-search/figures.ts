import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { EPOCHS, type LiveTrial, type Strategy } from "./model.ts";

const LOSSES = [0.003, 30] as const;
const BEST = "var(--accent)";
const powers = (value: number) => powerOfTen(Math.round(Math.log10(value)));
const lossTicks = { ticks: [0.01, 0.1, 1, 10], format: powers };
/** Epochs on the last rung of the halving. */
const LAST_RUNG = 54;

export const scoresFrame = (width: number): PlotFrame =>
  chartFrame(width, { type: "log", domain: [7e-5, 14] }, { type: "log", domain: LOSSES }, 0.42);

export function scoresBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("learning rate"), ticks: [1e-4, 1e-3, 0.01, 0.1, 1, 10], format: powers }),
    axisY({ label: say("loss on points held out"), ...lossTicks }),
  ];
}

const inPicture = (loss: number) =>
  loss < LOSSES[1] ? Math.max(LOSSES[0], loss) : (LOSSES[1] as number);

/** Every trial at its rate and loss: the last one ringed, the best filled, crosses at the top for those that diverged. */
export function scoresForeground(
  trials: readonly LiveTrial[],
  best: LiveTrial | undefined,
): readonly MarkSpec[] {
  const place = (trial: LiveTrial) => ({
    x: trial.values.learningRate,
    y: inPicture(trial.score),
    r: trial.epochs < 30 ? 2.5 + trial.epochs / 12 : 5,
  });
  const off = trials.filter(({ score }) => !(score < LOSSES[1]));
  const on = trials.filter(({ score }) => score < LOSSES[1]);
  const last = trials.at(-1);
  return [
    mark("dot", on.map(place), {
      x: "x",
      y: "y",
      r: "r",
      fill: "var(--ink)",
      fillOpacity: 0.45,
    }),
    mark("dot", off.map(place), { x: "x", y: "y", symbol: "times", r: 5, stroke: "var(--bad)" }),
    ...(best === undefined
      ? []
      : [
          mark("dot", [place(best)], { x: "x", y: "y", r: 5.5, fill: BEST }),
          label(say("best"), best.values.learningRate, inPicture(best.score), {
            dy: 15,
            textAnchor: "middle",
            fill: BEST,
            fontWeight: 600,
          }),
        ]),
    ...(last === undefined
      ? []
      : [mark("dot", [place(last)], { x: "x", y: "y", r: 9, stroke: "var(--ink)" })]),
  ];
}

/** As many epochs as the longest training of a search has. */
export function coursesFrame(width: number, strategy: Strategy): PlotFrame {
  const longest = strategy === "halving" ? LAST_RUNG : EPOCHS;
  return chartFrame(
    width,
    { type: "linear", domain: [0, longest] },
    { type: "log", domain: LOSSES },
    0.72,
  );
}

export function coursesBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("epochs"), ticks: 4 }),
    axisY({ label: say("loss on points held out"), ...lossTicks }),
  ];
}

/** The course of every training, the best one in full strength. */
export function coursesForeground(
  trials: readonly LiveTrial[],
  best: LiveTrial | undefined,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const line = ({ losses }: LiveTrial, look: object) =>
    mark(
      "line",
      series(
        losses.map((loss) => (Number.isFinite(loss) ? loss : 1e30)),
        frame,
      ),
      {
        x: "x",
        y: "y",
        ...look,
      },
    );
  return [
    ...trials
      .filter((trial) => trial !== best)
      .map((trial) => line(trial, { stroke: "var(--ink)", strokeWidth: 0.9, strokeOpacity: 0.4 })),
    ...(best === undefined ? [] : [line(best, { stroke: BEST, strokeWidth: 2.2 })]),
  ];
}
