import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type ContestRun, LIMIT, type Runner } from "./model.ts";

/** A colour and a dash for each: gradients, carried directions, learned curvature, known curvature. */
export const looks: Readonly<Record<Runner, Look>> = {
  "fixed rate": methodLooks["gradient descent"],
  backtracking: { stroke: "var(--gradient)", strokeDasharray: "1.5 2.5" },
  "conjugate gradients": { stroke: "var(--velocity)" },
  "L-BFGS": { stroke: "var(--curvature)", strokeDasharray: "8 3" },
  BFGS: { stroke: "var(--curvature)" },
  Newton: { stroke: "var(--ink)" },
  "trust region": { stroke: "var(--ink)", strokeDasharray: "4 3" },
};

const LOWEST = 1e-12;

export function contestFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.85 : 0.5)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "log", domain: [1, LIMIT] },
    y: { type: "log", domain: [LOWEST, 100] },
  };
}

export function contestBackground(): readonly MarkSpec[] {
  const power = (value: number) => powerOfTen(Math.round(Math.log10(value)));
  return [
    axisX({ label: say("evaluations"), ticks: [1, 10, 100, 1000, 10_000], format: power }),
    axisY({ label: "f", ticks: [1e-12, 1e-9, 1e-6, 1e-3, 1], format: power }),
  ];
}

export function contestForeground(runs: readonly ContestRun[]): readonly MarkSpec[] {
  return [
    ...runs.map(({ name, curve }) =>
      mark(
        "line",
        curve.map(({ x, y }) => ({ x: Math.min(x, LIMIT), y: Math.max(y, LOWEST) })),
        { x: "x", y: "y", strokeWidth: 1.75, ...looks[name] },
      ),
    ),
    ...runs
      .filter(({ converged }) => converged)
      .map(({ name, curve }) =>
        mark(
          "dot",
          curve.slice(-1).map(({ x, y }) => ({ x, y: Math.max(y, LOWEST) })),
          {
            x: "x",
            y: "y",
            r: 4.5,
            fill: looks[name].stroke,
          },
        ),
      ),
  ];
}
