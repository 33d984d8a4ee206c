import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { errorOf, type LocalModels } from "./model.ts";
import { looks } from "./slice.ts";
import { hTrack } from "./state.ts";

const NAMES = { 1: "tangent", 2: "parabola" } as const;
const SIZES = [1e-9, 1e3] as const;

/** Distance across, size of the error upward, both on logarithmic scales. */
export function errorsFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.86 : 0.42)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "log", domain: hTrack.domain },
    y: { type: "log", domain: SIZES },
  };
}

export function errorsBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("distance h"), ticks: [0.001, 0.01, 0.1], format: String }),
    axisY({
      label: say("size of the error"),
      ticks: [1e-9, 1e-6, 1e-3, 1, 1e3],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** The errors of both models against the distance, with their names, and h marked. */
export function errorsForeground(
  model: LocalModels,
  h: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const [from, to] = hTrack.domain;
  const shown = Array.from({ length: 121 }, (_, i) => from * (to / from) ** (i / 120));
  const size = (order: 1 | 2, at: number) => Math.abs(errorOf(model, order, at));
  return [
    mark("ruleX", [h], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...([1, 2] as const).flatMap((order) => {
      const rows = shown.map((at) => {
        const y = size(order, at);
        return { x: at, y: y >= SIZES[0] && y <= SIZES[1] ? y : undefined };
      });
      const named = rows[34];
      return [
        mark("line", rows, { x: "x", y: "y", strokeWidth: 2, ...looks[order] }),
        ...standingAt({ x: h, y: size(order, h) }, window, looks[order].stroke),
        ...(named?.y === undefined
          ? []
          : [
              label(NAMES[order], named.x, named.y, {
                dx: order === 1 ? -6 : 8,
                dy: order === 1 ? -12 : 14,
                textAnchor: order === 1 ? "end" : "start",
                fill: looks[order].stroke,
                fontWeight: 600,
              }),
            ]),
      ];
    }),
  ];
}
