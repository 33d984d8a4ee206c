import { bowl } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import {
  bowlLevels,
  planeFrame as frameOf,
  minimumAt,
  pathLine,
  standingAt,
} from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { AngleCurve, RotatedRun, Runner } from "./model.ts";
import { angleTrack, CURVATURES, WINDOW } from "./state.ts";

export const rotatedLooks: Readonly<Record<Runner, Look>> = {
  AdaGrad: { stroke: methodLooks.AdaGrad.stroke },
  "full matrix": { stroke: methodLooks.AdaGrad.stroke, strokeDasharray: "2 2.5" },
  momentum: methodLooks.momentum,
  "gradient descent": methodLooks["gradient descent"],
};

/** Level lines are 1 apart where the curvature is this: fine enough along, not too fine across. */
const FLAT = 9;
const MARGIN = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 32 };
const ANGLES = angleTrack.domain;
/** Powers of ten of the loss that the chart shows. */
const LOSSES = [-6.5, 2.2] as const;

export const planeFrame = (width: number): PlotFrame => frameOf(width, WINDOW, MARGIN);

/** Level lines of the turned ravine. */
export function planeBackground(angle: number): readonly MarkSpec[] {
  const H = bowl(CURVATURES, (angle * Math.PI) / 180).hessian(new Float64Array(2));
  const entry = (i: number, j: number) => H[i]?.[j] as number;
  return [
    bowlLevels({ xx: entry(0, 0), xy: entry(0, 1), yy: entry(1, 1) }, WINDOW, 1, FLAT),
    axisX({ label: "θ₁", ticks: [-4, -2, 0, 2, 4] }),
    axisY({ label: "θ₂", ticks: [-4, -2, 0, 2, 4] }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** The paths of the two AdaGrads up to step t. */
export function planeForeground(runs: readonly RotatedRun[], t: number): readonly MarkSpec[] {
  return runs
    .filter(({ runner }) => runner === "AdaGrad" || runner === "full matrix")
    .flatMap(({ runner, points }) => {
      const look = rotatedLooks[runner];
      const done = points.slice(0, t + 1);
      return [
        pathLine(done, WINDOW, { ...look, strokeWidth: 2 }),
        ...(runner === "AdaGrad" ? [dots(done, 4, look.stroke)] : []),
        ...standingAt(done.at(-1), WINDOW, look.stroke),
      ];
    });
}

/** The angle across, the power of ten of the loss upward. */
export function anglesFrame(width: number): PlotFrame {
  const { height } = planeFrame(width);
  return {
    width,
    height,
    ...MARGIN,
    marginLeft: 38,
    x: { type: "linear", domain: ANGLES },
    y: { type: "linear", domain: LOSSES },
  };
}

export function anglesBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("angle in degrees"), ticks: [0, 15, 30, 45, 60] }),
    axisY({ label: say("loss after 40 steps"), ticks: [2, 0, -2, -4, -6], format: powerOfTen }),
  ];
}

/** A line for each method, and the angle that is set. */
export function anglesForeground(curves: readonly AngleCurve[], angle: number) {
  return [
    mark("ruleX", [angle], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...curves.flatMap(({ runner, losses }) => {
      const points = losses.map((one) => ({
        x: one.angle,
        y: Math.log10(Math.max(one.loss, 1e-300)),
      }));
      const middle = points[Math.floor(points.length / 2)] as Point;
      const look = rotatedLooks[runner];
      const inView = middle.y > LOSSES[0] + 0.3 && middle.y < LOSSES[1];
      return [
        mark("line", clipPath(points, { x: ANGLES, y: LOSSES }), {
          x: "x",
          y: "y",
          strokeWidth: 2,
          ...look,
        }),
        ...(inView
          ? [
              label(methodWords(runner), middle.x, middle.y, {
                dy: runner === "AdaGrad" ? 14 : -9,
                textAnchor: "middle",
                fill: look.stroke,
                fontWeight: 600,
              }),
            ]
          : []),
      ];
    }),
  ];
}
