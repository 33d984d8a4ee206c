import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { rateRegion } from "#src/plotting/momentum-roots.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";

const X = [0, 4] as const;
const Y = [0, 1] as const;

/** Bands of equal rate from slow to fast, with the share of colour of each. */
const BANDS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.98, 4],
  [0.95, 9],
  [0.9, 15],
  [0.8, 22],
  [0.7, 29],
  [0.6, 36],
  [0.4, 44],
];

/** Wide: twice as wide as tall; a phone gets it taller. A square-root axis makes the critical curve a parabola. */
export function diagramFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.88 : 0.53)),
    marginTop: 24,
    marginRight: 14,
    marginBottom: 36,
    marginLeft: 38,
    x: { type: "sqrt", domain: X },
    y: { type: "linear", domain: Y },
  };
}

/** Bands of max |σ| with their values, the two curves, and the names of the regions. */
export function diagramBackground({ width }: PlotFrame): readonly MarkSpec[] {
  const narrow = width < 500;
  const band = ([rate, share]: readonly [number, number]) =>
    mark("line", rateRegion(rate), {
      x: "x",
      y: "y",
      curve: "linear-closed",
      stroke: "none",
      fill: `color-mix(in oklab, var(--velocity) ${share}%, var(--paper))`,
    });
  const region = (text: string, x: number, y: number, options = {}) =>
    label(text, x, y, {
      textAnchor: "middle",
      className: "plot-region",
      fontSize: narrow ? 13 : 15,
      ...options,
    });
  return [
    mark("rect", [{ x1: X[0], x2: X[1], y1: Y[0], y2: Y[1] }], {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      fill: "color-mix(in oklab, var(--bad) 14%, var(--paper))",
    }),
    ...BANDS.map(band),
    ...BANDS.slice(2, narrow ? -2 : -1).map(([rate]) =>
      label(String(rate), 1.45, rate * rate, {
        dy: 9,
        fontSize: 12,
        fill: "var(--ink-soft)",
        textAnchor: "middle",
        className: "plot-region",
      }),
    ),
    mark("line", criticalCurve, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1.5 }),
    mark("line", stabilityLimit, {
      x: "x",
      y: "y",
      stroke: "var(--bad)",
      strokeWidth: 1.5,
      strokeDasharray: "6 3",
    }),
    axisX({
      label: say("ηλ (square-root scale)"),
      ticks: narrow ? [0, 0.1, 0.5, 1, 2, 3, 4] : [0, 0.01, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4],
      format: (value) => String(value),
    }),
    axisY({ label: "β", ticks: 5 }),
    region(say("creeping"), 0.035, narrow ? 0.16 : 0.2),
    region(say("ringing"), 0.75, 0.56),
    // On a phone the word is wider than its region; there the readout says it.
    ...(narrow ? [] : [region(say("hopping"), 1.72, 0.032, { fontSize: 13 })]),
    region(say("divergent"), 2.95, 0.16),
    label(say("critical: β = (1 − √ηλ)²"), 0.21, 0.3, { dx: 10, ...small }),
    label(narrow ? "ηλ = 2(1 + β)" : say("limit: ηλ = 2(1 + β)"), 3.7, 0.85, {
      dx: -10,
      textAnchor: "end",
      ...small,
    }),
  ];
}

/** β = (1 − √(ηλ))², by s = √(ηλ). */
const criticalCurve = along((s) => [s * s, (1 - s) ** 2]);
/** ηλ = 2(1 + β), by s = 2β. */
const stabilityLimit = along((s) => [2 + s, s / 2]);
const small = { fontStyle: "italic", fontSize: 12, className: "plot-region" };

/** The chosen point is the draggable handle itself; a cross hair ties it to the axes. */
export function diagramForeground(p: number, beta: number): readonly MarkSpec[] {
  const thin = { stroke: "var(--ink)", strokeOpacity: 0.35, strokeDasharray: "2 3" };
  return [mark("ruleX", [p], thin), mark("ruleY", [beta], thin)];
}

/** A curve by its parameter s from 0 to 2. */
function along(point: (s: number) => readonly [number, number]): readonly object[] {
  return Array.from({ length: 101 }, (_, i) => {
    const [x, y] = point(i / 50);
    return { x, y };
  });
}
