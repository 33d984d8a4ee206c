import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { StepOrRateModel } from "./model.ts";
import { STEPS } from "./state.ts";

const looks = {
  fixedLength: { stroke: "var(--ink)", symbol: "square", name: "fixed length" },
  fixedRate: { stroke: "var(--method-gradient-descent)", symbol: "circle", name: "fixed rate" },
} as const;

const methods = ["fixedLength", "fixedRate"] as const;

/** Step across, position upward, or the size of the position as a power of ten. */
export function positionFrame(width: number, log: boolean): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.72 : 0.45)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: log ? [-7, 1] : [-1.2, 2.2] },
  };
}

export function positionBackground(log: boolean): readonly MarkSpec[] {
  return [
    ...(log ? [] : [mark("ruleY", [0], { stroke: "var(--plot-axis)" })]),
    axisX({ label: say("step t") }),
    log
      ? axisY({ label: say("distance to the minimum"), ticks: 5, format: powerOfTen })
      : axisY({ label: "x", ticks: 5 }),
  ];
}

/** Both runs up to step t, each with its name. */
export function positionForeground(
  model: StepOrRateModel,
  t: number,
  log: boolean,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const [, top] = window.y;
  return methods.flatMap((method, i) => {
    const { stroke, symbol, name } = looks[method];
    const points = model[method].map((x, at) => ({ x: at, y: log ? Math.log10(Math.abs(x)) : x }));
    const done = points.slice(0, t + 1);
    return [
      mark("line", clipPath(done, window), { x: "x", y: "y", stroke, strokeWidth: 1.5 }),
      mark(
        "dot",
        done.filter((point) => inside(point, window)),
        { x: "x", y: "y", r: 3, fill: stroke, symbol },
      ),
      label(`${i === 0 ? "■" : "●"} ${methodWords(name)}`, STEPS, top, {
        textAnchor: "end",
        dy: 6 + 18 * i,
        fill: stroke,
        fontWeight: 600,
      }),
    ];
  });
}
