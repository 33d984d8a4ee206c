import { fixed } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type LocalModel, optimum, restingPoint } from "./model.ts";
import { LOCAL_STEPS, type LocalState } from "./state.ts";

/** The state of the figure in words. */
export function localSummary(
  { H }: LocalState,
  { average, own, limit }: LocalModel,
  t: number,
): string {
  const apart = own.map((xs) => fixed(xs[t] as number, 4)).join(" and ");
  const often = H === 1 ? "every step" : `every ${H} steps`;
  return `Averaged after ${often}, the averages tend to ${fixed(limit, 4)}; the minimum of both is at ${fixed(optimum, 4)}. At step ${t} the average is ${fixed(average[t] as number, 4)}, the workers are at ${apart}.`;
}

/** Where every H comes to rest. */
export function localTable(): TableData {
  return {
    caption: "Where the averages come to rest, by the number of steps between two averagings",
    columns: ["H", "place of rest", "away from the minimum of both"],
    rows: LOCAL_STEPS.map((H) => [
      String(H),
      fixed(restingPoint(H), 4),
      fixed(restingPoint(H) - optimum, 4),
    ]),
  };
}
