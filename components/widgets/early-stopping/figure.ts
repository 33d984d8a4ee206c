import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Course, Stop } from "./model.ts";
import { EVERY, LOOKS } from "./state.ts";

const TRAINING = "var(--ink-soft)";
const VALIDATION = "var(--accent)";
const HEIGHTS = [0.03, 0.19] as const;
/** The lines are drawn at about so many looks. */
const SHOWN = 300;

const stepsOf = (look: number) => EVERY * (look + 1);

export function stoppingFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.8 : 0.48)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "log", domain: [EVERY, EVERY * LOOKS] },
    y: { type: "linear", domain: HEIGHTS },
  };
}

export function stoppingBackground(): readonly MarkSpec[] {
  return [
    axisX({
      label: say("steps"),
      ticks: [100, 1000, 10_000, 100_000],
      format: (steps) => steps.toLocaleString("en"),
    }),
    axisY({ label: say("mean squared error"), ticks: [0.05, 0.1, 0.15] }),
  ];
}

/** Both errors up to look t, where the patience stops, and the point that it keeps. */
export function stoppingForeground(
  { training, validation }: Course,
  { stop, best, triggered }: Stop,
  t: number,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: x.domain, y: y.domain };
  const looks = [
    ...new Set(Array.from({ length: SHOWN + 1 }, (_, i) => Math.round(LOOKS ** (i / SHOWN)) - 1)),
  ];
  const line = (values: readonly number[], until: number, look: object) =>
    mark(
      "line",
      looks.filter((i) => i < until).map((i) => ({ x: stepsOf(i), y: values[i] as number })),
      { x: "x", y: "y", ...look },
    );
  const end = looks[Math.round(0.4 * looks.length)] as number;
  return [
    ...(triggered
      ? [
          mark("ruleX", [stepsOf(stop)], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
          label(say("stops here"), stepsOf(stop), HEIGHTS[1], {
            dx: stop > 300 ? -6 : 6,
            dy: 8,
            textAnchor: stop > 300 ? "end" : "start",
            fill: "var(--ink)",
          }),
        ]
      : []),
    line(training, LOOKS, { stroke: TRAINING, strokeWidth: 1, strokeOpacity: 0.4 }),
    line(validation, LOOKS, { stroke: VALIDATION, strokeWidth: 1, strokeOpacity: 0.4 }),
    line(training, t, { stroke: TRAINING, strokeWidth: 1.75, strokeDasharray: "5 3" }),
    line(validation, t, { stroke: VALIDATION, strokeWidth: 2 }),
    label(say("on points held out"), stepsOf(end), validation[end] as number, {
      dy: -14,
      fill: VALIDATION,
      fontWeight: 600,
    }),
    label(say("on those learned from"), stepsOf(end), training[end] as number, {
      dy: 14,
      fill: TRAINING,
      fontWeight: 600,
    }),
    ...standingAt({ x: stepsOf(best), y: validation[best] as number }, window, VALIDATION),
  ];
}
