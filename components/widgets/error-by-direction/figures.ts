import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { fixed, powerOfTen, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { toPixels } from "#src/plotting/scale.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { sameSetting } from "../slider-scale.ts";
import { type ErrorRun, sharesAt } from "./model.ts";
import { CURVATURES, STEPS } from "./state.ts";

const GD = "var(--method-gradient-descent)";
const LOG_DOMAIN = [1e-11, 3] as const;
const LINEAR_DOMAIN = [0, 0.6] as const;

/** From flat to stiff: the line of each part, and its fill in the bar. */
const LOOKS = [
  { dash: undefined, fill: "var(--curvature)" },
  { dash: "6 3", fill: "color-mix(in oklab, var(--curvature) 55%, var(--paper))" },
  { dash: "1.5 2.5", fill: "color-mix(in oklab, var(--curvature) 22%, var(--paper))" },
] as const;

/** Steps across, the first ones farther apart; loss upward. */
export function lossFrame(width: number, log: boolean): PlotFrame {
  return {
    width,
    height: Math.round(Math.max(230, width * 0.45)),
    marginTop: 22,
    marginRight: width < 500 ? 60 : 64,
    marginBottom: 34,
    marginLeft: 42,
    x: { type: "sqrt", domain: [0, STEPS] },
    y: log ? { type: "log", domain: LOG_DOMAIN } : { type: "linear", domain: LINEAR_DOMAIN },
  };
}

export function lossBackground({ width, y }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({
      label: say("step t (square-root scale)"),
      ticks: width < 500 ? [0, 10, 50, 100, 200, 500] : [0, 1, 10, 50, 100, 200, 300, 400, 500],
    }),
    axisY({
      label: say("loss and its three parts"),
      ...(y.type === "log"
        ? {
            ticks: [1, 1e-3, 1e-6, 1e-9],
            format: (value) => powerOfTen(Math.round(Math.log10(value))),
          }
        : { ticks: [0, 0.2, 0.4, 0.6] }),
    }),
  ];
}

/** The loss, its parts, the loss at the best rate, and step t. */
export function lossForeground(
  run: ErrorRun,
  best: ErrorRun,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const line = (values: readonly number[], options: Readonly<Record<string, unknown>>) =>
    mark("line", series(values, frame), { x: "x", y: "y", ...options });
  const now = run.losses[t] as number;
  return [
    mark("ruleX", [t], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
    line(best.losses, { stroke: "var(--ink-soft)", strokeDasharray: "7 4", strokeWidth: 1.25 }),
    ...run.terms.map((values, i) =>
      line(values, {
        stroke: "var(--curvature)",
        strokeWidth: 1.5,
        strokeDasharray: LOOKS[i]?.dash,
      }),
    ),
    line(run.losses, { stroke: GD, strokeWidth: 2.25, strokeOpacity: 0.85 }),
    ...standingAt({ x: t, y: now }, { x: frame.x.domain, y: frame.y.domain }, GD),
    ...names(run, best, frame),
  ];
}

/** Distance of two names, in pixels. */
const LINE = 14;

/** Names at the ends of the lines, in the margin; of a line that leaves the picture below, there. */
function names(run: ErrorRun, best: ErrorRun, frame: PlotFrame): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const lines = [
    { text: say("loss"), values: run.losses, fill: GD, bold: true },
    ...(sameSetting(run.eta, best.eta)
      ? []
      : [{ text: say("at best η"), values: best.losses, fill: "var(--ink-soft)", bold: false }]),
    ...run.terms.map((values, i) => ({
      text: `λ = ${CURVATURES[i]}`,
      values,
      fill: "var(--curvature)",
      bold: false,
    })),
  ];
  const ends = lines.map((one) => ({ ...one, end: one.values.at(-1) as number }));
  const inside = ends.filter(({ end }) => end > low && end <= high).sort((a, b) => b.end - a.end);
  const above = inside.map(({ end }) => toPixels(frame, { x: STEPS, y: end }).y);
  const shown = inside.map(({ text, end, fill, bold }, i) => {
    const dy =
      (apart(above, frame.height - frame.marginBottom)[i] as number) - (above[i] as number);
    return label(text, STEPS, end, { fill, dx: 6, dy, ...(bold && { fontWeight: 600 }) });
  });
  const leaving = ends.flatMap(({ text, values, end, fill }) => {
    // Where there is little left of it to draw; a line that was gone at once has no name.
    const t = values.findLastIndex((value) => value > low * 30);
    return end > low || t < 2 || frame.y.type === "linear"
      ? []
      : [label(text, t, values[t] as number, { fill, dx: 10 })];
  });
  return [...shown, ...leaving];
}

/** Heights from the top down, moved so that neighbours are a line apart and the last is above the floor. */
function apart(heights: readonly number[], floor: number): readonly number[] {
  const down: number[] = [];
  for (const height of heights)
    down.push(Math.max(height, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + LINE));
  return down.map((height, i) => Math.min(height, floor - LINE * (down.length - 1 - i)));
}

/** One bar, as wide as the figure, divided among the directions. */
export function barFrame(width: number): PlotFrame {
  return {
    width,
    height: 76,
    marginTop: 20,
    marginRight: 1,
    marginBottom: 22,
    marginLeft: 1,
    x: { type: "linear", domain: [0, 1] },
    y: { type: "linear", domain: [0, 1] },
  };
}

/** A share this small, in pixels, has no room for words. */
const NARROW = 74;

/** The shares of the directions in the loss of step t, stiff on the right. */
export function bar(run: ErrorRun, t: number, { width }: PlotFrame): readonly MarkSpec[] {
  const shares = sharesAt(run, t);
  let from = 0;
  return shares.flatMap((share, i) => {
    const [x1, x2] = [from, from + share];
    from = x2;
    const wide = share * width > NARROW;
    const look = { fill: "var(--curvature)" };
    return [
      mark("rect", [{ x1, x2, y1: 0, y2: 1 }], {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: LOOKS[i]?.fill,
        stroke: "var(--paper)",
      }),
      ...(wide
        ? [
            label(`λ = ${CURVATURES[i]}`, x1, 1, { ...look, dy: -10, dx: 2 }),
            label(
              `${significant(run.terms[i]?.[t] as number, 2)}, ${fixed(100 * share, 0)} %`,
              x1,
              0,
              { fill: "var(--ink-soft)", dy: 12, dx: 2 },
            ),
          ]
        : []),
    ];
  });
}
