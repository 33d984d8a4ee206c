import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, clipSegment, inside } from "#src/plotting/clip.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Step, Walk } from "./model.ts";
import type { Curve } from "./state.ts";
import { ending } from "./words.ts";

const COLOUR = "var(--method-gradient-descent)";

/** The graph of the function, as wide as the page. */
export function graphFrame(width: number, { window }: Curve): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.78 : 0.5)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: window.x },
    y: { type: "linear", domain: window.y },
  };
}

/** The curve itself, its axes and its minima. */
export function graphBackground(curve: Curve): readonly MarkSpec[] {
  const { problem, window } = curve;
  const [left, right] = window.x;
  const graph = Array.from({ length: 241 }, (_, i) => {
    const x = left + (i / 240) * (right - left);
    return { x, y: valueAt(curve, x) };
  });
  const minima = problem.criticalPoints.filter(({ kind }) => kind === "minimum");
  return [
    mark("line", clipPath(graph, window), {
      x: "x",
      y: "y",
      stroke: "var(--ink-soft)",
      strokeWidth: 1.75,
    }),
    axisX({ label: "x", ticks: 7 }),
    axisY({ label: "f(x)", ticks: 5 }),
    mark(
      "dot",
      minima.map(({ x, f }) => ({ x: x[0], y: f })),
      { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" },
    ),
  ];
}

/** The run up to step t on the curve, with the tangent at step t. */
export function graphForeground(walk: Walk, t: number, frame: PlotFrame): readonly MarkSpec[] {
  const { curve, steps, diverged } = walk;
  const { window } = curve;
  const points = steps.map(({ x, f }) => ({ x, y: f }));
  const path = points.slice(0, (diverged ?? points.length) + 1);
  const done = path.slice(0, t + 1);
  const now = steps[t] as Step;
  const here = { x: now.x, y: now.f };
  const [left, right] = window.x;
  const [, top] = window.y;
  return [
    mark(
      "dot",
      path.slice(t + 1).filter((point) => inside(point, window)),
      { x: "x", y: "y", r: 2, fill: COLOUR, fillOpacity: 0.35 },
    ),
    ...(inside(here, window) ? tangent(now, frame) : []),
    mark("line", clipPath(done, window), {
      x: "x",
      y: "y",
      stroke: COLOUR,
      strokeWidth: 1.25,
      strokeOpacity: 0.7,
    }),
    dots(
      done.filter((point) => inside(point, window)),
      5,
      COLOUR,
    ),
    ...(inside(here, window)
      ? [
          mark("dot", [here], {
            x: "x",
            y: "y",
            r: 5.5,
            fill: COLOUR,
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
        ]
      : []),
    label(ending(walk), (left + right) / 2, top, {
      textAnchor: "middle",
      dy: 4,
      fill: diverged === undefined ? COLOUR : "var(--bad)",
      fontWeight: 600,
    }),
  ];
}

/** Half the length of the tangent, in pixels. */
const HALF = 54;

/** A piece of the tangent, as long on the screen whatever the slope. */
function tangent({ x, f, slope }: Step, frame: PlotFrame): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const across = (frame.width - frame.marginLeft - frame.marginRight) / span(window.x);
  const up = (frame.height - frame.marginTop - frame.marginBottom) / span(window.y);
  const reach = HALF / Math.hypot(across, slope * up);
  const end = (sign: number): Point => ({ x: x + sign * reach, y: f + sign * reach * slope });
  const piece = clipSegment(end(-1), end(1), window);
  if (piece === undefined) return [];
  return [mark("line", piece, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 1.5 })];
}

function span([from, to]: readonly [number, number]): number {
  return to - from;
}

export function valueAt({ problem }: Curve, x: number): number {
  return problem.value(Float64Array.of(x));
}
