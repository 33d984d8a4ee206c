import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { runnerLooks } from "./looks.ts";
import type { Sweep } from "./model.ts";
import type { Runner } from "./state.ts";

const X = [Math.log10(0.004), Math.log10(4)] as const;
const Y = [-2, 0.4] as const;
/** Where a name stands at the lowest point of its line; RMSprop's is left of Adam's. */
const SIDE = { dy: 14, textAnchor: "middle" };

/** The logarithm of the rate across, that of the error upward. */
export function sweepFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.75 : 0.4)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: X },
    y: { type: "linear", domain: Y },
  };
}

export function sweepBackground(): readonly MarkSpec[] {
  return [
    axisX({
      label: say("learning rate η"),
      ticks: [0.01, 0.03, 0.1, 0.3, 1, 3].map(Math.log10),
      format: (power) => String(Number((10 ** power).toPrecision(1))),
    }),
    axisY({ label: say("error of the rare weight"), ticks: [-2, -1, 0], format: powerOfTen }),
  ];
}

/** A line for each method, its lowest point, and the two rates that are set. */
export function sweepForeground(
  sweeps: readonly Sweep[],
  rates: readonly { readonly runner: Runner; readonly eta: number }[],
): readonly MarkSpec[] {
  const log = ({ eta, error }: Sweep["best"]) => ({
    x: Math.log10(eta),
    y: Math.log10(Math.max(error, 1e-9)),
  });
  return [
    ...rates.map(({ runner, eta }) =>
      mark("ruleX", [Math.log10(eta)], {
        stroke: runnerLooks[runner].stroke,
        strokeOpacity: 0.6,
        strokeDasharray: "1 3",
      }),
    ),
    ...sweeps.flatMap(({ runner, errors, best }) => {
      const finite = errors.filter(({ error }) => Number.isFinite(error)).map(log);
      const { stroke } = runnerLooks[runner];
      const lowest = log(best);
      return [
        mark("line", clipPath(finite, { x: X, y: Y }), {
          x: "x",
          y: "y",
          strokeWidth: 2,
          ...runnerLooks[runner],
        }),
        mark("dot", [lowest], { x: "x", y: "y", r: 4, fill: stroke }),
        label(methodWords(runner), lowest.x, lowest.y, {
          ...(runner === "RMSprop" ? { dx: -9, dy: 6, textAnchor: "end" } : SIDE),
          fill: stroke,
          fontWeight: 600,
        }),
      ];
    }),
  ];
}
