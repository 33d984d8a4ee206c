import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { significant } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { toPixels } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Basin, NewtonRun, Stand } from "./model.ts";
import type { Curve, Rest } from "./state.ts";

const COLOUR = "var(--method-newton)";

export function graphFrame(width: number, { window }: Curve): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.85 : 0.5)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: window.x },
    y: { type: "linear", domain: window.y },
  };
}

const sampled = ([left, right]: readonly [number, number]) =>
  Array.from({ length: 321 }, (_, i) => left + (i / 320) * (right - left));

/** The graph, its stationary points, and the bar of where starts end. */
export function graphBackground(
  curve: Curve,
  basins: readonly Basin[],
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { window, objective, domain, rests } = curve;
  const at = (x: number) => objective.value(Float64Array.of(x));
  const graph = sampled(window.x)
    .filter((x) => x > domain[0] && x < domain[1])
    .map((x) => ({ x, y: at(x) }));
  const points = (kind: Rest["kind"]) =>
    rests.filter((rest) => rest.kind === kind).map(({ x }) => ({ x, y: at(x) }));
  const dot = { x: "x", y: "y", r: 5, stroke: "var(--ink)" };
  return [
    ...bar(basins, frame),
    mark("line", clipPath(graph, window), {
      x: "x",
      y: "y",
      stroke: "var(--ink-soft)",
      strokeWidth: 2,
    }),
    axisX({ label: "x", ticks: 7 }),
    axisY({ label: "f(x)", ticks: 5 }),
    mark("dot", points("minimum"), { ...dot, symbol: "plus" }),
    mark("dot", points("maximum"), { ...dot, symbol: "times" }),
  ];
}

/** The bar's share of the height. */
const BAR = 0.05;
/** A word needs about so many pixels for each letter. */
const LETTER = 6.6;

/** One piece for every range of starts that end in one place, the wide ones with its name. */
function bar(basins: readonly Basin[], frame: PlotFrame): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const top = low + BAR * (high - low);
  const pieces = basins.map(({ from, to, rest }) => ({
    x1: from,
    x2: to,
    y1: low,
    y2: top,
    rest,
  }));
  const piece = (kind: Rest["kind"], fill: string, fillOpacity: number, positive: boolean) =>
    mark(
      "rect",
      pieces.filter(({ rest }) => rest?.kind === kind && rest.x > 0.5 === positive),
      { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill, fillOpacity },
    );
  return [
    piece("minimum", COLOUR, 0.75, true),
    piece("minimum", COLOUR, 0.4, false),
    piece("maximum", "var(--bad)", 0.85, false),
    ...basins.flatMap(({ from, to, rest }) => {
      const text = rest === undefined ? "nowhere" : `to ${significant(rest.x, 3)}`;
      const wide = toPixels(frame, { x: to, y: 0 }).x - toPixels(frame, { x: from, y: 0 }).x;
      if (wide < text.length * LETTER) return [];
      return [
        label(text, (from + to) / 2, top, {
          textAnchor: "middle",
          dy: -8,
          fill: rest?.kind === "maximum" ? "var(--bad)" : "var(--ink-soft)",
        }),
      ];
    }),
  ];
}

/** The parabola at step t and where it leads, with the points before it. */
export function graphForeground(
  newtonRun: NewtonRun,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { curve, stands } = newtonRun;
  const window = { x: frame.x.domain, y: frame.y.domain };
  const now = stands[t] as Stand;
  const next = stands[t + 1];
  const model = (x: number) => now.f + now.slope * (x - now.x) + (now.bend * (x - now.x) ** 2) / 2;
  const parabola = sampled(curve.window.x).map((x) => ({ x, y: model(x) }));
  const before = stands.slice(0, t).map(({ x, f }) => ({ x, y: f }));
  const vertex = next && { x: next.x, y: model(next.x) };
  const down = vertex && { x: next.x, y: Number.isFinite(next.f) ? next.f : vertex.y };
  const known = Number.isFinite(now.f) && Number.isFinite(now.bend);
  return [
    ...(known
      ? [
          mark("line", clipPath(parabola, window), {
            x: "x",
            y: "y",
            stroke: "var(--curvature)",
            strokeWidth: 1.75,
            strokeDasharray: "6 3",
          }),
        ]
      : []),
    ...(vertex === undefined || down === undefined
      ? []
      : [
          mark("line", clipPath([vertex, down], window), {
            x: "x",
            y: "y",
            stroke: COLOUR,
            strokeDasharray: "2 3",
          }),
          ...(inside(vertex, window)
            ? [
                mark("dot", [vertex], {
                  x: "x",
                  y: "y",
                  r: 4,
                  fill: "var(--paper)",
                  stroke: COLOUR,
                  strokeWidth: 1.5,
                }),
              ]
            : []),
        ]),
    dots(
      before.filter((point) => inside(point, window)),
      6,
      COLOUR,
    ),
    ...standingAt({ x: now.x, y: now.f }, window, COLOUR),
    ...(inside({ x: now.x, y: now.f }, window) ? [] : [away(now, frame)]),
  ];
}

/** On which side of the picture a point has got lost, or that there is nothing to stand on. */
function away({ x, f }: Stand, frame: PlotFrame): MarkSpec {
  const [left, right] = frame.x.domain;
  const middle = (left + right) / 2;
  const where = significant(x, 4);
  const look = { dy: 4, fill: "var(--bad)", fontWeight: 600 };
  const say = (text: string, at: number, textAnchor: string) =>
    label(text, at, frame.y.domain[1], { ...look, textAnchor });
  if (!Number.isFinite(f)) return say(`f is not defined at ${where}`, middle, "middle");
  if (x < left) return say(`← at ${where}`, left, "start");
  if (x > right) return say(`at ${where} →`, right, "end");
  return say(`↑ above ${where}`, x, x < middle ? "start" : "end");
}
