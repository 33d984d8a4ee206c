import { bowl } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside, type Window } from "#src/plotting/clip.ts";
import { dots } from "#src/plotting/dots.ts";
import { circle } from "#src/plotting/ellipse.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { bowlLevels, minimumAt, pathLine, planeFrame } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { MarkSpec, PlotFrame } from "#src/plotting/spec.ts";
import type { ConjugatePicture, Path } from "./model.ts";
import { ANGLE, WINDOW } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 8, marginBottom: 34, marginLeft: 26 };

/** The window of the right picture: f of the start is the outer circle. */
export const STRETCHED: Window = { x: [-1.265, 1.265], y: [-1.1, 1.1] };

const steepestLook = methodLooks["gradient descent"];
/** Conjugate gradients carry the last direction on, as momentum does. */
const conjugateLook = { stroke: "var(--velocity)" };

export const planePicture = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);
export const stretchedPicture = (width: number): PlotFrame => planeFrame(width, STRETCHED, MARGINS);

export function planeBackground(kappa: number): readonly MarkSpec[] {
  const [[xx, xy], [, yy]] = bowl([1, kappa], ANGLE)
    .hessian(new Float64Array(2))
    .map((row) => [...row]) as [[number, number], [number, number]];
  return [
    bowlLevels({ xx, xy, yy }, WINDOW, 1.6),
    axisX({ label: "θ₁", ticks: [0], format: String }),
    axisY({ label: "θ₂", ticks: [0], format: String }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

export function stretchedBackground(): readonly MarkSpec[] {
  return [
    ...[0.25, 0.5, 0.75, 1].map((radius) =>
      pathLine(circle({ x: 0, y: 0 }, radius), STRETCHED, {
        stroke: "var(--plot-contour)",
        strokeWidth: 1,
      }),
    ),
    axisX({ label: say("stretched"), ticks: [0], format: String }),
    axisY({ label: say("stretched"), ticks: [0], format: String }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** Both paths to step t. */
export function paths(
  { steepest, conjugate }: ConjugatePicture,
  of: "points" | "stretched",
  t: number,
): readonly MarkSpec[] {
  const window = of === "points" ? WINDOW : STRETCHED;
  return [
    ...path(steepest, of, t, window, steepestLook),
    ...path(conjugate, of, t, window, conjugateLook),
    ...(of === "points"
      ? [
          name(say("steepest descent"), window, 0, steepestLook.stroke),
          name(say("conjugate gradients"), window, 1, conjugateLook.stroke),
        ]
      : []),
  ];
}

function path(
  run: Path,
  of: "points" | "stretched",
  t: number,
  window: Window,
  look: { readonly stroke: string; readonly strokeDasharray?: string },
): readonly MarkSpec[] {
  const done: readonly Point[] = run[of].slice(0, t + 1);
  return [
    pathLine(done, window, { strokeWidth: 2, ...look }),
    dots(
      done.filter((point) => inside(point, window)),
      5,
      look.stroke,
    ),
  ];
}

function name(text: string, { x, y }: Window, row: number, fill: string): MarkSpec {
  return label(text, x[1], y[0], {
    textAnchor: "end",
    dx: -3,
    dy: -8 - 17 * row,
    fill,
    fontWeight: 600,
  });
}
