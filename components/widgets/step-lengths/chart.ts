import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { powerOfTen, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Source, View } from "./figure-of.ts";
import type { Line } from "./model.ts";

/** A value that a logarithmic axis draws far below its end. */
const NOTHING = 1e-300;
/** A logarithmic axis that finds its own ends shows at most so many powers of ten. */
const DECADES = 12;
/** Room beyond the outermost powers of ten, so that a line on one is not on the edge. */
const EDGE = 0.08;
/** Longer runs are drawn at about so many steps. */
const DRAWN = 400;
/** Distance between two names at the ends of their lines, in pixels. */
const APART = 16;
const MARGIN = { marginTop: 22, marginBottom: 34, marginLeft: 48 };

type Picture = Pick<Source, "steps" | "time" | "marks">;

/** Steps across and values upward, both as they are or as their powers of ten. */
export function lengthsFrame(
  width: number,
  { steps, time }: Picture,
  view: View,
  lines: readonly Line[],
): PlotFrame {
  const longest = Math.max(...lines.map(({ name }) => name.length));
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.9 : 0.5)),
    ...MARGIN,
    marginRight: Math.min(Math.round(width * 0.32), 14 + 7 * longest),
    x: { type: "linear", domain: time === "log" ? [0, Math.log10(steps)] : [0, steps] },
    y: { type: "linear", domain: heights(view, lines) },
  };
}

/** The axes. */
export function lengthsBackground(
  { x, y, width }: PlotFrame,
  { time }: Picture,
  view: View,
): readonly MarkSpec[] {
  const narrow = width < 500;
  const across =
    time === "log"
      ? { ticks: powers(x.domain, 1), format: (p: number) => (10 ** p).toLocaleString("en") }
      : { ticks: narrow ? 4 : 8 };
  const span = y.domain[1] - y.domain[0];
  const upward =
    view.scale === "log"
      ? { ticks: powers(y.domain, Math.ceil(span / 7)), format: powerOfTen }
      : { ticks: 5, format: (value: number) => significant(value, 3) };
  const crosses = view.scale === "linear" && y.domain[0] < 0;
  return [
    ...(crosses ? [mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 })] : []),
    axisX({ label: say("step t"), ...across }),
    axisY({ label: view.axis, ...upward }),
  ];
}

/** The lines with their names, and step t. */
export function lengthsForeground(
  lines: readonly Line[],
  t: number,
  picture: Picture,
  view: View,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const at = (line: Line, step: number) => pointOf(line, step, picture, view);
  const drawn = drawnSteps(picture);
  const now = picture.time === "log" ? Math.log10(Math.max(1, t)) : t;
  return [
    mark("ruleX", [now], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...lines.map((line) =>
      mark(
        "line",
        clipPath(
          drawn.flatMap((step) => at(line, step) ?? []),
          window,
        ),
        { x: "x", y: "y", strokeWidth: 2, ...line.look },
      ),
    ),
    ...lines.flatMap((line) => {
      const point = at(line, t);
      if (point === undefined || !inside(point, window)) return [];
      return [standing(point, line.look.stroke)];
    }),
    ...names(lines, picture, view, frame),
  ];
}

function standing(point: Point, fill: string): MarkSpec {
  const look = { x: "x", y: "y", r: 4.5, stroke: "var(--paper)", strokeWidth: 1.5 };
  return mark("dot", [point], { ...look, fill });
}

function pointOf(line: Line, t: number, { time }: Picture, view: View): Point | undefined {
  const value = line.values[t];
  if (value === undefined) return undefined;
  return {
    x: time === "log" ? Math.log10(t) : t,
    y: view.scale === "log" ? Math.log10(Math.max(value, NOTHING)) : value,
  };
}

/** All steps of a short run; of a long one some, evenly spread, with the marks and their neighbours. */
function drawnSteps({ steps, time, marks }: Picture): readonly number[] {
  const all = Array.from({ length: steps }, (_, i) => i + 1);
  if (steps <= DRAWN) return all;
  const spread = Array.from({ length: DRAWN + 1 }, (_, i) =>
    Math.round(time === "log" ? steps ** (i / DRAWN) : 1 + ((steps - 1) * i) / DRAWN),
  );
  const near = marks.flatMap((t) => [t - 1, t, t + 1]);
  return [...new Set([...spread, ...near])]
    .filter((t) => t >= 1 && t <= steps)
    .toSorted((a, b) => a - b);
}

/** The ends of the axis upward. */
function heights({ scale, domain }: View, lines: readonly Line[]): readonly [number, number] {
  if (domain !== undefined)
    return scale === "log" ? [Math.log10(domain[0]), Math.log10(domain[1])] : domain;
  const values = lines.flatMap((line) => line.values.filter((value) => value !== undefined));
  const shown = scale === "log" ? values.filter((value) => value > NOTHING) : values;
  if (shown.length === 0) return [0, 1];
  const low = shown.reduce((a, b) => Math.min(a, b));
  const high = shown.reduce((a, b) => Math.max(a, b));
  if (scale === "linear") {
    const room = 0.06 * (high - Math.min(0, low) || 1);
    return [low < 0 ? low - room : 0, high + room];
  }
  const top = Math.ceil(Math.log10(high) - 1e-9);
  const least = Math.max(top - DECADES, Math.floor(Math.log10(low) + 1e-9));
  return [Math.min(top - 1, least) - EDGE, top + EDGE];
}

/** Whole numbers between the ends of a domain, every so many. */
function powers([low, high]: readonly [number, number], every: number): readonly number[] {
  const first = Math.ceil(low / every - 1e-9) * every;
  const count = Math.floor((high - first) / every + 1e-9) + 1;
  return Array.from({ length: count }, (_, i) => first + i * every);
}

/** Each name at the height of its line's end, moved apart where two lines end near each other. */
function names(
  lines: readonly Line[],
  picture: Picture,
  view: View,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const pixels = (y: number) =>
    ((high - y) / (high - low)) * (frame.height - frame.marginTop - frame.marginBottom);
  const bottom = pixels(low) - 4;
  const ends = lines.flatMap((line) => {
    const last = line.values.findLastIndex((value) => value !== undefined);
    const end = pointOf(line, last, picture, view);
    return end === undefined ? [] : [{ line, y: Math.min(bottom, Math.max(0, pixels(end.y))) }];
  });
  let ceiling = Number.NEGATIVE_INFINITY;
  const placed = ends
    .toSorted((one, other) => one.y - other.y)
    .map(({ line, y }) => {
      ceiling = Math.max(y, ceiling + APART);
      return { line, y: ceiling };
    });
  // Names that were pushed below the axis push the others up again.
  let floor = bottom;
  return placed.toReversed().map(({ line, y }) => {
    const at = Math.min(y, floor);
    floor = at - APART;
    return label(line.name, frame.x.domain[1], high, {
      dx: 8,
      dy: at,
      fill: line.look.stroke,
      fontWeight: 600,
    });
  });
}
