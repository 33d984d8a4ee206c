import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
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
import type { StepParts } from "#src/plotting/step-parts.ts";
import type { RavineModel } from "./model.ts";
import { WINDOW } from "./state.ts";
import { ending } from "./words.ts";

const MARGIN = { marginTop: 18, marginRight: 12, marginBottom: 34, marginLeft: 36 };

/** The height of a name of a line. */
const LINE = 17;

/** On a phone the paths fill the picture, and the names of the lines stand above it. */
const isSmall = (width: number) => width < 500;

/** One unit is as long upward as across: arrows meet contours at their true angles. */
export function planeFrame(width: number): PlotFrame {
  const marginTop = MARGIN.marginTop + (isSmall(width) ? 2 * LINE : 0);
  return frameOf(width, WINDOW, { ...MARGIN, marginTop });
}

/** Level lines of the bowl with curvatures 1 and kappa, the axes and the minimum. */
export function planeBackground(kappa: number, { width }: PlotFrame): readonly MarkSpec[] {
  return [
    // Half widths along the flat direction: 0.8, 1.6, … up to the far corners.
    bowlLevels({ xx: 1, xy: 0, yy: kappa }, WINDOW, 0.8),
    axisX({ label: say("θ₁ (flat, curvature 1)"), ticks: isSmall(width) ? 5 : 9 }),
    axisY({ label: say("θ₂ (steep, curvature {curvature})", { curvature: kappa }), ticks: 5 }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** Both paths, the part up to step t strong, and the arrows of step t. */
export function planeForeground(
  model: RavineModel,
  t: number,
  parts: StepParts | undefined,
  { width }: PlotFrame,
): readonly MarkSpec[] {
  const { points, diverged = points.length } = model.momentum;
  // A run that has left for good is drawn up to there: what follows would only cross the picture.
  const path = points.slice(0, diverged + 1);
  const done = path.slice(0, t + 1);
  return [
    pathLine(model.gradientDescent.points, WINDOW, {
      stroke: "var(--method-gradient-descent)",
      strokeDasharray: "4 3",
      strokeWidth: 1.25,
      strokeOpacity: 0.75,
    }),
    pathLine(path, WINDOW, {
      stroke: "var(--method-momentum)",
      strokeWidth: 1.25,
      strokeOpacity: 0.45,
    }),
    pathLine(done, WINDOW, { stroke: "var(--method-momentum)", strokeWidth: 2 }),
    dots(
      path.filter((point) => inside(point, WINDOW)),
      4,
      "var(--method-momentum)",
    ),
    ...(t > diverged ? [] : arrows(parts)),
    ...names(model, isSmall(width)),
    ...standingAt(done.at(-1), WINDOW, "var(--method-momentum)"),
  ];
}

function arrows(parts: StepParts | undefined): readonly MarkSpec[] {
  if (parts === undefined) return [];
  const { from, carried, step } = parts;
  const knee = { x: from.x + carried.x, y: from.y + carried.y };
  const to = { x: from.x + step.x, y: from.y + step.y };
  return [
    ...arrow(from, knee, WINDOW, "var(--velocity)"),
    ...arrow(knee, to, WINDOW, "var(--gradient)"),
  ];
}

/** What the two lines are, in the colours they have. */
function names({ momentum, gradientDescent }: RavineModel, above: boolean): readonly MarkSpec[] {
  const [, right] = WINDOW.x;
  const [, top] = WINDOW.y;
  const look = { textAnchor: "end", fontWeight: 600 };
  const first = above ? 8 - 2 * LINE : 6;
  return [
    label(say("momentum: {ending}", { ending: ending(momentum) }), right, top, {
      ...look,
      dy: first,
      fill: "var(--method-momentum)",
    }),
    label(
      say("gradient descent (dashed): {ending}", { ending: ending(gradientDescent) }),
      right,
      top,
      {
        ...look,
        dy: first + LINE,
        fill: "var(--method-gradient-descent)",
      },
    ),
  ];
}
