import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { bestLine, type MemberTrial, ROUNDS } from "./model.ts";

const across = { type: "linear", domain: [0, ROUNDS] } as const;
const BEST = "var(--accent)";
const powers = (value: number) => powerOfTen(Math.round(Math.log10(value)));

export const ratesFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "log", domain: [8e-4, 13] }, 0.4);

export function ratesBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("round of two epochs"), ticks: [0, 5, 10, 15] }),
    axisY({ label: say("learning rate"), ticks: [1e-3, 0.01, 0.1, 1, 10], format: powers }),
  ];
}

export const lossesFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "log", domain: [0.01, 10] }, 0.4);

export function lossesBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("round of two epochs"), ticks: [0, 5, 10, 15] }),
    axisY({ label: say("loss on points held out"), ticks: [0.01, 0.1, 1, 10], format: powers }),
  ];
}

/** Every member's learning rate, round by round, and the line behind the best. */
export const ratesForeground = (trials: readonly MemberTrial[], round: number, frame: PlotFrame) =>
  members(trials, round, frame, ({ values }) => values.learningRate);

/** Every member's loss after each round, and the line behind the best. */
export const lossesForeground = (trials: readonly MemberTrial[], round: number, frame: PlotFrame) =>
  members(trials, round, frame, ({ score }) => (Number.isFinite(score) ? score : 1e30));

function members(
  trials: readonly MemberTrial[],
  round: number,
  { x, y }: PlotFrame,
  of: (trial: MemberTrial) => number,
): readonly MarkSpec[] {
  const window = { x: x.domain, y: [Math.log10(y.domain[0]), Math.log10(y.domain[1])] } as const;
  const at = (trial: MemberTrial) => ({ x: trial.round, y: Math.log10(of(trial)) });
  const back = (rows: ReturnType<typeof clipPath>) =>
    rows.map((row) => ({ x: row.x, y: row.y === undefined ? undefined : 10 ** row.y }));
  const gap = { x: undefined, y: undefined };
  // From each state to those that were trained from it: a copy shows as a line from the winner.
  const pieces = trials
    .filter((trial) => trial.round > 0 && trial.round <= round)
    .flatMap((trial) => [
      ...clipPath([at(trials[trial.parent as number] as MemberTrial), at(trial)], window),
      gap,
    ]);
  const line = bestLine(trials, round);
  const last = line.at(-1) as MemberTrial;
  return [
    mark("line", back(pieces), {
      x: "x",
      y: "y",
      stroke: "var(--ink)",
      strokeWidth: 0.9,
      strokeOpacity: 0.4,
    }),
    mark("line", back(clipPath(line.map(at), window)), {
      x: "x",
      y: "y",
      stroke: BEST,
      strokeWidth: 2.4,
    }),
    mark("dot", [{ x: last.round, y: of(last) }], { x: "x", y: "y", r: 5, fill: BEST }),
    label(say("best"), last.round, of(last), {
      textAnchor: last.round > 2 ? "end" : "start",
      dx: last.round > 2 ? -8 : 8,
      dy: 13,
      fill: BEST,
      fontWeight: 600,
    }),
  ];
}
