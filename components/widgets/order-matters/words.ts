import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { sortedLimit } from "./model.ts";
import { EPOCHS, NUMBERS, ORDERS, type OrderState } from "./state.ts";

const MEAN = (NUMBERS + 1) / 2;

/** The state of the figure in words. */
export function orderSummary(
  { order, eta }: OrderState,
  thetas: readonly number[],
  t: number,
): string {
  const name = ORDERS.find(({ value }) => value === order)?.label;
  const end = thetas.at(-1) as number;
  const limit =
    order === "sorted"
      ? say(" Such epochs tend to {sortedLimit} at their ends.", {
          sortedLimit: fixed(sortedLimit(eta), 2),
        })
      : "";
  return say(
    "Order: {name}; η = {eta}. After {t} numbers the estimate is {thetas}; after {EPOCHS} epochs {end}, and the mean is {MEAN}.{limit}",
    {
      name,
      eta: significant(eta),
      t,
      thetas: fixed(thetas[t] as number, 2),
      EPOCHS,
      end: fixed(end, 2),
      MEAN,
      limit,
    },
  );
}

/** The estimate at the end of every epoch. */
export function orderTable(thetas: readonly number[]): TableData {
  return {
    caption: say("The estimate at the end of each epoch"),
    columns: [say("epoch"), say("estimate"), say("away from the mean")],
    rows: Array.from({ length: EPOCHS }, (_, i) => {
      const theta = thetas[NUMBERS * (i + 1)] as number;
      return [String(i + 1), fixed(theta, 2), fixed(theta - MEAN, 2)];
    }),
  };
}
