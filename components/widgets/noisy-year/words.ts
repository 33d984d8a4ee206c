import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { type Day, SETTLED, type YearModel } from "./model.ts";
import type { YearState } from "./state.ts";

/** A temperature to a tenth of a degree; a dash before there is one. */
export const degrees = (value: number | undefined) => (value === undefined ? "–" : fixed(value, 1));

/** The state of the figure in words. */
export function yearSummary({ beta, corrected, t }: YearState, model: YearModel): string {
  const day = model.days[t] as Day;
  const fair =
    corrected && day.corrected !== undefined
      ? `, corrected at ${degrees(day.corrected)} degrees`
      : "";
  const error = corrected
    ? `${fixed(model.error, 2)} degrees, corrected ${fixed(model.correctedError, 2)}`
    : `${fixed(model.error, 2)} degrees`;
  return `With β = ${significant(beta)}, on day ${t} the average is at ${degrees(day.average)} degrees${fair}; the true mean is ${degrees(day.season)} degrees. On a steady trend it would lag by ${significant(model.lag, 3)} days in the long run. After day ${SETTLED} the RMS error is ${error}.`;
}

/** Temperature, season and averages, day by day. */
export function yearTable({ days }: YearModel): TableData {
  return {
    caption: "Degrees Fahrenheit on day t",
    columns: ["t", "temperature", "true mean", "average", "corrected", "sum of weights"],
    rows: thinned(days.length, 6, 12).map((t) => {
      const day = days[t] as Day;
      const { temperature, season, average, corrected, mass } = day;
      return [String(t), ...[temperature, season, average, corrected].map(degrees), fixed(mass, 4)];
    }),
  };
}
