import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { seasonOf, temperatures, type YearModel } from "./model.ts";
import { DAYS, type YearState } from "./state.ts";

const LOWEST = 0;
/** Room for the names above the hottest day. */
const HIGHEST = 98;
/** How high the newest day's weight is drawn, in degrees. */
const WEIGHT_HEIGHT = 11;
/** Weights below this share of the newest are too low to be seen. */
const INVISIBLE = 0.01;

export function yearFrame(width: number): PlotFrame {
  const narrow = width < 500;
  return {
    width,
    height: Math.round(width * (narrow ? 0.85 : 0.56)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 32,
    x: { type: "linear", domain: [0, DAYS] },
    y: { type: "linear", domain: [LOWEST, HIGHEST] },
  };
}

/** Axes, one dot a day, and the season that the dots scatter about. */
export function yearBackground({ width }: PlotFrame): readonly MarkSpec[] {
  const season = Array.from({ length: DAYS }, (_, i) => ({ x: i + 1, y: seasonOf(i + 1) }));
  return [
    axisX({ label: say("day t"), ticks: width < 500 ? 4 : 8 }),
    axisY({ label: say("degrees Fahrenheit"), ticks: 5 }),
    dots(
      temperatures.map((y, i) => ({ x: i + 1, y })),
      width < 500 ? 2 : 2.5,
      "color-mix(in oklab, var(--ink-soft) 60%, var(--paper))",
    ),
    mark("line", season, { x: "x", y: "y", stroke: "var(--ink)", strokeDasharray: "1 4" }),
  ];
}

const blue = "var(--velocity)";

/** Both averages over the whole year, the memory that day t has, and where everything is on it. */
export function yearForeground(
  model: YearModel,
  state: YearState,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const plain = model.days.map(({ t, average }) => ({ x: t, y: average }));
  const fair = model.days.flatMap(({ t, corrected }) =>
    corrected === undefined ? [] : [{ x: t, y: corrected }],
  );
  const curve = (points: readonly Point[], options: object) =>
    mark("line", points, { x: "x", y: "y", stroke: blue, ...options });
  return [
    ...memory(state),
    cursor(model, state.t),
    curve(plain, { strokeWidth: 2, strokeDasharray: "6 3" }),
    ...(state.corrected ? [curve(fair, { strokeWidth: 2.25 })] : []),
    ...onDay(model, state),
    ...names(state.corrected, frame),
  ];
}

/** The weights of the days up to t along the lower edge: what the average of that day remembers. */
function memory({ beta, t }: YearState): readonly MarkSpec[] {
  const days = Array.from({ length: t }, (_, i) => ({ x: i + 1, y: beta ** (t - 1 - i) }));
  const seen = days
    .filter(({ y }) => y >= INVISIBLE)
    .map(({ x, y }) => ({ x, y: WEIGHT_HEIGHT * y }));
  if (seen.length === 0) return [];
  return [mark("areaY", seen, { x: "x", y1: 0, y2: "y", fill: blue, fillOpacity: 0.3 })];
}

/** Day t from the ground up to the highest value on it: the names above stay clear. */
function cursor({ days }: YearModel, t: number): MarkSpec {
  const { season = 0, average = 0, corrected = 0, temperature = 0 } = days[t] ?? {};
  const top = Math.max(season, average, corrected, temperature);
  return mark("link", [{ x: t, y1: LOWEST, y2: top }], {
    x: "x",
    y1: "y1",
    y2: "y2",
    stroke: "var(--ink)",
    strokeOpacity: 0.35,
  });
}

function onDay({ days }: YearModel, { t, corrected }: YearState): readonly MarkSpec[] {
  const day = days[t];
  if (day === undefined) return [];
  const dot = (y: number, options: object) =>
    mark("dot", [{ x: t, y }], { x: "x", y: "y", r: 4.5, strokeWidth: 2, ...options });
  return [
    dot(day.average, { fill: "var(--paper)", stroke: blue }),
    ...(corrected && day.corrected !== undefined
      ? [dot(day.corrected, { fill: blue, stroke: "var(--paper)" })]
      : []),
  ];
}

/** What the lines are; the upper left corner is empty, since the year begins in winter. */
function names(corrected: boolean, { width }: PlotFrame): readonly MarkSpec[] {
  const rows = [
    ...(corrected ? [{ text: say("corrected (solid)"), fill: blue }] : []),
    { text: say("not corrected (dashed)"), fill: blue },
    { text: say("true mean (dotted)"), fill: "var(--ink)" },
    { text: say("weights of the days so far (shaded)"), fill: blue },
  ];
  return rows
    .slice(0, width < 500 ? -1 : undefined)
    .map(({ text, fill }, i) =>
      label(text, 0, HIGHEST, { dx: 8, dy: 8 + 17 * i, fill, fontWeight: 600 }),
    );
}
