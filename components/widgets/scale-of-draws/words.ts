import { listed } from "#src/language/listed.ts";
import { say } from "#src/language/say.ts";
import type { TableData } from "../DataTable.tsx";
import { countsOf, DECADES, type Draws } from "./model.ts";

const inWords = (counts: readonly number[]) => listed(counts.map(String));

/** The state of the figure in words. */
export function drawsSummary({ linear, log }: Draws): string {
  return say(
    "Of {draws} learning rates between 0.0001 and 1, drawn evenly, {even} fall in the four decades from the lowest to the highest. With evenly drawn exponents it is {logarithmic}.",
    {
      draws: linear.length,
      even: inWords(countsOf(linear)),
      logarithmic: inWords(countsOf(log)),
    },
  );
}

/** Draws in each decade, and what is to be expected. */
export function drawsTable({ linear, log }: Draws): TableData {
  const [even, exponents] = [countsOf(linear), countsOf(log)];
  return {
    caption: say("Draws in each decade"),
    columns: [
      say("from"),
      say("to"),
      say("drawn evenly"),
      say("drawn evenly, to be expected"),
      say("exponent drawn evenly"),
      say("exponent drawn evenly, to be expected"),
    ],
    rows: DECADES.map((from, i) => [
      String(from),
      String(Number((10 * from).toPrecision(1))),
      String(even[i]),
      `${((100 * 9 * from) / 0.9999).toFixed(2)} %`,
      String(exponents[i]),
      "25 %",
    ]),
  };
}
