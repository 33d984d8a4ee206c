import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { SharpnessRun } from "./run.ts";
import { EVERY, STEPS } from "./state.ts";

const MARGIN = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 44 };
const across = { type: "linear", domain: [0, STEPS / EVERY] } as const;
/** The top of the axis of sharpness. */
const HIGHEST = 9;

export function sharpnessFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.7 : 0.42));
  return { width, height, ...MARGIN, x: across, y: { type: "linear", domain: [0, HIGHEST] } };
}

export function lossFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.55 : 0.3));
  return { width, height, ...MARGIN, x: across, y: { type: "log", domain: [5e-5, 1] } };
}

const steps = axisX({
  label: say("step t"),
  ticks: [0, 20, 40, 60, 80],
  format: (look) => String(look * EVERY),
});

export function sharpnessBackground(): readonly MarkSpec[] {
  return [steps, axisY({ label: say("sharpness, the largest eigenvalue of H"), ticks: 6 })];
}

export function lossBackground(): readonly MarkSpec[] {
  return [
    steps,
    axisY({ label: say("loss"), ticks: [1, 0.1, 0.01, 0.001, 0.0001], format: String }),
  ];
}

/** The measured sharpness, and the limit that the rate sets. */
export function sharpnessForeground(
  { sharpness }: SharpnessRun,
  eta: number,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const limit = 2 / eta;
  const text = `2/η = ${significant(limit, 3)}`;
  const strong = { fill: "var(--ink)", fontWeight: 600 };
  return [
    ...curve(sharpness, "var(--curvature)", t, frame),
    ...(limit <= HIGHEST
      ? [
          mark("ruleY", [limit], { stroke: "var(--ink)", strokeDasharray: "6 3" }),
          label(text, across.domain[1], limit, { dy: 14, textAnchor: "end", ...strong }),
        ]
      : [
          label(say("{limit}, above the picture ↑", { limit: text }), 0, HIGHEST, {
            dx: 6,
            dy: 6,
            ...strong,
          }),
        ]),
  ];
}

export function lossForeground(
  { loss }: SharpnessRun,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  return curve(loss, "var(--gradient)", t, frame);
}

/** Thin for all that has been measured, strong up to step t. */
function curve(
  values: readonly number[],
  stroke: string,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const look = Math.min(Math.floor(t / EVERY), values.length - 1);
  const window = { x: frame.x.domain, y: frame.y.domain };
  const line = (of: readonly number[], options: object) =>
    mark("line", series(of, frame), { x: "x", y: "y", stroke, ...options });
  return [
    line(values, { strokeWidth: 1, strokeOpacity: 0.4 }),
    line(values.slice(0, look + 1), { strokeWidth: 2 }),
    ...standingAt({ x: look, y: values[look] as number }, window, stroke),
  ];
}
