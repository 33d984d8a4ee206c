import { axisX, axisY } from "#src/plotting/axes.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { label } from "#src/plotting/label.ts";
import { momentumRate } from "#src/plotting/momentum-roots.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";

const X = [0, 4] as const;
const Y = [0, 1] as const;

/** Limits of the bands of equal rate, each with the share of colour of the band above it. */
const BANDS: readonly (readonly [number, number])[] = [
  [0, 46],
  [0.4, 38],
  [0.6, 30],
  [0.7, 23],
  [0.8, 16],
  [0.9, 10],
  [0.95, 5],
  [0.98, 2],
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

/** Bands of max |σ|, the two curves, and the names of the regions. */
export function diagramBackground({ width }: PlotFrame): readonly MarkSpec[] {
  const narrow = width < 500;
  // Sampled evenly along the axis as drawn, which is that of √(ηλ).
  const bent = contourGrid((s, beta) => momentumRate(s * s, beta), { x: [0, 2], y: Y }, 200, 120);
  const grid = { ...bent, window: { x: X, y: Y } };
  const band = ([from, share]: readonly [number, number]) =>
    contours(grid, [from], {
      fill: `color-mix(in oklab, var(--velocity) ${share}%, var(--paper))`,
      stroke: "none",
    });
  const curve = (points: readonly object[], options: object) =>
    mark("line", points, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1.5, ...options });
  const region = (text: string, x: number, y: number, options = {}) =>
    label(text, x, y, {
      textAnchor: "middle",
      className: "plot-region",
      fontSize: narrow ? 13 : 15,
      ...options,
    });
  return [
    ...BANDS.map(band),
    contours(grid, [1], {
      fill: "color-mix(in oklab, var(--bad) 16%, var(--paper))",
      stroke: "none",
    }),
    curve(
      along((s) => [s * s, (1 - s) ** 2]),
      {},
    ),
    curve(
      along((s) => [2 * (1 + s / 2), s / 2]),
      {
        strokeDasharray: "6 3",
        stroke: "var(--bad)",
      },
    ),
    axisX({
      label: "ηλ (square-root scale)",
      ticks: narrow ? [0, 0.1, 0.5, 1, 2, 3, 4] : [0, 0.01, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4],
      format: (value) => String(value),
    }),
    axisY({ label: "β", ticks: 5 }),
    region("creeping", 0.035, narrow ? 0.16 : 0.2),
    region("ringing", 1, 0.6),
    region("hopping", narrow ? 1.62 : 1.65, 0.045, { fontSize: narrow ? 12 : 14 }),
    region("divergent", 2.95, 0.16),
    label("critical: β = (1 − √ηλ)²", 0.21, 0.3, { dx: 10, ...small }),
    label(narrow ? "ηλ = 2(1 + β)" : "limit: ηλ = 2(1 + β)", 3.7, 0.85, {
      dx: -10,
      textAnchor: "end",
      ...small,
    }),
  ];
}

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
