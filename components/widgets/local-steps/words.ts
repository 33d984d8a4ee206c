import { say, sayCount } from "#src/language/say.ts";
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
  const often = sayCount({ one: "every step", other: "every {count} steps" }, H);
  return say(
    "Averaged after {interval}, the averages tend to {limit}; the minimum of both is at {minimum}. At step {t} the average is {average}, the workers are at {positions}.",
    {
      interval: often,
      limit: fixed(limit, 4),
      minimum: fixed(optimum, 4),
      t,
      average: fixed(average[t] as number, 4),
      positions: apart,
    },
  );
}

/** Where every H comes to rest. */
export function localTable(): TableData {
  return {
    caption: say("Where the averages come to rest, by the number of steps between two averagings"),
    columns: ["H", say("place of rest"), say("away from the minimum of both")],
    rows: LOCAL_STEPS.map((H) => [
      String(H),
      fixed(restingPoint(H), 4),
      fixed(restingPoint(H) - optimum, 4),
    ]),
  };
}
