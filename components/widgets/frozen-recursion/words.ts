import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type FrozenModel, STEPS, wholeTravel } from "./model.ts";
import type { FrozenState } from "./state.ts";

const ROWS = [0, 1, 2, 3, 4, 5, 10, 20, 30, 40, 50, STEPS];

/** The state of the figure in words. */
export function frozenSummary({ d }: FrozenState, model: FrozenModel, n: number): string {
  const { meant, recursion } = model;
  const part = (values: readonly number[]) => significant(values[n] as number, 3);
  return say(
    "With d = {d}, after n = {n} updates the rate is {meantRate} of the first one as it is meant, and {recursionRate} by the recursion. The rates so far add up to {meantSum} and {recursionSum} times the first. The recursion never gets beyond {limit}; the other sum grows without end.",
    {
      d: significant(d, 3),
      n,
      meantRate: part(meant.rates),
      recursionRate: part(recursion.rates),
      meantSum: part(meant.travel),
      recursionSum: part(recursion.travel),
      limit: significant(wholeTravel(d), 3),
    },
  );
}

/** Rates and sums of both forms. */
export function frozenTable({ meant, recursion }: FrozenModel): TableData {
  return {
    caption: say("Rates and their sums after n updates, as shares of the first rate"),
    columns: [
      "n",
      say("rate, meant"),
      say("rate, recursion"),
      say("sum, meant"),
      say("sum, recursion"),
    ],
    rows: ROWS.map((n) => [
      String(n),
      ...[meant.rates, recursion.rates, meant.travel, recursion.travel].map((values) =>
        significant(values[n] as number, 3),
      ),
    ]),
  };
}
