import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside, type Window } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Landscape } from "./landscapes.ts";
import { type ArenaModel, type ArenaRun, lossAt, standing } from "./model.ts";
import { racerLooks } from "./racers.ts";

const MARGINS = { marginTop: 14, marginRight: 10, marginBottom: 34, marginLeft: 32 };

export const planeOf = (width: number, { window }: Landscape): PlotFrame =>
  planeFrame(width, window, MARGINS);

/** Level lines and minima. */
export function planeBackground({ objective, window, minima, lowest, levels }: Landscape) {
  const value = (x: number, y: number) => objective.value(Float64Array.of(x, y));
  return [
    contours(
      contourGrid(value, window, 150, 100),
      levels.map((level) => lowest + level),
    ),
    axisX({ label: "x", ticks: 7 }),
    axisY({ label: "y", ticks: 5 }),
    ...minima.map(minimumAt),
    ...minima
      .filter(({ name }) => name !== "")
      .map(({ x, y, name }) => label(name, x, y, { dx: 9, dy: -9, fontWeight: 600 })),
  ];
}

/** The paths up to step t, and where each method stands. */
export function planeForeground(
  { runs, landscape: { window } }: ArenaModel,
  t: number,
): readonly MarkSpec[] {
  return [
    ...runs.map((run) =>
      pathLine(corners(run, t, window), window, { ...racerLooks[run.racer], strokeWidth: 1.75 }),
    ),
    ...runs.flatMap((run) => standingAt(standing(run, t), window, racerLooks[run.racer].stroke)),
  ];
}

/** Corners nearer than this share of the picture's width are one to the eye. */
const VISIBLE = 1 / 250;

/** The points up to step t that move a path visibly; the first and the last are kept. */
function corners(run: ArenaRun, t: number, window: Window): readonly Point[] {
  const least = VISIBLE * (window.x[1] - window.x[0]);
  const last = Math.min(t, run.xs.length - 1);
  const kept = [standing(run, 0) as Point];
  for (let i = 1; i <= last; i++) {
    const point = standing(run, i) as Point;
    const before = kept.at(-1) as Point;
    const moved = Math.hypot(point.x - before.x, point.y - before.y);
    if (i === last || moved > least) kept.push(point);
  }
  return kept;
}

const HIGHEST = 1e3;
const LOWEST = 1e-8;
/** About so many corners for a curve of the loss. */
const CORNERS = 150;

/** Steps across, the loss above the lowest point upward on a logarithmic scale. */
export function lossFrame(width: number, { length }: ArenaModel): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.72 : 0.42)),
    marginTop: 20,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, length] },
    y: { type: "log", domain: [LOWEST, HIGHEST] },
  };
}

export function lossBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: width < 500 ? 4 : 8 }),
    axisY({
      label: say("f above its lowest value"),
      ticks: [1e-8, 1e-6, 1e-4, 1e-2, 1, 100],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** The loss of each method; step t marked. */
export function lossForeground(model: ArenaModel, t: number): readonly MarkSpec[] {
  const { landscape, runs, length } = model;
  const window = { x: [0, length], y: [LOWEST, HIGHEST] } as const;
  const every = Math.max(1, Math.floor(length / CORNERS));
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.map((run) => {
      const points = Array.from({ length: Math.floor(length / every) + 1 }, (_, i) => {
        const point = { x: i * every, y: lossAt(landscape, run, i * every) };
        return inside(point, window) ? point : { x: point.x, y: undefined };
      });
      return mark("line", points, {
        x: "x",
        y: "y",
        strokeWidth: 1.5,
        ...racerLooks[run.racer],
      });
    }),
    ...runs.flatMap((run) =>
      standingAt({ x: t, y: lossAt(landscape, run, t) }, window, racerLooks[run.racer].stroke),
    ),
  ];
}
