import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { RateCurve } from "./model.ts";
import { type Rate, type RatesState, STEPS } from "./state.ts";

const MILESTONES = [10, 100, 1000, STEPS];

/** Which of the two conditions a schedule meets. */
export function verdict({ reaches, settles }: Rate): string {
  if (reaches && settles) return "it meets both conditions";
  return reaches
    ? "its squares have an infinite sum, so it breaks the second condition"
    : "its sum is finite, so it breaks the first condition";
}

/** The state of the figure in two sentences. */
export function ratesSummary(
  { lambda, rate }: RatesState,
  curves: readonly RateCurve[],
  run: readonly number[],
): string {
  const chosen = curves.find((curve) => curve.rate.name === rate) as RateCurve;
  const distances = MILESTONES.map((t) => significant(chosen.distances[t] as number, 3));
  return `On ½λx² with λ = ${significant(lambda)}, the rate ${chosen.rate.label}: ${verdict(chosen.rate)}. The root mean square distance after 10, 100, 1000 and 10,000 steps is ${distances.join(", ")}; the single run ends at ${significant(run[STEPS] as number, 3)}.`;
}

/** The distances of all schedules. */
export function ratesTable(curves: readonly RateCurve[]): TableData {
  return {
    caption: "Root mean square distance after t steps",
    columns: ["rate", "Σ η = ∞", "Σ η² < ∞", "10", "100", "1000", "10,000"],
    rows: curves.map(({ rate, distances }) => [
      rate.label,
      rate.reaches ? "yes" : "no",
      rate.settles ? "yes" : "no",
      ...MILESTONES.map((t) => significant(distances[t] as number, 3)),
    ]),
  };
}
