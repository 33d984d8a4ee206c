import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type BayesianModel, bestAfter, FIRST } from "./model.ts";
import type { BayesianState } from "./state.ts";

/** The state of the figure in words. */
export function bayesianSummary(
  { length }: BayesianState,
  model: BayesianModel,
  t: number,
): string {
  const { trials } = model;
  const setting = say("Believed to change over ℓ = {length} powers of ten", {
    length: significant(length, 2),
  });
  const best = bestAfter(trials, t);
  if (best === undefined) return say("{setting}; no trial has been made yet.", { setting });
  const so = sayCount(
    {
      one: "After {count} trial the lowest loss is {loss}, at r = {r}",
      other: "After {count} trials the lowest loss is {loss}, at r = {r}",
    },
    t,
    { loss: fixed(best.score, 4), r: fixed(best.values.r, 3) },
  );
  const next = trials[t];
  const then =
    next === undefined
      ? say("All trials are made")
      : t < FIRST.length
        ? say("The next trial, at r = {r}, is given", { r: fixed(next.values.r, 3) })
        : say(
            "The next trial is asked for at r = {r}, where the expected improvement is {expectedImprovement}",
            {
              r: fixed(next.values.r, 3),
              expectedImprovement: significant(next.reason?.expectedImprovement ?? 0, 2),
            },
          );
  return `${setting}. ${so}. ${then}.`;
}

/** Every trial with the reason for it. */
export function bayesianTable({ trials }: BayesianModel): TableData {
  return {
    caption: say("The trials in their order; the learning rate is 10 to the r"),
    columns: [
      say("trial"),
      "r",
      say("loss"),
      say("expected improvement before it"),
      say("lowest loss so far"),
    ],
    rows: trials.map(({ values, score, reason }, i) => [
      String(i + 1),
      fixed(values.r, 3),
      fixed(score, 4),
      reason === undefined ? "given" : significant(reason.expectedImprovement, 2),
      fixed(bestAfter(trials, i + 1)?.score ?? Number.NaN, 4),
    ]),
  };
}
