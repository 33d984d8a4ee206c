import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { lowest, type Step, type Walk } from "./model.ts";
import type { OneVariableState } from "./state.ts";

/** How a run ended, in a few words. */
export function ending({ curve, steps, rest, diverged }: Walk): string {
  const count = sayCount({ one: "{count} step", other: "{count} steps" }, steps.length - 1);
  if (rest !== undefined)
    return say("comes to rest at {x} after {steps}", {
      x: significant(rest.x[0] as number, 5),
      steps: count,
    });
  if (diverged !== undefined) return say("diverged at step {step}", { step: diverged });
  const { x } = steps.at(-1) as Step;
  const near = curve.problem.criticalPoints.some(
    (point) =>
      Math.abs((point.x[0] as number) - x) < 0.02 * (curve.window.x[1] - curve.window.x[0]),
  );
  return near
    ? say("is not quite at rest after {steps}", { steps: count })
    : say("has not settled after {steps}", { steps: count });
}

/** The state of the figure in two sentences. */
export function walkSummary(state: OneVariableState, walk: Walk, t: number): string {
  const step = walk.steps[t] as Step;
  const start = say("On {function} from {x} with η = {eta} the run {ending}.", {
    function: walk.curve.label,
    x: significant(state.x),
    eta: significant(state.eta),
    ending: ending(walk),
  });
  return say("{run} At step {t} it is at {x}, where f = {f} and the slope is {slope}.", {
    run: start,
    t,
    x: significant(step.x, 5),
    f: significant(step.f, 4),
    slope: significant(step.slope, 4),
  });
}

/** Position, value and slope, step by step. */
export function walkTable({ curve, steps }: Walk): TableData {
  return {
    caption: say("Gradient descent on {function}", { function: curve.label }),
    columns: ["t", "x", "f(x)", say("above the lowest"), say("slope")],
    rows: thinned(steps.length).map((t) => {
      const { x, f, slope } = steps[t] as Step;
      return [
        String(t),
        significant(x, 5),
        significant(f, 4),
        significant(f - lowest(curve), 3),
        significant(slope, 4),
      ];
    }),
  };
}
