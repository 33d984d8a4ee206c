import { dunes } from "@downhill/optim";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { fixed } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { type Point, toPixels } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type DunesRun, hollows } from "./model.ts";

/** Heights of the level lines: close together at the hollows, and out over the dish. */
const LEVELS = [
  -2.5, -2.2, -1.9, -1.6, -1.3, -1, -0.75, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.75, 1, 1.3, 1.7, 2.2,
  2.8, 3.5, 4.3,
];

/** No axes: a landscape. A wide screen sees more of the dish, a phone the hollows. */
export function dunesFrame(width: number): PlotFrame {
  const wide = width >= 500;
  const x = wide ? ([-5.2, 5.2] as const) : ([-3.2, 3.2] as const);
  const y = wide ? ([-2.9, 2] as const) : ([-2.9, 2.3] as const);
  return {
    width,
    height: Math.round((width * (y[1] - y[0])) / (x[1] - x[0])),
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    x: { type: "linear", domain: x },
    y: { type: "linear", domain: y },
  };
}

export function dunesBackground({ x, y }: PlotFrame): readonly MarkSpec[] {
  const at = new Float64Array(2);
  const height = (u: number, v: number) => {
    at[0] = u;
    at[1] = v;
    return dunes.value(at);
  };
  // A little more than is shown: the ends of the level lines are cut by the edge of the picture.
  const wider = ([a, b]: readonly [number, number]) => [a - 0.1, b + 0.1] as const;
  const window = { x: wider(x.domain), y: wider(y.domain) };
  const grid = contourGrid(height, window, 208, 120);
  return [
    contours(grid, LEVELS),
    mark("dot", hollows, { x: "x", y: "y", symbol: "plus", r: 4, stroke: "var(--ink-soft)" }),
  ];
}

/** The three paths up to step t; each name stands where its path ends. */
export function dunesForeground(
  runs: readonly DunesRun[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const shown = runs.map((run) => ({ run, done: run.points.slice(0, t + 1) }));
  return [
    ...shown.map(({ run, done }) =>
      mark("line", clipPath(done, window), {
        x: "x",
        y: "y",
        strokeWidth: 2.25,
        strokeLinejoin: "round",
        ...methodLooks[run.name],
      }),
    ),
    ...shown.flatMap(({ run, done }) => {
      const end = done.at(-1);
      if (end === undefined || !inside(end, window)) return [];
      const fill = methodLooks[run.name].stroke;
      return [
        mark("dot", [end], {
          x: "x",
          y: "y",
          r: 4.5,
          fill,
          stroke: "var(--paper)",
          strokeWidth: 1.5,
        }),
      ];
    }),
    ...names(shown, frame),
  ];
}

interface Shown {
  readonly run: DunesRun;
  readonly done: DunesRun["points"];
}

/** Names beside the ends, on the side that the path does not come from; together, one below the other. */
function names(shown: readonly Shown[], frame: PlotFrame): readonly MarkSpec[] {
  const size = frame.width < 500 ? 13 : 15;
  const taken: { end: Point; rows: number; side: Side }[] = [];
  return shown.flatMap(({ run, done }) => {
    const end = done.at(-1);
    if (end === undefined) return [];
    const text = `${methodWords(run.name)} ${fixed(run.values[done.length - 1] as number, 2)}`;
    let spot = taken.find((other) => Math.hypot(other.end.x - end.x, other.end.y - end.y) < 0.6);
    if (spot === undefined) {
      spot = { end, rows: 0, side: sideOf(done, text.length * size * LETTER, frame) };
      taken.push(spot);
    }
    const row = spot.rows++;
    return [
      label(text, spot.end.x, spot.end.y, {
        ...spot.side,
        dy: spot.side.dy + 1.15 * size * row,
        fill: methodLooks[run.name].stroke,
        fontSize: size,
        fontWeight: 600,
      }),
    ];
  });
}

interface Side {
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: "start" | "middle" | "end";
}

/** Width of a letter of the labels, as a share of their size: a generous average. */
const LETTER = 0.54;

/** Left or right of the end where there is room for the words, else below it. */
function sideOf(done: readonly Point[], words: number, frame: PlotFrame): Side {
  const end = done.at(-1) as Point;
  // Where the path came in from: the last point that is well away from its end.
  const away = ({ x, y }: Point) => Math.hypot(x - end.x, y - end.y) > 0.9;
  const before = done.findLast(away) ?? end;
  const at = toPixels(frame, end).x;
  if (before.x > end.x && at - 14 - words > 0) return { dx: -12, dy: 0, textAnchor: "end" };
  if (before.x <= end.x && at + 14 + words < frame.width)
    return { dx: 12, dy: 0, textAnchor: "start" };
  const room = Math.min(Math.max(at, words / 2 + 4), frame.width - words / 2 - 4);
  return { dx: room - at, dy: 20, textAnchor: "middle" };
}
