import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import {
  afterSteps,
  cubic,
  imageOfCircle,
  quintic,
  rotation,
  singularValues,
  type TwoByTwo,
} from "./model.ts";
import type { OrthogonalizeState } from "./state.ts";

const QUINTIC = { stroke: "var(--accent)" } as const;
const CUBIC = { stroke: "var(--ink)", strokeDasharray: "6 3" } as const;
const SMALLEST = 0.003;

export function valuesFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 360 ? 0.85 : 0.72)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 34,
    x: { type: "log", domain: [SMALLEST, 1] },
    y: { type: "linear", domain: [0, 1.3] },
  };
}

export function valuesBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("singular value before"), ticks: [0.01, 0.1, 1], format: String }),
    axisY({ label: say("after"), ticks: [0, 0.5, 1], format: String }),
    mark("ruleY", [1], { stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
  ];
}

/** What t steps of either iteration make of every singular value, and of the two of the matrix. */
export function valuesForeground({ small, t }: OrthogonalizeState): readonly MarkSpec[] {
  const sigmas = Array.from({ length: 161 }, (_, i) => SMALLEST ** (1 - i / 160));
  const curve = (of: (sigma: number, steps: number) => number, look: object) =>
    mark(
      "line",
      sigmas.map((x) => ({ x, y: of(x, t) })),
      { x: "x", y: "y", ...look },
    );
  const own = singularValues(small);
  const dots = (of: (sigma: number, steps: number) => number, fill: string) =>
    mark(
      "dot",
      own.map((x) => ({ x, y: of(x, t) })),
      { x: "x", y: "y", r: 4.5, fill, stroke: "var(--paper)" },
    );
  return [
    mark("ruleX", own, { stroke: "var(--ink)", strokeOpacity: 0.2 }),
    curve(cubic, { ...CUBIC, strokeWidth: 1.5 }),
    curve(quintic, { ...QUINTIC, strokeWidth: 2 }),
    dots(cubic, CUBIC.stroke),
    dots(quintic, QUINTIC.stroke),
    label(say("Muon’s"), 1, 0, {
      dx: -8,
      dy: -32,
      textAnchor: "end",
      fill: QUINTIC.stroke,
      fontWeight: 600,
    }),
    label(say("classical"), 1, 0, {
      dx: -8,
      dy: -14,
      textAnchor: "end",
      fill: CUBIC.stroke,
      fontWeight: 600,
    }),
  ];
}

const REACH = 1.35;

export function circleFrame(width: number): PlotFrame {
  const margins = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 30 };
  const across = width - margins.marginLeft - margins.marginRight;
  return {
    width,
    height: Math.round(across + margins.marginTop + margins.marginBottom),
    ...margins,
    x: { type: "linear", domain: [-REACH, REACH] },
    y: { type: "linear", domain: [-REACH, REACH] },
  };
}

export function circleBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: "", ticks: [-1, 0, 1], format: String }),
    axisY({ label: say("image of the unit circle"), ticks: [-1, 0, 1], format: String }),
    outline(rotation, { stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
  ];
}

/** Where M/‖M‖ sends the unit circle and its first axis, and where the matrix after t steps does. */
export function circleForeground({ small, t }: OrthogonalizeState): readonly MarkSpec[] {
  const now = afterSteps(small, t);
  return [
    outline(afterSteps(small, 0), { stroke: "var(--ink)", strokeWidth: 1 }),
    outline(now, { ...QUINTIC, strokeWidth: 2 }),
    spoke(afterSteps(small, 0), "var(--ink)"),
    spoke(now, QUINTIC.stroke),
  ];
}

function outline(matrix: TwoByTwo, look: object): MarkSpec {
  return mark("line", imageOfCircle(matrix), { x: "x", y: "y", ...look });
}

/** The image of the first axis. */
function spoke([a, , c]: TwoByTwo, stroke: string): MarkSpec {
  return mark("link", [{ x1: 0, y1: 0, x2: a, y2: c }], {
    x1: "x1",
    y1: "y1",
    x2: "x2",
    y2: "y2",
    stroke,
    strokeWidth: 1.5,
  });
}
