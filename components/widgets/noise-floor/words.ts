import { say } from "#src/language/say.ts";
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
  const setting = say("On ½λx² with λ = {lambda}, η = {eta} and batches of {size}", {
    lambda: significant(lambda),
    eta: significant(eta),
    size: b,
  });
  if (diverged !== undefined)
    return say(
      "{setting} the run diverged at step {step}: ηλ = {product} is above 2, and every step lands farther out.",
      { setting, step: diverged, product: significant(eta * lambda, 3) },
    );
  const now = say("after {t} steps x is at {position}, and the mean of x² so far is {mean}", {
    t,
    position: short(positions[t]),
    mean: short(variances[t]),
  });
  const end =
    theory === undefined
      ? say("There is no floor: ηλ = {product} is not below 2.", {
          product: significant(eta * lambda, 3),
        })
      : say("The theory says {theory} in the long run.", { theory: short(theory) });
  return `${setting}, ${now}. ${end}`;
}

/** The mean square after some numbers of steps. */
export function floorTable({ positions, variances }: FloorModel): TableData {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4000];
  return {
    caption: say("Position at step t, and the mean of x² over the steps up to it"),
    columns: ["t", "x", say("mean of x²")],
    rows: steps
      .filter((t) => t < positions.length)
      .map((t) => [String(t), short(positions[t]), short(variances[t])]),
  };
}
