import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import type { BowlPanel } from "#src/plotting/bowl-panel.ts";
import { significant } from "#src/plotting/digits.ts";
import { planeFrame } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { ScalingModel } from "./model.ts";

/** What is shown of the plane of the two weights. */
export const WEIGHTS = { x: [-1.1, 1.1], y: [-1.1, 1.1] } as const;

/** The loss as a function of the two weights, measured from the best ones. */
export const weightsPanel = ({ H }: ScalingModel): BowlPanel => ({
  H,
  window: WEIGHTS,
  spacing: 0.16,
  steep: 1,
  names: [say("weight of the first column"), say("weight of the second column")],
});

const MARGINS = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 56 };

/** Both columns at the same scale, with the origin in the picture: what gradient descent sees. */
export function housesFrame(width: number, houses: readonly Point[]): PlotFrame {
  const all = houses.flatMap(({ x, y }) => [x, y]);
  const reach = 1.08 * Math.max(...all.map(Math.abs));
  const low = Math.min(...all) < 0 ? -reach : -0.1 * reach;
  return planeFrame(width, { x: [low, reach], y: [low, reach] }, MARGINS);
}

export function housesBackground(
  names: readonly [string, string],
  { x: { domain } }: PlotFrame,
): readonly MarkSpec[] {
  const thin = { stroke: "var(--plot-contour)" };
  const ticks = domain[0] < -0.2 * domain[1] ? 5 : 4;
  const format = (value: number) => significant(value, 3);
  return [
    mark("ruleX", [0], thin),
    mark("ruleY", [0], thin),
    axisX({ label: names[0], ticks, format }),
    axisY({ label: names[1], ticks, format }),
  ];
}

/** The six houses. */
export function housesForeground(houses: readonly Point[]): readonly MarkSpec[] {
  return [
    mark("dot", houses, { x: "x", y: "y", r: 4.5, fill: "var(--ink)", stroke: "var(--paper)" }),
  ];
}
