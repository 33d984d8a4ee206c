import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { labMethods, type MethodId } from "./methods.ts";
import type { Curves } from "./run.ts";
import type { Measure } from "./state.ts";

/** Heights that the figure shows of each measure. */
const HEIGHTS: Readonly<Record<Measure, readonly [number, number]>> = {
  arrival: [1.3, 2.2],
  loss: [1.3, 2.2],
  accuracy: [0, 0.7],
};
const AXES: Readonly<Record<Measure, string>> = {
  arrival: say("mean loss of the sentences so far"),
  loss: say("mean loss, sentences held out"),
  accuracy: say("share right, sentences held out"),
};
/** Least distance of two names, in pixels. */
const APART = 17;

export function curvesFrame(width: number, measure: Measure, sentences: number): PlotFrame {
  return {
    width,
    height: Math.round(width * 0.86),
    marginTop: 22,
    marginRight: 76,
    marginBottom: 34,
    marginLeft: 30,
    x: { type: "linear", domain: [0, sentences] },
    y: { type: "linear", domain: HEIGHTS[measure] },
  };
}

/** The axes, and what guessing would give. */
export function curvesBackground(
  measure: Measure,
  chapters: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const guess = measure === "accuracy" ? 1 / chapters : Math.log(chapters);
  return [
    axisX({ label: say("sentences read"), ticks: 4 }),
    axisY({ label: AXES[measure], ticks: 5 }),
    mark("ruleY", [guess], { stroke: "var(--ink-soft)", strokeDasharray: "1 4" }),
    label(say("guessing"), frame.x.domain[1], guess, { dx: 7, fill: "var(--ink-soft)" }),
  ];
}

/** One line for each method, the chosen one strong, with its place after t sentences. */
export function curvesForeground(
  curves: Readonly<Record<MethodId, Curves>>,
  chosen: MethodId,
  measure: Measure,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const lines = labMethods.map((method) => {
    const { at } = curves[method.id];
    const points = curves[method.id][measure].map((y, i) => ({ x: at[i]!, y }));
    return { method, points, strong: method.id === chosen };
  });
  const own = lines.find(({ strong }) => strong)!;
  const now = own.points.findLast(({ x }) => x <= t)!;
  return [
    ...lines
      .toSorted((a, b) => Number(a.strong) - Number(b.strong))
      .map(({ method, points, strong }) =>
        mark("line", clipPath(points, window), {
          x: "x",
          y: "y",
          ...methodLooks[method.look],
          strokeWidth: strong ? 2.5 : 1.25,
        }),
      ),
    ...(inside(now, window)
      ? [
          mark("dot", [now], {
            x: "x",
            y: "y",
            r: 5,
            fill: methodLooks[own.method.look].stroke,
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
        ]
      : []),
    ...names(lines, frame),
  ];
}

/** Each name at the end of its line, moved apart where two lines end near each other. */
function names(
  lines: readonly {
    readonly method: (typeof labMethods)[number];
    readonly points: readonly { readonly y: number }[];
    readonly strong: boolean;
  }[],
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const tall = frame.height - frame.marginTop - frame.marginBottom;
  let ceiling = -APART;
  const placed = lines
    .map((line) => ({ line, y: ((high - line.points.at(-1)!.y) / (high - low)) * tall }))
    .toSorted((a, b) => a.y - b.y)
    .map(({ line, y }) => {
      ceiling = Math.max(Math.max(0, y), ceiling + APART);
      return { line, y: ceiling };
    });
  let floor = tall;
  return placed.toReversed().map(({ line, y }) => {
    const dy = Math.min(y, floor);
    floor = dy - APART;
    return label(line.method.label, frame.x.domain[1], high, {
      dx: 7,
      dy,
      fill: methodLooks[line.method.look].stroke,
      fontWeight: line.strong ? 600 : 400,
    });
  });
}
