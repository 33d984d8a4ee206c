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
    order === "sorted" ? ` Such epochs tend to ${fixed(sortedLimit(eta), 2)} at their ends.` : "";
  return `Order: ${name}; η = ${significant(eta)}. After ${t} numbers the estimate is ${fixed(thetas[t] as number, 2)}; after ${EPOCHS} epochs ${fixed(end, 2)}, and the mean is ${MEAN}.${limit}`;
}

/** The estimate at the end of every epoch. */
export function orderTable(thetas: readonly number[]): TableData {
  return {
    caption: "The estimate at the end of each epoch",
    columns: ["epoch", "estimate", "away from the mean"],
    rows: Array.from({ length: EPOCHS }, (_, i) => {
      const theta = thetas[NUMBERS * (i + 1)] as number;
      return [String(i + 1), fixed(theta, 2), fixed(theta - MEAN, 2)];
    }),
  };
}
