import { sayCount } from "#src/language/say.ts";
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
  return `With β = ${significant(beta)} the newest number has the weight ${significant(weights[0] as number)}. After ${sayCount({ one: "{count} number", other: "{count} numbers" }, t)} the weights add up to ${fixed(mass, 4)}. A window of ${significant(window, 3)} ${window === 1 ? "step" : "steps"} has ${percent(inWindow)} of all weight; a weight falls to a half in ${fixed(halfLife, 2)} steps, the half-life. In the long run the mean age is ${significant(meanAge, 3)} steps and the effective sample size ${significant(effectiveSize, 3)}.`;
}

/** Weight and running sum by age. */
export function weightsTable(beta: number, { weights }: WeightsModel): TableData {
  return {
    caption: "The weight of a number that is k steps old",
    columns: ["k", "weight", "sum up to k"],
    rows: thinned(weights.length).map((k) => [
      String(k),
      significant(weights[k] as number),
      fixed(1 - beta ** (k + 1), 4),
    ]),
  };
}
