import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { STEPS, type StudioRun } from "./model.ts";
import { SCHEDULE_IDS, type ScheduleId, studioSchedule } from "./schedules.ts";

/** All runs of the studio, and the one in focus. */
export interface StudioRuns {
  readonly of: Readonly<Record<ScheduleId, StudioRun>>;
  readonly chosen: ScheduleId;
}

const across = { type: "linear", domain: [0, STEPS] } as const;
const RATES = [1e-5, 0.3] as const;
const LOSSES = [1e-3, 200] as const;
/** Steps between the points of a line: of the one in focus, and of the others. */
const FINE = 2;
const COARSE = 10;
/** The schedule in focus has the colour of the learning rate where its rate is drawn, and ink elsewhere. */
const RATE = "var(--accent)";
const FOCUS = "var(--ink)";

const powers = (value: number) => powerOfTen(Math.round(Math.log10(value)));

export const ratesFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "log", domain: RATES }, 0.6);

export function ratesBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: width < 500 ? 3 : 5 }),
    axisY({ label: say("learning rate"), ticks: [1e-5, 1e-4, 1e-3, 0.01, 0.1], format: powers }),
  ];
}

export const lossesFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "log", domain: LOSSES }, 0.6);

export function lossesBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: width < 500 ? 3 : 5 }),
    axisY({
      label: say("mean loss of 400 runs"),
      ticks: [1e-3, 0.01, 0.1, 1, 10, 100],
      format: powers,
    }),
  ];
}

/** The rates of all schedules, the one in focus up to step t. */
export const ratesForeground = (runs: StudioRuns, t: number, frame: PlotFrame) =>
  lines(runs, t, frame, RATE, ({ rates }) => [Number.NaN, ...rates]);

/** The mean losses of all schedules, the one in focus up to step t. */
export const lossesForeground = (runs: StudioRuns, t: number, frame: PlotFrame) =>
  lines(runs, t, frame, FOCUS, ({ losses }) => losses);

function lines(
  { of, chosen }: StudioRuns,
  t: number,
  { x, y }: PlotFrame,
  stroke: string,
  valuesOf: (run: StudioRun) => readonly number[],
): readonly MarkSpec[] {
  // Lines are straight on the paper, whose scale upward is logarithmic.
  const window = { x: x.domain, y: [Math.log10(y.domain[0]), Math.log10(y.domain[1])] } as const;
  const path = (id: ScheduleId, every: number, last: number) => {
    const values = valuesOf(of[id]);
    const points = values.flatMap((value, step) =>
      step <= last && (step % every === 0 || step === last || step === 1) && value > 0
        ? [{ x: step, y: Math.log10(Math.min(value, 1e30)) }]
        : [],
    );
    return clipPath(points, window).map((row) => ({
      x: row.x,
      y: row.y === undefined ? undefined : 10 ** row.y,
    }));
  };
  const at = valuesOf(of[chosen])[t] ?? Number.NaN;
  return [
    ...SCHEDULE_IDS.filter((id) => id !== chosen).map((id) =>
      mark("line", path(id, COARSE, STEPS), {
        x: "x",
        y: "y",
        stroke: "var(--ink-soft)",
        strokeWidth: 0.8,
        strokeOpacity: 0.55,
      }),
    ),
    mark("line", path(chosen, FINE, STEPS), {
      x: "x",
      y: "y",
      stroke,
      strokeWidth: 1.2,
      strokeOpacity: 0.5,
    }),
    mark("line", path(chosen, FINE, t), { x: "x", y: "y", stroke, strokeWidth: 2.4 }),
    ...standingAt({ x: t, y: at }, { x: x.domain, y: y.domain }, stroke),
  ];
}

const ROW = 19;

/** One row for each schedule, the final mean loss across. */
export const rankingFrame = (width: number): PlotFrame => ({
  width,
  height: SCHEDULE_IDS.length * ROW + 60,
  marginTop: 8,
  marginRight: 56,
  marginBottom: 34,
  marginLeft: width < 500 ? 128 : 150,
  x: { type: "log", domain: [1e-3, 10] },
  y: { type: "linear", domain: [SCHEDULE_IDS.length - 0.4, -0.6] },
});

export function rankingBackground(): readonly MarkSpec[] {
  return [
    axisX({
      label: say("mean loss after 500 steps"),
      ticks: [1e-3, 0.01, 0.1, 1, 10],
      format: powers,
    }),
  ];
}

/** Schedules from the lowest final loss to the highest. */
export function ranked({
  of,
}: StudioRuns): readonly { readonly id: ScheduleId; readonly loss: number }[] {
  const comparable = (loss: number) => (Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY);
  return SCHEDULE_IDS.map((id) => ({
    id,
    loss: comparable(of[id].losses[STEPS] as number),
  })).toSorted((a, b) => (a.loss < b.loss ? -1 : a.loss > b.loss ? 1 : 0));
}

/** The ranking: a name at the left, a dot where the loss is. */
export function rankingForeground(
  runs: StudioRuns,
  words: (loss: number) => string,
  { x }: PlotFrame,
): readonly MarkSpec[] {
  const [low, high] = x.domain;
  return ranked(runs).flatMap(({ id, loss }, row) => {
    const focus = id === runs.chosen;
    const fill = focus ? FOCUS : "var(--ink-soft)";
    const at = Math.min(high, Math.max(low, loss));
    const weight = focus ? { fontWeight: 700 } : {};
    return [
      mark("link", [{ x1: low, x2: at, y: row }], {
        x1: "x1",
        x2: "x2",
        y1: "y",
        y2: "y",
        stroke: fill,
        strokeOpacity: 0.35,
      }),
      mark("dot", [{ x: at, y: row }], { x: "x", y: "y", r: focus ? 5 : 3.5, fill }),
      label(studioSchedule(id).name, low, row, { textAnchor: "end", dx: -8, fill, ...weight }),
      label(words(loss), at, row, { dx: 9, fill, ...weight }),
    ];
  });
}
