import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { RareRun } from "./model.ts";
import { STEPS } from "./state.ts";

/** A line is drawn at about so many steps, evenly spread over the logarithm of t. */
const DRAWN = 220;

/** The logarithm of the step across, position upward. */
export function rareFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.75 : 0.46)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "linear", domain: [0, Math.log10(STEPS)] },
    y: { type: "linear", domain: [-1.12, 1.12] },
  };
}

export function rareBackground(): readonly MarkSpec[] {
  return [
    mark("ruleY", [1], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    mark("ruleY", [-1], { stroke: "var(--ink)", strokeDasharray: "1 3" }),
    label(say("the best place"), 0, -1, { dx: 8, dy: -9, fill: "var(--ink-soft)" }),
    axisX({
      label: say("step t"),
      ticks: [0, 1, 2, 3, 4, 5],
      format: (power) => (10 ** power).toLocaleString("en"),
    }),
    axisY({ label: say("position x"), ticks: [-1, -0.5, 0, 0.5, 1] }),
  ];
}

export function rareForeground(runs: readonly RareRun[]): readonly MarkSpec[] {
  const steps = Array.from({ length: DRAWN + 1 }, (_, i) => Math.round(STEPS ** (i / DRAWN)));
  return runs.flatMap(({ name, xs }, i) => {
    const points = [...new Set(steps)].map((t) => ({ x: Math.log10(t), y: xs[t] as number }));
    const { stroke } = methodLooks[name];
    return [
      mark("line", points, { x: "x", y: "y", strokeWidth: 1.75, ...methodLooks[name] }),
      label(i === 0 ? say("{name} (solid)", { name }) : say("{name} (dashed)", { name }), 0, 1, {
        dx: 8,
        dy: 14 + 17 * i,
        fill: stroke,
        fontWeight: 600,
      }),
    ];
  });
}
