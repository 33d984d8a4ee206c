import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { WeightsModel } from "./model.ts";
import type { WeightsState } from "./state.ts";

/** A share as the figure prints it: "65.1 %". */
export const percent = (share: number) => `${fixed(100 * share, 1)} %`;

/** The state of the figure in words. */
export function weightsSummary({ beta, t }: WeightsState, model: WeightsModel): string {
  const { weights, mass, window, inWindow, halfLife, meanAge, effectiveSize } = model;
  return sayCount(
    {
      one: "With β = {beta} the newest number has the weight {newest}. After {numbers} the weights add up to {sum}. A window of {window} step has {share} of all weight; a weight falls to a half in {halfLife} steps, the half-life. In the long run the mean age is {meanAge} steps and the effective sample size {size}.",
      other:
        "With β = {beta} the newest number has the weight {newest}. After {numbers} the weights add up to {sum}. A window of {window} steps has {share} of all weight; a weight falls to a half in {halfLife} steps, the half-life. In the long run the mean age is {meanAge} steps and the effective sample size {size}.",
    },
    window,
    {
      beta: significant(beta),
      newest: significant(weights[0] as number),
      numbers: sayCount({ one: "{count} number", other: "{count} numbers" }, t),
      sum: fixed(mass, 4),
      window: significant(window, 3),
      share: percent(inWindow),
      halfLife: fixed(halfLife, 2),
      meanAge: significant(meanAge, 3),
      size: significant(effectiveSize, 3),
    },
  );
}

/** Weight and running sum by age. */
export function weightsTable(beta: number, { weights }: WeightsModel): TableData {
  return {
    caption: say("The weight of a number that is k steps old"),
    columns: ["k", say("weight"), say("sum up to k")],
    rows: thinned(weights.length).map((k) => [
      String(k),
      significant(weights[k] as number),
      fixed(1 - beta ** (k + 1), 4),
    ]),
  };
}
