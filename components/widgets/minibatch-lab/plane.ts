import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { contourGrid, squareLevels } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { planeFrame as frameOf, minimumAt, pathLine, standingAt } from "#src/plotting/plane.ts";
import type { MarkSpec, PlotFrame } from "#src/plotting/spec.ts";
import type { LineData } from "./data.ts";
import type { LabRun } from "./model.ts";
import { WINDOW } from "./state.ts";

const GD = "var(--method-gradient-descent)";
const MARGIN = { marginTop: 20, marginRight: 8, marginBottom: 34, marginLeft: 28 };

export const planeFrame = (width: number): PlotFrame => frameOf(width, WINDOW, MARGIN);

/** Level lines of the loss over the two weights, and the minimum. */
export function planeBackground({ excess, best }: LineData): readonly MarkSpec[] {
  return [
    contours(contourGrid(excess, WINDOW, 100, 86), squareLevels(0, 22, 10)),
    axisX({ label: say("slope w"), ticks: 5 }),
    axisY({ label: say("intercept c"), ticks: 5 }),
    minimumAt({ x: best.w, y: best.c }),
  ];
}

/** The path, its part up to update t strong. */
export function planeForeground({ points }: LabRun, t: number): readonly MarkSpec[] {
  const done = points.slice(0, t + 1);
  return [
    pathLine(points, WINDOW, { stroke: GD, strokeWidth: 1, strokeOpacity: 0.3 }),
    pathLine(done, WINDOW, { stroke: GD, strokeWidth: 1.5 }),
    ...standingAt(done.at(-1), WINDOW, GD),
  ];
}
