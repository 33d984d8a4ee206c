import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { significant } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import {
  bowlLevels,
  planeFrame as frameOf,
  minimumAt,
  pathLine,
  standingAt,
} from "#src/plotting/plane.ts";
import type { MarkSpec, PlotFrame } from "#src/plotting/spec.ts";
import { type ExplorerModel, inPlane } from "./model.ts";
import { WINDOW } from "./state.ts";
import { ending } from "./words.ts";

const MARGIN = { marginTop: 18, marginRight: 12, marginBottom: 34, marginLeft: 36 };
const GD = "var(--method-gradient-descent)";

export const planeFrame = (width: number): PlotFrame => frameOf(width, WINDOW, MARGIN);

/** Level lines of the turned bowl, and its two directions through the minimum. */
export function planeBackground(
  kappa: number,
  angle: number,
  { width }: PlotFrame,
): readonly MarkSpec[] {
  const { x: c, y: s } = inPlane({ floor: 1, across: 0 }, angle);
  const wide = width >= 500;
  const H = { xx: c * c + kappa * s * s, xy: c * s * (1 - kappa), yy: s * s + kappa * c * c };
  const at = (floor: number, across: number) => inPlane({ floor, across }, angle);
  const axis = (ends: readonly { x: number; y: number }[]) =>
    pathLine(ends, WINDOW, { stroke: "var(--curvature)", strokeWidth: 1, strokeOpacity: 0.8 });
  const steep = at(0, -(wide ? 3.6 : 2.8));
  const flat = at(wide ? 3.4 : 2.6, 0);
  const name = { fill: "var(--curvature)", textAnchor: "middle" };
  return [
    // Fewer lines where the walls are steep or the picture is small, or they would be a grey mass.
    bowlLevels(H, WINDOW, (wide ? 1.1 : 1.8) * Math.max(1, Math.sqrt(kappa / 20))),
    axis([at(-14, 0), at(14, 0)]),
    axis([at(0, -14), at(0, 14)]),
    axisX({ label: "θ₁", ticks: wide ? 9 : 5 }),
    axisY({ label: "θ₂", ticks: 5 }),
    minimumAt({ x: 0, y: 0 }),
    label(say("floor, curvature 1"), flat.x, flat.y, {
      ...name,
      dy: wide ? 14 : 13,
      textAnchor: "end",
    }),
    label(
      say("across, curvature {curvature}", { curvature: significant(kappa) }),
      steep.x,
      steep.y,
      {
        ...name,
        dy: 12,
      },
    ),
  ];
}

/** The path, its part up to step t strong. */
export function planeForeground(model: ExplorerModel, t: number, eta: number): readonly MarkSpec[] {
  const { points, diverged = points.length } = model;
  // A run that is lost is drawn up to there: what follows would only cross the picture.
  const path = points.slice(0, diverged + 1);
  const done = path.slice(0, t + 1);
  return [
    pathLine(path, WINDOW, { stroke: GD, strokeWidth: 1.25, strokeOpacity: 0.4 }),
    pathLine(done, WINDOW, { stroke: GD, strokeWidth: 2 }),
    dots(
      done.filter((point) => inside(point, WINDOW)),
      4,
      GD,
    ),
    label(`η = ${significant(eta, 3)}: ${ending(model)}`, WINDOW.x[0], WINDOW.y[1], {
      dx: 8,
      dy: 8,
      fill: GD,
      fontWeight: 600,
    }),
    ...standingAt(done.at(-1), WINDOW, GD),
  ];
}
