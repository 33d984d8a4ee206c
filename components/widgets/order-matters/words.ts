import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
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
    order === "sorted" &&
    say("Such epochs tend to {limit} at their ends.", { limit: fixed(sortedLimit(eta), 2) });
  return sentences(
    say(
      "Order: {order}; η = {eta}. After {t} numbers the estimate is {estimate}; after {epochs} epochs {final}, and the mean is {mean}.",
      {
        order: name,
        eta: significant(eta),
        t,
        estimate: fixed(thetas[t] as number, 2),
        epochs: EPOCHS,
        final: fixed(end, 2),
        mean: MEAN,
      },
    ),
    limit,
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
