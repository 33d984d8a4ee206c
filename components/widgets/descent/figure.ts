import { dunes } from "@downhill/optim";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { fixed } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type DunesRun, hollows, type MethodName } from "./model.ts";

const looks: Readonly<Record<MethodName, Readonly<Record<string, unknown>>>> = {
  "gradient descent": { stroke: "var(--method-gradient-descent)", strokeDasharray: "5 3" },
  momentum: { stroke: "var(--method-momentum)" },
  Nesterov: { stroke: "var(--method-nesterov)", strokeDasharray: "9 3 2 3" },
};

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
  const grid = contourGrid(height, { x: x.domain, y: y.domain }, 208, 120);
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
        ...looks[run.name],
      }),
    ),
    ...shown.flatMap(({ run, done }) => {
      const end = done.at(-1);
      if (end === undefined || !inside(end, window)) return [];
      const fill = looks[run.name].stroke;
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

/** Names at the ends of the paths; runs that end together are named one below the other. */
function names(shown: readonly Shown[], { x, width }: PlotFrame): readonly MarkSpec[] {
  const narrow = width < 500;
  const taken: { x: number; y: number; rows: number }[] = [];
  return shown.flatMap(({ run, done }) => {
    const end = done.at(-1);
    if (end === undefined) return [];
    const home = taken.find((other) => Math.hypot(other.x - end.x, other.y - end.y) < 0.6);
    const spot = home ?? { x: end.x, y: end.y, rows: 0 };
    if (home === undefined) taken.push(spot);
    const row = spot.rows++;
    const left = spot.x > x.domain[1] - (narrow ? 2 : 1.6);
    const value = run.values[done.length - 1] as number;
    return [
      label(`${run.name} ${fixed(value, 2)}`, spot.x, spot.y, {
        dx: left ? -12 : 12,
        dy: 17 * row - 12,
        textAnchor: left ? "end" : "start",
        fill: looks[run.name].stroke,
        fontSize: narrow ? 13 : 15,
        fontWeight: 600,
      }),
    ];
  });
}
