import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { LabModel, LabRun } from "./model.ts";
import { type Clock, COUNT, EPOCHS } from "./state.ts";

const GD = "var(--method-gradient-descent)";
const QUIET = "color-mix(in oklab, var(--ink-soft) 75%, var(--paper))";
/** Powers of ten that the figure shows. */
const HEIGHTS = [-7, 2] as const;
/** A run in the background is drawn at about so many of its updates. */
const SHOWN = 160;
/** Distance of two names, as a power of ten. */
const APART = 0.85;

/** Epochs, or the logarithm of the updates, across; the logarithm of the excess loss upward. */
export function courseFrame(width: number, clock: Clock): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.72 : 0.42)),
    marginTop: 22,
    marginRight: 58,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: clock === "epochs" ? [0, EPOCHS] : [0, Math.log10(4000)] },
    y: { type: "linear", domain: HEIGHTS },
  };
}

export function courseBackground(clock: Clock): readonly MarkSpec[] {
  return [
    clock === "epochs"
      ? axisX({ label: say("epochs"), ticks: 5 })
      : axisX({
          label: say("updates t"),
          ticks: [0, 1, 2, 3],
          format: (power) => String(10 ** power),
        }),
    axisY({ label: say("loss above its minimum"), ticks: [2, 0, -2, -4, -6], format: powerOfTen }),
  ];
}

/** All runs, that of the chosen batch size up to update t strong, each with its name. */
export function courseForeground(
  { runs }: LabModel,
  chosen: LabRun,
  t: number,
  clock: Clock,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const others = runs.filter((run) => run !== chosen);
  const line = (points: readonly Point[], look: object) =>
    mark("line", clipPath(points, window), { x: "x", y: "y", ...look });
  const whole = pointsOf(chosen, clock);
  const now = pointAt(chosen, t, clock);
  return [
    ...others.map((run) => line(pointsOf(run, clock, SHOWN), { stroke: QUIET, strokeWidth: 1 })),
    line(whole, { stroke: GD, strokeWidth: 1, strokeOpacity: 0.4 }),
    line(pointsOf({ ...chosen, excess: chosen.excess.slice(0, t + 1) }, clock), {
      stroke: GD,
      strokeWidth: 1.75,
    }),
    ...(inside(now, window)
      ? [
          mark("dot", [now], {
            x: "x",
            y: "y",
            r: 5,
            fill: GD,
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
        ]
      : []),
    ...names(runs, chosen, clock),
  ];
}

/** Where update t stands in the picture; on a logarithmic clock the start has no place. */
function pointAt({ b, excess }: LabRun, t: number, clock: Clock): Point {
  const y = Math.log10(Math.max(excess[t] ?? Number.NaN, 1e-300));
  return { x: clock === "epochs" ? (t * b) / COUNT : Math.log10(t), y };
}

/** The run as a line: at every update, or at some, evenly spread over the clock. */
function pointsOf(run: LabRun, clock: Clock, most = Number.POSITIVE_INFINITY): readonly Point[] {
  const last = run.excess.length - 1;
  const first = clock === "epochs" ? 0 : 1;
  const count = Math.min(most, last - first);
  const at = Array.from({ length: count + 1 }, (_, i) => {
    const share = count === 0 ? 1 : i / count;
    if (most === Number.POSITIVE_INFINITY) return first + i;
    return Math.round(clock === "epochs" ? share * last : last ** share);
  });
  return [...new Set(at)].map((t) => pointAt(run, t, clock));
}

/** Each name at the end of its line, moved apart where two lines end at one height. */
function names(runs: readonly LabRun[], chosen: LabRun, clock: Clock): readonly MarkSpec[] {
  const [low, high] = HEIGHTS;
  let floor = Number.NEGATIVE_INFINITY;
  return runs
    .map((run) => ({ run, end: pointAt(run, run.excess.length - 1, clock) }))
    .map((one) => ({ ...one, y: Math.min(high, Math.max(low + 0.3, one.end.y)) }))
    .toSorted((one, other) => one.y - other.y)
    .map(({ run, end, y }) => {
      floor = clock === "epochs" ? Math.max(y, floor + APART) : y;
      const strong = run === chosen;
      return label(`b = ${run.b}`, clock === "epochs" ? EPOCHS : end.x, floor, {
        dx: 7,
        fill: strong ? GD : "var(--ink-soft)",
        fontWeight: strong ? 600 : 400,
      });
    });
}
