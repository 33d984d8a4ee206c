import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { FloorModel } from "./model.ts";
import { STEPS } from "./state.ts";

const GD = "var(--method-gradient-descent)";
/** Powers of ten that the figure shows. */
const HEIGHTS = [-4, 2] as const;
/** The line is drawn at about so many steps. */
const SHOWN = 240;

/** The logarithm of the step across, that of the mean square so far upward. */
export function runningFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.6 : 0.34)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, Math.log10(STEPS)] },
    y: { type: "linear", domain: HEIGHTS },
  };
}

export function runningBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: [0, 1, 2, 3], format: (power) => String(10 ** power) }),
    axisY({ label: say("mean of x² so far"), ticks: [2, 0, -2, -4], format: powerOfTen }),
  ];
}

/** The mean square up to step t, and where the theory says that it ends. */
export function runningForeground(
  { variances, theory }: FloorModel,
  t: number,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: x.domain, y: y.domain };
  const last = variances.length - 1;
  const steps = Array.from({ length: SHOWN + 1 }, (_, i) => Math.round(last ** (i / SHOWN)));
  const point = (step: number) => ({
    x: Math.log10(step),
    y: Math.log10(Math.max(variances[step] as number, 1e-300)),
  });
  const shown = [...new Set(steps)];
  const line = (of: readonly number[], look: object) =>
    mark("line", clipPath(of.map(point), window), { x: "x", y: "y", stroke: GD, ...look });
  return [
    ...(theory === undefined
      ? []
      : [
          mark("ruleY", [Math.log10(theory)], {
            stroke: "var(--ink)",
            strokeDasharray: "6 3",
          }),
          label(
            say("theory: {theory}", { theory: significant(theory, 3) }),
            window.x[1],
            Math.log10(theory),
            {
              textAnchor: "end",
              dy: 13,
              fill: "var(--ink)",
            },
          ),
        ]),
    line(shown, { strokeWidth: 1, strokeOpacity: 0.4 }),
    line(
      [...shown.filter((step) => step < t), t].filter((step) => step > 0),
      { strokeWidth: 2 },
    ),
    ...(t > 0 ? standingAt(point(t), window, GD) : []),
  ];
}
