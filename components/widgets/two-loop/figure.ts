import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { planeFrame } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { LoopLine, TwoLoopPicture } from "./model.ts";
import { WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 30 };
const ORIGIN = { x: 0, y: 0 };

export const twoLoopFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

export function twoLoopBackground(): readonly MarkSpec[] {
  return [
    mark("ruleX", [0], { stroke: "var(--plot-contour)" }),
    mark("ruleY", [0], { stroke: "var(--plot-contour)" }),
    axisX({ label: say("first entry"), ticks: 4 }),
    axisY({ label: say("second entry"), ticks: 4 }),
  ];
}

/** The vectors so far faintly, the change of this line, and the vector after it. */
export function twoLoopForeground(
  { lines, byMatrix }: TwoLoopPicture,
  t: number,
): readonly MarkSpec[] {
  const now = lines[t] as LoopLine;
  const start = (lines[0] as LoopLine).after;
  return [
    ...arrow(ORIGIN, start, WINDOW, "var(--gradient)", { strokeOpacity: t === 0 ? 1 : 0.5 }),
    ...tag("−g", start, "var(--gradient)"),
    ...(inside(byMatrix, WINDOW)
      ? [
          mark("dot", [byMatrix], {
            x: "x",
            y: "y",
            r: 6,
            stroke: "var(--curvature)",
            strokeWidth: 2,
          }),
        ]
      : []),
    ...lines
      .slice(1, t)
      .flatMap(({ after }) =>
        arrow(ORIGIN, after, WINDOW, "var(--ink)", { strokeOpacity: 0.22, strokeWidth: 1.5 }),
      ),
    ...(t === 0 ? [] : arrow(ORIGIN, now.after, WINDOW, "var(--ink)")),
    ...(now.before === undefined
      ? []
      : arrow(now.before, now.after, WINDOW, "var(--accent)", { strokeDasharray: "4 3" })),
    ...(t === 0 ? [] : tag(t === lines.length - 1 ? "d = p" : "d", now.after, "var(--ink)")),
  ];
}

function tag(text: string, at: Point, fill: string): readonly MarkSpec[] {
  if (!inside(at, WINDOW)) return [];
  return [label(text, at.x, at.y, { dx: 10, dy: -9, fill, fontWeight: 600 })];
}
