import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { losingStarts, type SpringRun, slope } from "./model.ts";
import { SHOWN, WINDOW } from "./state.ts";

const MARGIN = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 40 };
const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;

/** Position across, slope upward. */
export function slopeFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.66 : 0.4));
  return { width, height, ...MARGIN, x: linear(WINDOW.x), y: linear(WINDOW.y) };
}

/** Where the band of losing starts stands, in units of slope. */
const BAND = [-130, -118] as const;
let band: readonly { readonly from: number; readonly to: number }[] | undefined;

/** The slope with its soft piece, and below it the starts from which momentum never arrives. */
export function slopeBackground({ width }: PlotFrame): readonly MarkSpec[] {
  band ??= losingStarts();
  const corners = [WINDOW.x[0], 1, 2, WINDOW.x[1]].map((x) => ({ x, y: slope(x) }));
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    mark("rect", band, {
      x1: "from",
      x2: "to",
      y1: BAND[0],
      y2: BAND[1],
      fill: "var(--method-momentum)",
      fillOpacity: 0.55,
    }),
    label(
      width < 500
        ? say("starts that never arrive")
        : say("starts from which momentum never arrives"),
      WINDOW.x[1],
      BAND[1],
      { dy: -10, textAnchor: "end", fill: "var(--method-momentum)" },
    ),
    mark("line", corners, { x: "x", y: "y", stroke: "var(--ink-soft)", strokeWidth: 1.75 }),
    label(say("curvature 1"), 1.5, slope(1.5), {
      dy: -14,
      textAnchor: "end",
      fill: "var(--ink-soft)",
    }),
    axisX({ label: "x", ticks: width < 500 ? 6 : 11 }),
    axisY({ label: say("slope f′(x)"), ticks: [-100, -50, 0, 50, 100] }),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" }),
  ];
}

/** Where momentum has been up to step t, on the line of slopes. */
export function slopeForeground(runs: readonly SpringRun[], t: number): readonly MarkSpec[] {
  const ball = runs.find(({ name }) => name === "momentum") as SpringRun;
  const on = (x: number) => ({ x, y: slope(x) });
  const now = on(ball.xs[t] as number);
  const seen = ball.xs.slice(0, t + 1).map(on);
  return [
    dots(
      seen.filter((point) => inside(point, WINDOW)),
      4.5,
      "var(--method-momentum)",
    ),
    ...(inside(now, WINDOW) ? [standing(now, "var(--method-momentum)")] : []),
  ];
}

/** Step across, position upward. */
export function courseFrame(width: number): PlotFrame {
  const height = Math.round(width * (width < 500 ? 0.66 : 0.4));
  return { width, height, ...MARGIN, x: linear([0, SHOWN]), y: linear([-4.4, 5.2]) };
}

/** Where the slope is soft, and the minimum. */
export function courseBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    mark("rect", [{ from: 1, to: 2 }], {
      x1: 0,
      x2: SHOWN,
      y1: "from",
      y2: "to",
      fill: "var(--ink-soft)",
      fillOpacity: 0.12,
    }),
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    axisX({ label: say("step t"), ticks: width < 500 ? 5 : 9 }),
    axisY({ label: say("position x"), ticks: [-4, -2, 0, 2, 4] }),
  ];
}

/** The three runs; step t marked. */
export function courseForeground(
  runs: readonly SpringRun[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...runs.flatMap(({ name, xs }, i) => {
      const stroke = methodLooks[name].stroke as string;
      const now = { x: t, y: xs[t] as number };
      return [
        mark("line", series(xs, frame), {
          x: "x",
          y: "y",
          strokeWidth: 1.75,
          ...methodLooks[name],
        }),
        ...(inside(now, window) ? [standing(now, stroke)] : []),
        label(methodWords(name), SHOWN, 5.2, {
          dy: 5 + 17 * i,
          textAnchor: "end",
          fill: stroke,
          fontWeight: 600,
        }),
      ];
    }),
  ];
}

function standing(at: { readonly x: number; readonly y: number }, fill: string): MarkSpec {
  return mark("dot", [at], {
    x: "x",
    y: "y",
    r: 5,
    fill,
    stroke: "var(--paper)",
    strokeWidth: 1.5,
  });
}
