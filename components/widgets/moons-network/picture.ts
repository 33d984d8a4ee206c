import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { dots } from "#src/plotting/dots.ts";
import { planeFrame } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { network, trained } from "./training.ts";

const WINDOW = { x: [-1.6, 2.6], y: [-1.3, 1.7] } as const;
const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 34 };
/** Half the length of a cross. */
const ARM = 0.035;

export const moonsFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

/** The points to train on: dots of class 0, crosses of class 1. */
export function moonsBackground(): readonly MarkSpec[] {
  const of = (label: number) =>
    trained.X.filter((_, i) => trained.y[i] === label).map((point) => ({
      x: point[0] as number,
      y: point[1] as number,
    }));
  const gap = { x: undefined, y: undefined };
  const crosses = of(1).flatMap(({ x, y }) => [
    { x: x - ARM, y: y - ARM },
    { x: x + ARM, y: y + ARM },
    gap,
    { x: x - ARM, y: y + ARM },
    { x: x + ARM, y: y - ARM },
    gap,
  ]);
  return [
    dots(of(0), 4, "var(--ink)"),
    mark("line", crosses, { x: "x", y: "y", stroke: "var(--curvature)", strokeWidth: 1.4 }),
    axisX({ label: say("first input"), ticks: [-1, 0, 1, 2] }),
    axisY({ label: say("second input"), ticks: [-1, 0, 1] }),
  ];
}

/** Shaded: what a network with parameters x takes for class 1. */
export function regionOf(x: Float64Array): MarkSpec {
  const point = new Float64Array(2);
  const grid = contourGrid(
    (a, b) => {
      point[0] = a;
      point[1] = b;
      return network.predict(x, point)[0] as number;
    },
    WINDOW,
    60,
    44,
  );
  return contours(grid, [0.5], { stroke: "none", fill: "var(--curvature)", fillOpacity: 0.16 });
}
