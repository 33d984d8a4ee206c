import { say } from "#src/language/say.ts";
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
      ? say(", corrected at {temperature} degrees", { temperature: degrees(day.corrected) })
      : "";
  const error = corrected
    ? say("{error} degrees, corrected {correctedError}", {
        error: fixed(model.error, 2),
        correctedError: fixed(model.correctedError, 2),
      })
    : `${fixed(model.error, 2)} degrees`;
  return say(
    "With β = {beta}, on day {t} the average is at {average} degrees{corrected}; the true mean is {mean} degrees. On a steady trend it would lag by {lag} days in the long run. After day {settled} the RMS error is {error}.",
    {
      beta: significant(beta),
      t,
      average: degrees(day.average),
      corrected: fair,
      mean: degrees(day.season),
      lag: significant(model.lag, 3),
      settled: SETTLED,
      error,
    },
  );
}

/** Temperature, season and averages, day by day. */
export function yearTable({ days }: YearModel): TableData {
  return {
    caption: say("Degrees Fahrenheit on day t"),
    columns: [
      "t",
      say("temperature"),
      say("true mean"),
      say("average"),
      say("corrected"),
      say("sum of weights"),
    ],
    rows: thinned(days.length, 6, 12).map((t) => {
      const day = days[t] as Day;
      const { temperature, season, average, corrected, mass } = day;
      return [String(t), ...[temperature, season, average, corrected].map(degrees), fixed(mass, 4)];
    }),
  };
}
