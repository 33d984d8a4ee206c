import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type SaddleRun, standing } from "./model.ts";

/** The root of the step across, so that the first steps have room; y upward. */
export function courseFrame(width: number, length: number): PlotFrame {
  return {
    width,
    height: Math.round(Math.max(260, width * 1.25)),
    marginTop: 20,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 32,
    x: { type: "linear", domain: [0, Math.sqrt(length)] },
    y: { type: "linear", domain: [-1.7, 1.7] },
  };
}

export function courseBackground({ x }: PlotFrame): readonly MarkSpec[] {
  const steps = [0, 1, 4, 9, 16, 36, 64, 100, 196].filter((step) => step <= x.domain[1] ** 2);
  return [
    mark("ruleY", [1, -1], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
    mark("ruleY", [0], { stroke: "var(--plot-axis)" }),
    label(say("saddle"), x.domain[1], 0, { dy: 12, textAnchor: "end", fill: "var(--ink-soft)" }),
    axisX({
      label: say("step t"),
      ticks: steps.map(Math.sqrt),
      format: (root) => String(Math.round(root ** 2)),
    }),
    axisY({ label: "y", ticks: [-1, 0, 1] }),
  ];
}

/** y of every method against the step. */
export function courseForeground(
  runs: readonly SaddleRun[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const end = window.x[1] ** 2;
  const at = (run: SaddleRun, step: number) => ({ x: Math.sqrt(step), y: standing(run, step).y });
  const line = (run: SaddleRun, last: number, look: object) => {
    const steps = Array.from({ length: Math.floor(last) + 1 }, (_, i) => i);
    const rows = clipPath(
      steps.map((step) => at(run, step)),
      window,
    );
    return mark("line", rows, { x: "x", y: "y", ...methodLooks[run.name], ...look });
  };
  return [
    ...runs.map((run) =>
      line(run, end, { strokeWidth: 1, strokeOpacity: 0.4, strokeDasharray: "none" }),
    ),
    ...runs.flatMap((run) => [
      line(run, t, { strokeWidth: 2 }),
      ...standingAt(at(run, t), window, methodLooks[run.name].stroke),
    ]),
  ];
}
