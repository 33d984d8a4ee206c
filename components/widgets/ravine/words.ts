import { say, sayCount } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { Descent, RavineModel } from "./model.ts";
import { LONGEST, type RavineState } from "./state.ts";

/** How a run ended, in a few words: "24 steps", "diverged at step 9". */
export function ending(descent: Descent): string {
  if (descent.reached !== undefined)
    return sayCount({ one: "{count} step", other: "{count} steps" }, descent.reached);
  if (descent.diverged !== undefined)
    return say("diverged at step {step}", { step: descent.diverged });
  return say("not there after {steps} steps", { steps: LONGEST });
}

/** The state of the figure in one or two sentences. */
export function ravineSummary(state: RavineState, model: RavineModel, t: number): string {
  const { kappa, eta, beta, x, y } = state;
  const setting = say(
    "In the bowl with curvatures 1 and {curvature}, from {point}, momentum with η = {eta} and β = {beta}",
    { curvature: kappa, point: pair(x, y), eta: significant(eta), beta: significant(beta) },
  );
  const verdict = {
    reached: (n: number) =>
      say("comes a thousand times closer to the minimum in {steps}", {
        steps: sayCount({ one: "{count} step", other: "{count} steps" }, n),
      }),
    diverged: (n: number) => say("diverged at step {step}", { step: n }),
    neither: say("is still not a thousand times closer after {steps} steps", { steps: LONGEST }),
  };
  const mine = model.momentum;
  const result =
    mine.reached !== undefined
      ? verdict.reached(mine.reached)
      : mine.diverged !== undefined
        ? verdict.diverged(mine.diverged)
        : verdict.neither;
  const at = model.momentum.points[t];
  return sentences(
    say("{setting} {result}; gradient descent at its best rate {bestEta} needs {steps}.", {
      setting,
      result,
      bestEta: significant(model.bestEta),
      steps: ending(model.gradientDescent),
    }),
    at && say("At step {t} it is at {point}.", { t, point: pair(at.x, at.y) }),
  );
}

/** The iterates and distances of both runs. */
export function ravineTable({ momentum, gradientDescent }: RavineModel): TableData {
  const length = Math.max(momentum.points.length, gradientDescent.points.length);
  const cell = (descent: Descent, t: number) => {
    const point = descent.points[t];
    return point === undefined
      ? ["–", "–"]
      : [pair(point.x, point.y, 4), fixed(descent.distances[t] as number, 4)];
  };
  return {
    caption: say("Positions and distances to the minimum, relative to the start"),
    columns: [
      "t",
      say("momentum θ"),
      say("distance of momentum"),
      say("gradient descent θ"),
      say("distance of gradient descent"),
    ],
    rows: thinned(length).map((t) => [
      String(t),
      ...cell(momentum, t),
      ...cell(gradientDescent, t),
    ]),
  };
}
