import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { FloorModel } from "./model.ts";
import type { FloorState } from "./state.ts";

/** Three digits, or a dash where there is nothing to measure yet. */
export const short = (value: number | undefined) =>
  value === undefined ? "–" : significant(value, 3);

/** The state of the figure in a few sentences. */
export function floorSummary(
  { eta, lambda, b }: FloorState,
  { positions, variances, theory, diverged }: FloorModel,
  t: number,
): string {
  const setting = `On ½λx² with λ = ${significant(lambda)}, η = ${significant(eta)} and batches of ${b}`;
  if (diverged !== undefined)
    return `${setting} the run diverged at step ${diverged}: ηλ = ${significant(eta * lambda, 3)} is above 2, and every step lands farther out.`;
  const now = `after ${t} steps x is at ${short(positions[t])}, and the mean of x² so far is ${short(variances[t])}`;
  const end =
    theory === undefined
      ? `There is no floor: ηλ = ${significant(eta * lambda, 3)} is not below 2.`
      : `The theory says ${short(theory)} in the long run.`;
  return `${setting}, ${now}. ${end}`;
}

/** The mean square after some numbers of steps. */
export function floorTable({ positions, variances }: FloorModel): TableData {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000];
  return {
    caption: "Position at step t, and the mean of x² over the steps up to it",
    columns: ["t", "x", "mean of x²"],
    rows: steps
      .filter((t) => t < positions.length)
      .map((t) => [String(t), short(positions[t]), short(variances[t])]),
  };
}
