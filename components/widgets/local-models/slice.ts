import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type LocalModels, modelAlong, valueAlong } from "./model.ts";
import { type Ground, REACH, WELL } from "./state.ts";

/** The tangent in the colour of gradients, the parabola in that of curvature. */
export const looks = {
  1: { stroke: "var(--gradient)", strokeDasharray: "7 3" },
  2: { stroke: "var(--curvature)" },
} as const;

/** The part of the line that is shown, in distances from the point. */
function span(model: LocalModels, ground: Ground): readonly [number, number] {
  if (ground === "rosenbrock") return [-REACH, REACH];
  const at = model.point[0] as number;
  return [WELL.x[0] - at, WELL.x[1] - at];
}

const distances = ([from, to]: readonly [number, number]) =>
  Array.from({ length: 161 }, (_, i) => from + (i / 160) * (to - from));

/** The line across, the height upward: room for the function, and what fits of the models. */
export function sliceFrame(width: number, model: LocalModels, ground: Ground): PlotFrame {
  const margins = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 44 };
  const height = Math.round(width * (width < 500 ? 0.72 : 0.42));
  if (ground === "double-well")
    return {
      width,
      height,
      ...margins,
      x: { type: "linear", domain: WELL.x },
      y: { type: "linear", domain: WELL.y },
    };
  const heights = distances(span(model, ground)).map((h) => valueAlong(model, h));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const room = 0.12 * (high - low || 1);
  return {
    width,
    height,
    ...margins,
    x: { type: "linear", domain: [-REACH, REACH] },
    y: { type: "linear", domain: [low - 2.5 * room, high + room] },
  };
}

export function sliceBackground(ground: Ground): readonly MarkSpec[] {
  return [
    axisX({ label: ground === "rosenbrock" ? say("distance from the point") : "x", ticks: 5 }),
    axisY({ label: "f", ticks: 5 }),
  ];
}

/** The function along the line with both models, and the distance at which they are compared. */
export function sliceForeground(
  model: LocalModels,
  ground: Ground,
  h: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const origin = ground === "rosenbrock" ? 0 : (model.point[0] as number);
  const curve = (of: (h: number) => number, look: object) =>
    mark(
      "line",
      clipPath(
        distances(span(model, ground)).map((s) => ({ x: origin + s, y: of(s) })),
        window,
      ),
      { x: "x", y: "y", strokeWidth: 2, ...look },
    );
  return [
    mark("ruleX", [origin + h], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    curve((s) => valueAlong(model, s), { stroke: "var(--ink-soft)", strokeWidth: 2.5 }),
    curve((s) => modelAlong(model, 1, s), looks[1]),
    curve((s) => modelAlong(model, 2, s), looks[2]),
    ...standingAt({ x: origin, y: model.f }, window, "var(--ink)"),
    label(`h = ${h}`, origin + h, frame.y.domain[1], {
      dy: 2,
      dx: 5,
      fill: "var(--ink-soft)",
    }),
  ];
}
