import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type Decaying, type FrozenModel, STEPS } from "./model.ts";

const across = { type: "linear", domain: [0, STEPS] } as const;
const looks = {
  meant: { stroke: "var(--ink)" },
  recursion: { stroke: "var(--accent)", strokeDasharray: "6 3" },
} as const;
const names = { meant: "η₀/(1 + dn)", recursion: say("the recursion") } as const;
const WHICH = ["meant", "recursion"] as const;

export const fallFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "log", domain: [1e-8, 2] }, 0.75);

export function fallBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("updates made, n"), ticks: 4 }),
    axisY({
      label: say("rate, as a share of the first"),
      ticks: [1e-8, 1e-6, 1e-4, 1e-2, 1],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** High enough for the travel of the form that is meant. */
export function travelFrame(width: number, { meant }: FrozenModel): PlotFrame {
  const top = 1.15 * (meant.travel[STEPS] as number);
  return chartFrame(width, across, { type: "linear", domain: [0, top] }, 0.75);
}

export function travelBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("updates made, n"), ticks: 4 }),
    axisY({ label: say("sum of the rates so far"), ticks: 5 }),
  ];
}

/** Both forms, up to n in full strength. */
export function bothForms(
  model: FrozenModel,
  of: keyof Decaying,
  n: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  return WHICH.flatMap((which) => {
    const values = model[which][of];
    const look = looks[which];
    const line = (shown: readonly number[], strokeWidth: number, strokeOpacity: number) =>
      mark("line", series(shown, frame), { x: "x", y: "y", ...look, strokeWidth, strokeOpacity });
    return [
      line(values, 1, 0.45),
      line(values.slice(0, n + 1), 2.2, 1),
      ...standingAt({ x: n, y: values[n] as number }, window, look.stroke),
      nameOf(which, of, values, frame),
    ];
  });
}

/** The name of a form beside its line, where it is still in the picture. */
function nameOf(
  which: (typeof WHICH)[number],
  of: keyof Decaying,
  values: readonly number[],
  { y }: PlotFrame,
): MarkSpec {
  const fill = looks[which].stroke;
  if (of === "travel") {
    const above = which === "meant";
    const at = above ? 34 : STEPS;
    const place = above ? { textAnchor: "end", dy: -10 } : { textAnchor: "end", dy: -11 };
    return label(names[which], at, values[at] as number, { ...place, fill, fontWeight: 600 });
  }
  if (which === "meant")
    return label(names.meant, STEPS, values[STEPS] as number, {
      textAnchor: "end",
      dy: 15,
      fill,
      fontWeight: 600,
    });
  const out = values.findIndex((value) => value < 30 * y.domain[0]);
  const at = out < 0 ? STEPS : out;
  return label(names.recursion, at, values[at] as number, {
    dx: at > 40 ? -12 : 10,
    textAnchor: at > 40 ? "end" : "start",
    fill,
    fontWeight: 600,
  });
}
