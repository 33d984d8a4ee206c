import { saddleB } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { minimumAt, pathLine, planeFrame, standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type SaddleRun, standing } from "./model.ts";

const WINDOW = { x: [-0.55, 1.3], y: [-1.35, 1.35] } as const;
const MARGINS = { marginTop: 20, marginRight: 8, marginBottom: 34, marginLeft: 32 };
/** Heights of the level lines, the pass at 0 among them. */
const LEVELS = [-0.23, -0.18, -0.12, -0.06, 0, 0.08, 0.18, 0.32, 0.5, 0.72, 0.98];

export const passFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** The pass between the two hollows. */
export function passBackground(): readonly MarkSpec[] {
  const grid = contourGrid((x, y) => saddleB.value(Float64Array.of(x, y)), WINDOW, 90, 120);
  const name = { fill: "var(--ink-soft)", textAnchor: "end", dx: -10 };
  return [
    contours(grid, LEVELS),
    axisX({ label: "x", ticks: [-0.5, 0, 0.5, 1] }),
    axisY({ label: "y", ticks: [-1, 0, 1] }),
    minimumAt({ x: 0, y: 1 }),
    minimumAt({ x: 0, y: -1 }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "times", r: 5, stroke: "var(--ink)" }),
    label(say("minimum"), 0, 1, name),
    label(say("minimum"), 0, -1, name),
    label(say("saddle"), 0, 0, name),
  ];
}

/** The paths up to step t, and where each method stands. */
export function passForeground(runs: readonly SaddleRun[], t: number): readonly MarkSpec[] {
  return runs.flatMap((run) => {
    const look = methodLooks[run.name];
    const done = run.points.slice(0, t + 1);
    return [
      pathLine(done, WINDOW, { ...look, strokeWidth: 1.75 }),
      mark(
        "dot",
        done.filter((point) => inside(point, WINDOW)),
        { x: "x", y: "y", r: run.name === "gradient descent" ? 1.5 : 3, fill: look.stroke },
      ),
      ...standingAt(standing(run, t), WINDOW, look.stroke),
    ];
  });
}
