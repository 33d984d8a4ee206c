import { saddleB } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type RaceModel, standing } from "./model.ts";

const WINDOW = { x: [-0.75, 1.3], y: [-1.3, 1.3] } as const;
const MARGINS = { marginTop: 20, marginRight: 8, marginBottom: 34, marginLeft: 32 };
/** Heights of the level lines: the pass at 0 among them, close together on the way down. */
const LEVELS = [-0.23, -0.18, -0.12, -0.06, 0, 0.08, 0.18, 0.32, 0.5, 0.72, 0.98];

export const ridgeFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** The pass between the two hollows. */
export function ridgeBackground(): readonly MarkSpec[] {
  const grid = contourGrid((x, y) => saddleB.value(Float64Array.of(x, y)), WINDOW, 100, 120);
  const name = { fill: "var(--ink-soft)", textAnchor: "middle" };
  return [
    contours(grid, LEVELS),
    axisX({ label: "x", ticks: [-0.5, 0, 0.5, 1] }),
    axisY({ label: "y", ticks: [-1, 0, 1] }),
    minimumAt({ x: 0, y: 1 }),
    minimumAt({ x: 0, y: -1 }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "times", r: 5, stroke: "var(--ink)" }),
    label(say("minimum"), 0, 1, { ...name, textAnchor: "end", dx: -10 }),
    label(say("minimum"), 0, -1, { ...name, textAnchor: "end", dx: -10 }),
    label(say("saddle"), 0, 0, { ...name, dy: 15 }),
  ];
}

/** The paths up to step t, and where each method stands. */
export function ridgeForeground({ runs }: RaceModel, t: number): readonly MarkSpec[] {
  return [
    ...runs.map(({ name, points }) =>
      pathLine(points.slice(0, t + 1), WINDOW, { ...methodLooks[name], strokeWidth: 1.75 }),
    ),
    ...runs.flatMap((run) => standingAt(standing(run, t), WINDOW, methodLooks[run.name].stroke)),
  ];
}
