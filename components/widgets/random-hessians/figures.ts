import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { BIN, END, exactShare, histogram, type RandomModel } from "./model.ts";
import { BATCH, BATCHES, type Ensemble } from "./state.ts";

const COLOUR = "var(--curvature)";
const ROOM = { marginTop: 24, marginRight: 14, marginBottom: 36 };
const height = (width: number) => Math.round(Math.max(210, width * 0.72));

/** Eigenvalues across, how common they are upward. */
export function spectrumFrame(width: number): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROOM,
    marginLeft: 30,
    x: { type: "linear", domain: [-END, END] },
    y: { type: "linear", domain: [-0.045, 0.45] },
  };
}

export function spectrumBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("eigenvalue"), ticks: [-6, -3, 0, 3, 6] }),
    axisY({ label: say("how common, per unit"), ticks: [0, 0.2, 0.4] }),
  ];
}

/** The histogram of all eigenvalues so far, and below it those of the last matrix. */
export function spectrumForeground({ spectra }: RandomModel, t: number): readonly MarkSpec[] {
  const drawn = spectra.slice(0, BATCH * t);
  const bars = histogram(drawn).filter(({ density }) => density > 0);
  const last = drawn.at(-1);
  const box = (down: boolean) =>
    mark(
      "rect",
      bars.filter(({ from }) => from < 0 === down),
      {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "density",
        inset: 0.5,
        fill: COLOUR,
        fillOpacity: down ? 0.3 : 0.75,
      },
    );
  const name = { fill: COLOUR, dy: 4, fontWeight: 600 };
  return [
    box(true),
    box(false),
    mark("ruleX", [0], { stroke: "var(--ink)", strokeDasharray: "2 3" }),
    label(say("down"), -END + BIN, 0.4, name),
    label(say("up"), END - BIN, 0.4, { ...name, textAnchor: "end" }),
    ...(last === undefined
      ? []
      : [
          mark(
            "dot",
            Array.from(last, (value) => ({ x: Math.max(-END, Math.min(END, value)), y: -0.02 })),
            {
              x: "x",
              y: "y",
              r: 3.5,
              stroke: "var(--ink)",
              strokeWidth: 1.5,
              fill: "var(--paper)",
            },
          ),
        ]),
  ];
}

const LOWEST = 1 / (BATCH * BATCHES) / 2;

/** Matrices drawn across, the share with positive eigenvalues only upward. */
export function shareFrame(width: number): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROOM,
    marginLeft: 44,
    x: { type: "linear", domain: [0, BATCH * BATCHES] },
    y: { type: "log", domain: [LOWEST, 1] },
  };
}

export function shareBackground(n: number, ensemble: Ensemble): readonly MarkSpec[] {
  const exact = exactShare(n, ensemble);
  return [
    axisX({ label: say("matrices drawn"), ticks: [0, 1000, 2000, 3000] }),
    axisY({
      label: say("share with positive eigenvalues only"),
      ticks: [1, 0.1, 0.01, 0.001],
      format: String,
    }),
    ...(exact === undefined
      ? []
      : [
          mark("ruleY", [exact], { stroke: "var(--ink-soft)", strokeDasharray: "5 3" }),
          label(
            say("exactly {probability}", { probability: significant(exact, 4) }),
            BATCH * BATCHES,
            exact,
            {
              textAnchor: "end",
              dy: -11,
              fill: "var(--ink-soft)",
            },
          ),
        ]),
  ];
}

/** The share as the draws come in; nothing to draw while none was found. */
export function shareForeground({ positive }: RandomModel, t: number): readonly MarkSpec[] {
  const rows = positive.map((found, i) => ({
    x: BATCH * i,
    y: found === 0 ? undefined : found / (BATCH * i),
  }));
  const look = { x: "x", y: "y", stroke: COLOUR };
  const now = rows[t];
  const window = { x: [0, BATCH * BATCHES], y: [LOWEST, 1] } as const;
  if (now?.y === undefined)
    return [
      label(
        t === 0 ? say("none drawn") : say("none of {drawn}", { drawn: BATCH * t }),
        BATCH * t,
        LOWEST,
        {
          dy: -12,
          textAnchor: t > BATCHES / 2 ? "end" : "start",
          fill: COLOUR,
          fontWeight: 600,
        },
      ),
    ];
  return [
    mark("line", rows, { ...look, strokeWidth: 1, strokeOpacity: 0.4 }),
    mark("line", rows.slice(0, t + 1), { ...look, strokeWidth: 2 }),
    ...standingAt({ x: now.x, y: now.y }, window, COLOUR),
  ];
}
