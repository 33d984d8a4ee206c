import { inside, type Window } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { bowlLevels, planeFrame as frameOf, minimumAt, pathLine } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { looks } from "./look.ts";
import { type BowlRun, standing } from "./model.ts";
import { CURVATURES, START } from "./state.ts";

const MARGINS = { marginTop: 8, marginRight: 8, marginBottom: 8, marginLeft: 8 };
/** Half the width of the innermost level line, along the floor. */
const SPACING = 1;

export const planeFrame = (width: number, window: Window): PlotFrame =>
  frameOf(width, window, MARGINS);

/** The ravine, its minimum, and the axes in which the parameters are counted. */
export function planeBackground(window: Window, degrees: number): readonly MarkSpec[] {
  const phi = (degrees * Math.PI) / 180;
  const axes = [
    { name: "θ₁", x: Math.cos(phi), y: Math.sin(phi) },
    { name: "θ₂", x: -Math.sin(phi), y: Math.cos(phi) },
  ];
  return [
    bowlLevels({ xx: CURVATURES[0], xy: 0, yy: CURVATURES[1] }, window, SPACING),
    ...axes.flatMap(({ name, x, y }) => {
      const far = 9;
      const ends = [-far, far].map((r) => ({ x: r * x, y: r * y }));
      const look = { stroke: "var(--plot-axis)", strokeOpacity: 0.7 };
      return [
        pathLine(ends, window, look),
        label(methodWords(name), NAME_AT * x, NAME_AT * y, {
          dx: 6,
          dy: -7,
          fill: "var(--ink-soft)",
        }),
      ];
    }),
    minimumAt({ x: 0, y: 0 }),
    mark("dot", [START], { x: "x", y: "y", r: 3, fill: "var(--ink-soft)" }),
  ];
}

/** Where an axis has its name, from the minimum. */
const NAME_AT = 1.3;

/** The paths up to step t, and where each run stands. */
export function planeForeground(
  runs: readonly BowlRun[],
  t: number,
  window: Window,
): readonly MarkSpec[] {
  return [
    ...runs.map(({ name, points }) => {
      const { stroke, strokeDasharray } = looks[name];
      const dashes = strokeDasharray === undefined ? {} : { strokeDasharray };
      return pathLine(points.slice(0, t + 1), window, { stroke, ...dashes, strokeWidth: 1.75 });
    }),
    ...runs.flatMap((one) => {
      const at = standing(one, t);
      const { stroke, symbol } = looks[one.name];
      if (!inside(at, window)) return [];
      const look = { x: "x", y: "y", r: 5, fill: stroke, symbol, stroke: "var(--paper)" };
      return [mark("dot", [at], { ...look, strokeWidth: 1.5 })];
    }),
  ];
}
