import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { RateCurve } from "./model.ts";
import { type Rate, type RatesState, STEPS } from "./state.ts";

const MILESTONES = [10, 100, 1000, STEPS];

/** Which of the two conditions a schedule meets. */
export function verdict({ reaches, settles }: Rate): string {
  if (reaches && settles) return say("it meets both conditions");
  return reaches
    ? say("its squares have an infinite sum, so it breaks the second condition")
    : say("its sum is finite, so it breaks the first condition");
}

/** The state of the figure in two sentences. */
export function ratesSummary(
  { lambda, rate }: RatesState,
  curves: readonly RateCurve[],
  run: readonly number[],
): string {
  const chosen = curves.find((curve) => curve.rate.name === rate) as RateCurve;
  const distances = MILESTONES.map((t) => significant(chosen.distances[t] as number, 3));
  return say(
    "On ½λx² with λ = {lambda}, the rate {rate}: {verdict}. The root mean square distance after 10, 100, 1000 and 10,000 steps is {distances}; the single run ends at {end}.",
    {
      lambda: significant(lambda),
      rate: chosen.rate.label,
      verdict: verdict(chosen.rate),
      distances: distances.join(", "),
      end: significant(run[STEPS] as number, 3),
    },
  );
}

/** The distances of all schedules. */
export function ratesTable(curves: readonly RateCurve[]): TableData {
  return {
    caption: say("Root mean square distance after t steps"),
    columns: [say("rate"), "Σ η = ∞", "Σ η² < ∞", "10", "100", "1000", "10,000"],
    rows: curves.map(({ rate, distances }) => [
      rate.label,
      rate.reaches ? "yes" : "no",
      rate.settles ? "yes" : "no",
      ...MILESTONES.map((t) => significant(distances[t] as number, 3)),
    ]),
  };
}
