import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type Bench, benchLine, type Trial, type Zone } from "./model.ts";

const MARGIN = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 40 };

/** Heights of the picture, and of the three bars under the curve. */
const HEIGHTS = [-8.6, 9.6] as const;
const BARS = { armijo: -5.1, curvature: -6.6, bracket: -8.1 } as const;

const CURVE = 160;

export const ARMIJO = "var(--gradient)";
export const CURVATURE = "var(--curvature)";

export function lineFrame(width: number, reach: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.95 : 0.6));
  const x = { type: "linear", domain: [0, reach] } as const;
  return { width, height, ...MARGIN, x, y: { type: "linear", domain: HEIGHTS } };
}

/** The function along the direction. */
export function lineBackground({ start, reach }: Bench): readonly MarkSpec[] {
  const line = benchLine(start);
  const points = Array.from({ length: CURVE + 1 }, (_, i) => {
    const alpha = (reach * i) / CURVE;
    return { x: alpha, y: line.value(alpha) };
  });
  return [
    mark("line", clipPath(points, windowOf(reach)), {
      x: "x",
      y: "y",
      stroke: "var(--ink)",
      strokeWidth: 1.75,
    }),
    axisX({ label: say("step length α"), ticks: 5 }),
    axisY({ label: "φ(α)", ticks: [-2, 0, 2, 4, 6, 8] }),
  ];
}

const windowOf = (reach: number) => ({ x: [0, reach] as const, y: HEIGHTS });

/** The line of Armijo, the sets that the conditions accept, and the trials up to t. */
export function lineForeground(
  bench: Bench,
  c1: number,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { reach, f0, slope0, trials } = bench;
  const window = windowOf(reach);
  const line = [0, reach].map((alpha) => ({ x: alpha, y: f0 + c1 * alpha * slope0 }));
  const shown = trials.slice(0, t);
  const newest = shown.at(-1);
  return [
    ...bench.both.map(([x1, x2]) =>
      mark("rect", [{ x1, x2, y1: BARS.curvature - 0.5, y2: HEIGHTS[1] }], {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "var(--ink)",
        fillOpacity: 0.07,
      }),
    ),
    mark("line", clipPath(line, window), {
      x: "x",
      y: "y",
      stroke: ARMIJO,
      strokeWidth: 1.5,
      strokeDasharray: "5 3",
    }),
    ...bar(bench.armijo, BARS.armijo, ARMIJO),
    ...bar(bench.curvature, BARS.curvature, CURVATURE),
    ...named(say("low enough"), BARS.armijo, ARMIJO, frame),
    ...named(say("flat enough"), BARS.curvature, CURVATURE, frame),
    ...(newest?.bracket === undefined
      ? []
      : [
          ...bar([newest.bracket], BARS.bracket, "var(--ink)"),
          ...named("interval", BARS.bracket, "var(--ink)", frame),
        ]),
    mark("dot", [{ x: 0, y: f0 }], { x: "x", y: "y", r: 4, fill: "var(--ink)" }),
    ...shown.flatMap((trial, i) => trialMarks(trial, i + 1, bench, i + 1 === t)),
    ...outsiders(shown, bench, frame),
  ];
}

function bar(zones: readonly Zone[], height: number, stroke: string): readonly MarkSpec[] {
  return zones.map(([from, to]) =>
    mark(
      "line",
      [
        { x: from, y: height },
        { x: to, y: height },
      ],
      { x: "x", y: "y", stroke, strokeWidth: 5, strokeOpacity: 0.75 },
    ),
  );
}

/** The name of a bar, above its beginning. */
function named(text: string, height: number, fill: string, { x }: PlotFrame): readonly MarkSpec[] {
  return [label(text, x.domain[0], height, { dx: 6, dy: -10, fill })];
}

/** A trial on the curve with its number and its slope, full if it is accepted. */
function trialMarks(
  { alpha, f, slope }: Trial,
  number: number,
  { reach, found }: Bench,
  newest: boolean,
): readonly MarkSpec[] {
  const at = { x: alpha, y: f };
  if (!inside(at, windowOf(reach))) return [];
  const accepted = alpha === found;
  const half = 0.028 * reach;
  const tangent = [-half, half].map((h) => ({ x: alpha + h, y: f + (slope ?? 0) * h }));
  return [
    ...(slope === undefined
      ? []
      : [
          mark("line", clipPath(tangent, windowOf(reach)), {
            x: "x",
            y: "y",
            stroke: CURVATURE,
            strokeWidth: 2.5,
          }),
        ]),
    mark("dot", [at], {
      x: "x",
      y: "y",
      r: newest ? 6 : 4,
      fill: accepted ? "var(--accent)" : "var(--paper)",
      stroke: "var(--accent)",
      strokeWidth: 2,
    }),
    label(String(number), alpha, f, {
      dy: -14,
      textAnchor: "middle",
      fill: "var(--accent)",
      fontWeight: newest ? 700 : 500,
    }),
  ];
}

/** Trials outside the picture, in words at its upper edge. */
function outsiders(
  shown: readonly Trial[],
  { reach }: Bench,
  { x, y }: PlotFrame,
): readonly MarkSpec[] {
  return shown
    .map((trial, i) => ({ ...trial, number: i + 1 }))
    .filter(({ alpha, f }) => !inside({ x: alpha, y: f }, windowOf(reach)))
    .slice(-4)
    .map(({ alpha, f, number }, row) =>
      label(
        `${number}: α = ${significant(alpha, 3)}, φ = ${significant(f, 3)} →`,
        x.domain[1],
        y.domain[1],
        { textAnchor: "end", dx: -2, dy: 8 + 17 * row, fill: "var(--accent)" },
      ),
    );
}
