import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Measured } from "./measure.ts";
import type { Ending } from "./simulate.ts";
import { COUNTS, MODES, type Mode, modeWords } from "./state.ts";
import { meanOfDelays, speedUp } from "./summaries.ts";

const MOST = COUNTS.at(-1) as number;

export const looks: Readonly<
  Record<Mode, { readonly stroke: string; readonly strokeDasharray?: string }>
> = {
  synchronous: { stroke: "var(--ink)" },
  asynchronous: { stroke: "var(--accent)", strokeDasharray: "6 3" },
};

const MARGIN = { marginTop: 24, marginRight: 14, marginBottom: 34, marginLeft: 42 };
const ACROSS = { type: "log", domain: [0.9, 9.2] } as const;

const sized = (width: number, y: PlotFrame["y"]): PlotFrame => ({
  width,
  height: Math.round(width * (width < 500 ? 0.62 : 0.3)),
  ...MARGIN,
  x: ACROSS,
  y,
});

export const speedFrame = (width: number) => sized(width, { type: "log", domain: [0.2, 12] });
export const delayFrame = (width: number) => sized(width, { type: "linear", domain: [0, 8.4] });
export const lossFrame = (width: number) => sized(width, { type: "log", domain: [0.03, 200] });

const workersAxis = () => axisX({ label: say("workers"), ticks: COUNTS, format: String });

/** Twice as many workers, twice as fast: what nobody quite gets. */
export function speedBackground(): readonly MarkSpec[] {
  const ideal = [
    { x: 1, y: 1 },
    { x: MOST, y: MOST },
  ];
  return [
    workersAxis(),
    axisY({
      label: say("times as many images a second as one worker"),
      ticks: [0.25, 0.5, 1, 2, 4, 8],
      format: String,
    }),
    mark("line", ideal, { x: "x", y: "y", stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
    label(say("ideal"), MOST, MOST, { dx: -8, dy: -6, textAnchor: "end", fill: "var(--ink-soft)" }),
  ];
}

/** Of each mode the medians as a line, and every training as a dot. */
export function speedForeground(measured: readonly Measured[]): readonly MarkSpec[] {
  if (measured.length === 0)
    return [
      label(say("nothing measured yet"), 1, 0.45, {
        dx: 4,
        fill: "var(--ink-soft)",
        fontStyle: "italic",
      }),
    ];
  return MODES.flatMap((mode) => {
    const line = countsOf(measured).flatMap((workers) => {
      const y = speedUp(measured, mode, workers);
      return y === undefined ? [] : [{ x: workers, y }];
    });
    return [
      mark("line", line, { x: "x", y: "y", strokeWidth: 1.75, ...looks[mode] }),
      dots(line, 8, looks[mode].stroke),
      ...named(mode, line.at(-1), mode === "synchronous" ? 16 : -12),
    ];
  });
}

export function delayBackground(): readonly MarkSpec[] {
  // Straight on a plain scale, and so a curve on this one.
  const inTurn = Array.from({ length: 71 }, (_, i) => ({ x: 1 + i / 10, y: i / 10 }));
  return [
    workersAxis(),
    axisY({ label: say("updates that a gradient is late"), ticks: [0, 2, 4, 6, 8] }),
    mark("line", inTurn, { x: "x", y: "y", ...looks.asynchronous, strokeWidth: 1.25 }),
    label(say("simulated, in turn: workers − 1"), 4, 3, {
      dx: -10,
      dy: -8,
      textAnchor: "end",
      fill: looks.asynchronous.stroke,
    }),
    mark(
      "line",
      [
        { x: 1, y: 0 },
        { x: MOST, y: 0 },
      ],
      { x: "x", y: "y", ...looks.synchronous, strokeWidth: 1.25 },
    ),
    label(say("synchronous: never late"), MOST, 0, {
      dx: -4,
      dy: -9,
      textAnchor: "end",
      fill: looks.synchronous.stroke,
    }),
  ];
}

/** How late the gradients of each measured asynchronous training were: the mean, and nine in ten of them. */
export function delayForeground(measured: readonly Measured[]): readonly MarkSpec[] {
  const late = measured.filter(({ mode }) => mode === "asynchronous");
  return late.flatMap(({ workers, delays }) => {
    const { mean, low, high } = meanOfDelays(delays);
    return [
      mark(
        "line",
        [
          { x: workers, y: low },
          { x: workers, y: Math.min(high, 8.4) },
        ],
        {
          x: "x",
          y: "y",
          stroke: looks.asynchronous.stroke,
          strokeOpacity: 0.5,
        },
      ),
      dots([{ x: workers, y: mean }], 8, looks.asynchronous.stroke),
    ];
  });
}

export function lossBackground(): readonly MarkSpec[] {
  return [
    workersAxis(),
    axisY({ label: say("loss in the end"), ticks: [0.1, 1, 10, 100], format: String }),
  ];
}

/** Lines through the simulated losses, and a ring or a dot for each measured one. */
export function lossForeground(
  simulated: readonly Ending[],
  measured: readonly Measured[],
): readonly MarkSpec[] {
  return MODES.flatMap((mode) => {
    const of = (endings: readonly Ending[]) =>
      endings
        .filter((ending) => ending.mode === mode)
        .toSorted((one, other) => one.workers - other.workers)
        .map(({ workers, loss }) => ({ x: workers, y: inPicture(loss) }));
    const line = of(simulated);
    return [
      mark("line", line, { x: "x", y: "y", strokeWidth: 1.5, ...looks[mode] }),
      ...(mode === "synchronous"
        ? [
            mark("dot", of(measured), {
              x: "x",
              y: "y",
              r: 6,
              stroke: looks[mode].stroke,
              strokeWidth: 1.5,
            }),
          ]
        : [dots(of(measured), 7, looks[mode].stroke)]),
      ...named(mode, line.at(mode === "synchronous" ? -2 : 1), mode === "synchronous" ? 18 : -14),
    ];
  });
}

/** A loss that is no number, or beyond the picture, stands at its upper edge. */
const inPicture = (loss: number) => (loss < 200 ? Math.max(loss, 0.03) : 200);

function named(
  mode: Mode,
  at: { x: number; y: number } | undefined,
  dy: number,
): readonly MarkSpec[] {
  return at === undefined
    ? []
    : [
        label(modeWords[mode], at.x, at.y, {
          dy,
          textAnchor: at.x > 2 ? "end" : "start",
          fill: looks[mode].stroke,
          fontWeight: 600,
        }),
      ];
}

const countsOf = (measured: readonly Measured[]) =>
  [...new Set(measured.map(({ workers }) => workers))].toSorted((a, b) => a - b);
