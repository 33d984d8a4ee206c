import type { Matrix } from "@downhill/optim";
import { axisX, axisY } from "./axes.ts";
import { inside, type Window } from "./clip.ts";
import { dots } from "./dots.ts";
import { label } from "./label.ts";
import { bowlLevels, type Margins, minimumAt, pathLine, planeFrame, standingAt } from "./plane.ts";
import type { Point } from "./scale.ts";
import type { MarkSpec, PlotFrame } from "./spec.ts";

/** A square picture of a bowl of two variables with one path in it. */
export interface BowlPanel {
  readonly H: Matrix;
  readonly window: Window;
  /** Distance between level lines in the direction of curvature `steep`. */
  readonly spacing: number;
  readonly steep: number;
  /** What the two axes measure. */
  readonly names: readonly [across: string, up: string];
}

const MARGINS: Margins = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 26 };

export const bowlFrame = (width: number, window: Window): PlotFrame =>
  planeFrame(width, window, MARGINS);

/** Level lines, axes without numbers, the minimum. */
export function bowlBackground({
  H,
  window,
  spacing,
  steep,
  names,
}: BowlPanel): readonly MarkSpec[] {
  const at = (i: number, j: number) => H[i]?.[j] as number;
  return [
    bowlLevels({ xx: at(0, 0), xy: at(0, 1), yy: at(1, 1) }, window, spacing, steep),
    axisX({ label: names[0], ticks: [0], format: String }),
    axisY({ label: names[1], ticks: [0], format: String }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** The path, its part up to step t strong, and what is to be said of it. */
export function bowlForeground(
  path: readonly Point[],
  t: number,
  window: Window,
  words: string,
): readonly MarkSpec[] {
  const stroke = "var(--method-gradient-descent)";
  const done = path.slice(0, t + 1);
  return [
    pathLine(path, window, { stroke, strokeWidth: 1, strokeOpacity: 0.4 }),
    pathLine(done, window, { stroke, strokeWidth: 1.75 }),
    dots(
      done.filter((point) => inside(point, window)),
      3.5,
      stroke,
    ),
    label(words, window.x[1], window.y[0], {
      fill: stroke,
      fontWeight: 600,
      textAnchor: "end",
      dx: -2,
      dy: -8,
    }),
    ...standingAt(done.at(-1), window, stroke),
  ];
}
