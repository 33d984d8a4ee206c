import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside, type Window } from "#src/plotting/clip.ts";
import { circle } from "#src/plotting/ellipse.ts";
import { label } from "#src/plotting/label.ts";
import { bowlLevels, minimumAt, pathLine, planeFrame } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { DoglegPicture } from "./model.ts";
import { CURVATURES, type DoglegState, WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 30 };

export const doglegFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

export function doglegBackground(): readonly MarkSpec[] {
  return [
    bowlLevels({ xx: CURVATURES[0], xy: 0, yy: CURVATURES[1] }, WINDOW, 1.2),
    axisX({ label: "θ₁", ticks: 4 }),
    axisY({ label: "θ₂", ticks: 4 }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** The region, the two paths and the step. */
export function doglegForeground(
  { x, y, radius }: DoglegState,
  { cauchy, newton, dogleg, best, curve }: DoglegPicture,
  window: Window,
): readonly MarkSpec[] {
  const at = (p: Point): Point => ({ x: x + p.x, y: y + p.y });
  const start = { x, y };
  const knee = at(cauchy);
  const dot = (p: Point, options: object) =>
    inside(p, window) ? [mark("dot", [p], { x: "x", y: "y", r: 4, ...options })] : [];
  return [
    pathLine(circle(start, radius), window, { stroke: "var(--ink)", strokeDasharray: "4 3" }),
    pathLine(curve.map(at), window, {
      stroke: "var(--curvature)",
      strokeWidth: 2,
      strokeDasharray: "1.5 3",
    }),
    pathLine([start, knee, at(newton)], window, { stroke: "var(--gradient)", strokeWidth: 1.5 }),
    ...dot(knee, { fill: "var(--gradient)" }),
    ...arrow(start, at(dogleg.p), window, "var(--ink)"),
    ...dot(at(best.p), { stroke: "var(--curvature)", strokeWidth: 2, r: 5, fill: "none" }),
    ...(inside(knee, window)
      ? [label(say("knee"), knee.x, knee.y, { dx: 7, dy: 12, fill: "var(--gradient)" })]
      : []),
    label(say("Newton’s point"), 0, 0, { dy: -14, textAnchor: "middle", fill: "var(--ink-soft)" }),
  ];
}
