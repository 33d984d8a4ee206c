import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type FrozenModel, STEPS, wholeTravel } from "./model.ts";
import type { FrozenState } from "./state.ts";

const ROWS = [0, 1, 2, 3, 4, 5, 10, 20, 30, 40, 50, STEPS];

/** The state of the figure in words. */
export function frozenSummary({ d }: FrozenState, model: FrozenModel, n: number): string {
  const { meant, recursion } = model;
  const part = (values: readonly number[]) => significant(values[n] as number, 3);
  return `With d = ${significant(d, 3)}, after n = ${n} updates the rate is ${part(meant.rates)} of the first one as it is meant, and ${part(recursion.rates)} by the recursion. The rates so far add up to ${part(meant.travel)} and ${part(recursion.travel)} times the first. The recursion never gets beyond ${significant(wholeTravel(d), 3)}; the other sum grows without end.`;
}

/** Rates and sums of both forms. */
export function frozenTable({ meant, recursion }: FrozenModel): TableData {
  return {
    caption: "Rates and their sums after n updates, as shares of the first rate",
    columns: ["n", "rate, meant", "rate, recursion", "sum, meant", "sum, recursion"],
    rows: ROWS.map((n) => [
      String(n),
      ...[meant.rates, recursion.rates, meant.travel, recursion.travel].map((values) =>
        significant(values[n] as number, 3),
      ),
    ]),
  };
}
