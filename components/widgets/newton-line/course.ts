import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { errorsOf, type NewtonRun } from "./model.ts";

const COLOUR = "var(--method-newton)";
/** Sizes of the error that are shown; what is smaller, 0 too, is below the picture. */
const SIZES = [1e-17, 1e4] as const;
/** Lengths of the axis of steps: one of a few, so that it stays while the start is dragged. */
const ENDS = [10, 20, 40];

/** Steps across, the distance from the end upward on a logarithmic scale. */
export function courseFrame(width: number, { stands }: NewtonRun): PlotFrame {
  const steps = ENDS.find((end) => end >= stands.length - 1) ?? (ENDS.at(-1) as number);
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.6 : 0.34)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "linear", domain: [0, steps] },
    y: { type: "log", domain: SIZES },
  };
}

export function courseBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t") }),
    axisY({
      label: say("distance from its end, |x − x★|"),
      ticks: [1e4, 1, 1e-4, 1e-8, 1e-12, 1e-16],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** The distance at every step, with step t marked. */
export function courseForeground(
  newtonRun: NewtonRun,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const errors = errorsOf(newtonRun).map((error) => Math.max(error, 1e-300));
  const window = { x: frame.x.domain, y: frame.y.domain };
  const shown = errors.map((y, x) => ({ x, y })).filter(({ y }) => y >= SIZES[0] && y <= SIZES[1]);
  return [
    mark("line", series(errors, frame), { x: "x", y: "y", stroke: COLOUR, strokeWidth: 1.5 }),
    dots(shown, 5, COLOUR),
    ...standingAt({ x: t, y: errors[t] as number }, window, COLOUR),
  ];
}
