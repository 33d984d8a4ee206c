import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type ChainRun, descentBound, floor, nesterovBound, target } from "./model.ts";
import { LINKS, STEPS } from "./state.ts";

const MARGIN = { marginTop: 22, marginRight: 14, marginBottom: 34, marginLeft: 40 };
/** Powers of ten that the axis of gaps shows. */
const POWERS = [-15, 2] as const;

/** Step against f − f★ as a power of ten; time from step 1, also as a power of ten if wanted. */
export function gapFrame(width: number, log: boolean): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.82 : 0.52)),
    ...MARGIN,
    x: log ? { type: "log", domain: [1, STEPS] } : { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: POWERS },
  };
}

export function gapBackground(bounds: boolean, { x, width }: PlotFrame): readonly MarkSpec[] {
  const log = x.type === "log";
  return [
    axisX({
      label: say("step t"),
      ticks: log ? [1, 10, 100, 1000] : width < 500 ? 4 : 8,
      format: log ? String : (value) => String(value),
    }),
    axisY({ label: "f − f★", ticks: [0, -5, -10, -15], format: powerOfTen }),
    ...(bounds
      ? [
          curve(descentBound, STEPS, log, {
            stroke: "var(--method-gradient-descent)",
            strokeDasharray: "2 3",
          }),
          curve(nesterovBound, STEPS, log, {
            stroke: "var(--method-nesterov)",
            strokeDasharray: "2 3",
          }),
          curve(floor, LINKS - 1, log, { stroke: "var(--ink-soft)", strokeWidth: 1.25 }),
        ]
      : []),
  ];
}

/** A bound, or a run: its value at so many steps, close together at first. */
function curve(
  value: (t: number) => number,
  last: number,
  log: boolean,
  options: Readonly<Record<string, unknown>>,
): MarkSpec {
  const rows = sampled(last).map((t) => ({ x: t, y: Math.log10(value(t)) }));
  const window = { x: [log ? 1 : 0, STEPS] as const, y: POWERS };
  return mark("line", clipPath(rows, window), { x: "x", y: "y", ...options });
}

/** Every step up to 200, then every fourth: a swing of Nesterov’s method takes some fifty. */
function sampled(last: number): readonly number[] {
  const steps = Array.from({ length: last }, (_, i) => i + 1);
  return steps.filter((t) => t <= 200 || t % 4 === 0);
}

/** The three runs with their names, and step t. */
export function gapForeground(
  runs: readonly ChainRun[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const log = frame.x.type === "log";
  const shown = log ? Math.max(1, t) : t;
  return [
    mark("ruleX", [shown], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.map(({ name, gaps }) =>
      curve((at) => gaps[at] as number, STEPS, log, { ...methodLooks[name], strokeWidth: 1.9 }),
    ),
    ...runs.flatMap(({ name, gaps }, i) => {
      const fill = methodLooks[name].stroke as string;
      const y = Math.log10(gaps[shown] as number);
      const [left] = frame.x.domain;
      return [
        ...(y >= POWERS[0] ? [standing(shown, y, fill)] : []),
        label(methodWords(name), left, POWERS[0], {
          dx: 10,
          dy: -44 + 17 * i,
          fill,
          fontWeight: 600,
        }),
      ];
    }),
  ];
}

function standing(x: number, y: number, fill: string): MarkSpec {
  const look = { x: "x", y: "y", r: 5, fill, stroke: "var(--paper)", strokeWidth: 1.5 };
  return mark("dot", [{ x, y }], look);
}

/** Strips of cells, one for each method, a name above each. */
export function stripFrame(width: number): PlotFrame {
  return {
    width,
    height: 148,
    marginTop: 4,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0.5, LINKS + 0.5] },
    y: { type: "linear", domain: [3, 0] },
  };
}

export function stripBackground(): readonly MarkSpec[] {
  return [axisX({ label: say("coordinate"), ticks: [1, 10, 20, 30, 40, 50, 60], format: String })];
}

/** Shades of a cell, from not moved to where it is to go. */
const SHADES = 10;

/** How much of its way each coordinate has come, as shades; the front of what has moved at all. */
export function stripForeground(runs: readonly ChainRun[], t: number): readonly MarkSpec[] {
  return runs.flatMap((run, row) => {
    const fill = methodLooks[run.name].stroke as string;
    const cells = shades(run.at(t));
    const front = Math.min(t, LINKS) + 0.5;
    return [
      label(run.name, 0.5, row + 0.22, { fill, fontWeight: 600 }),
      ...cells.map(({ shade, columns }) =>
        mark(
          "rect",
          columns.map((column) => ({ x1: column + 0.5, x2: column + 1.5 })),
          {
            x1: "x1",
            x2: "x2",
            y1: row + 0.46,
            y2: row + 0.92,
            fill,
            fillOpacity: shade / SHADES,
            insetRight: 0.5,
          },
        ),
      ),
      mark("rect", [{ x1: 0.5, x2: LINKS + 0.5 }], {
        x1: "x1",
        x2: "x2",
        y1: row + 0.46,
        y2: row + 0.92,
        stroke: "var(--plot-axis)",
        fill: "none",
      }),
      mark(
        "line",
        [row + 0.4, row + 0.98].map((y) => ({ x: front, y })),
        {
          x: "x",
          y: "y",
          stroke: "var(--ink)",
          strokeWidth: 1.5,
        },
      ),
    ];
  });
}

/** Columns by their shade: the closer to the goal, the darker; a long overshoot is as far as no way at all. */
function shades(x: Float64Array): readonly { shade: number; columns: readonly number[] }[] {
  const columns = new Map<number, number[]>();
  x.forEach((position, i) => {
    const goal = target[i] as number;
    const share = 1 - Math.abs(position - goal) / goal;
    const shade = Math.max(0, Math.round(share * SHADES));
    if (shade === 0) return;
    columns.set(shade, [...(columns.get(shade) ?? []), i]);
  });
  return [...columns].map(([shade, list]) => ({ shade, columns: list }));
}
