import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { RateCurve } from "./model.ts";
import { type RateName, STEPS } from "./state.ts";

const GD = "var(--method-gradient-descent)";
const QUIET = "color-mix(in oklab, var(--ink-soft) 75%, var(--paper))";
/** Powers of ten that the figure shows. */
const HEIGHTS = [-3, 1.3] as const;
/** Lines are drawn at about so many steps, evenly spread over the logarithm of t. */
const SMOOTH = 60;
const ROUGH = 260;
/** Distance of two names, as a power of ten. */
const APART = 0.27;

/** The logarithm of the step across, that of the distance upward. */
export function ratesFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 1 : 0.56)),
    marginTop: 22,
    marginRight: 78,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, Math.log10(STEPS)] },
    y: { type: "linear", domain: HEIGHTS },
  };
}

export function ratesBackground(): readonly MarkSpec[] {
  return [
    axisX({
      label: say("step t"),
      ticks: [0, 1, 2, 3, 4],
      format: (power) => (10 ** power).toLocaleString("en"),
    }),
    axisY({
      label: say("distance from the minimum"),
      ticks: [1, 0, -1, -2, -3],
      format: powerOfTen,
    }),
  ];
}

/** All schedules, the chosen one in front with a single run of it. */
export function ratesForeground(
  curves: readonly RateCurve[],
  run: readonly number[],
  chosen: RateName,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const line = (values: readonly number[], count: number, look: object) =>
    mark("line", clipPath(sampled(values, count), window), { x: "x", y: "y", ...look });
  const front = curves.filter(({ rate }) => rate.name === chosen);
  const back = curves.filter(({ rate }) => rate.name !== chosen);
  return [
    line(run, ROUGH, { stroke: GD, strokeWidth: 0.75, strokeOpacity: 0.55 }),
    ...back.map(({ rate, distances }) =>
      line(distances, SMOOTH, {
        stroke: QUIET,
        strokeWidth: 1.25,
        ...(rate.reaches && rate.settles ? {} : { strokeDasharray: "5 3" }),
      }),
    ),
    ...front.map(({ distances }) => line(distances, SMOOTH, { stroke: GD, strokeWidth: 2.25 })),
    ...names(curves, chosen),
  ];
}

/** Values at steps that are evenly spread over the logarithm of t. */
function sampled(values: readonly number[], count: number): readonly Point[] {
  const steps = Array.from({ length: count + 1 }, (_, i) => Math.round(STEPS ** (i / count)));
  return [...new Set(steps)].map((t) => ({
    x: Math.log10(t),
    y: Math.log10(Math.max(values[t] as number, 1e-300)),
  }));
}

/** Each name at the end of its line, moved apart where two lines end at one height. */
function names(curves: readonly RateCurve[], chosen: RateName): readonly MarkSpec[] {
  let floor = Number.NEGATIVE_INFINITY;
  return curves
    .map(({ rate, distances }) => ({ rate, y: Math.log10(distances[STEPS] as number) }))
    .toSorted((one, other) => one.y - other.y)
    .map(({ rate, y }) => {
      floor = Math.max(y, floor + APART, HEIGHTS[0] + 0.1);
      const strong = rate.name === chosen;
      return label(rate.label, Math.log10(STEPS), floor, {
        dx: 7,
        fill: strong ? GD : "var(--ink-soft)",
        fontWeight: strong ? 600 : 400,
      });
    });
}
