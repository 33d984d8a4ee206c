import { sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ArenaModel, type ArenaRun, lossAt, standing } from "./model.ts";
import { type ArenaState, LONGEST } from "./state.ts";

/** How a run ended: "56 steps", "diverged at step 9". */
export function ending({ finish }: ArenaRun): string {
  if (finish.kind === "diverged") return `diverged at step ${finish.step}`;
  if (finish.kind === "under way") return `not in ${LONGEST} steps`;
  return `${sayCount({ one: "{count} step", other: "{count} steps" }, finish.step)}${finish.at === "" ? "" : `, in ${finish.at}`}`;
}

const RATES_IN_WORDS = {
  tuned: "each at the rate tuned from the usual start",
  own: "each at its own rate",
};

/** The state of the figure in a few sentences. */
export function arenaSummary(state: ArenaState, { landscape, runs }: ArenaModel): string {
  const { x, y, rates, eta } = state;
  const rate = rates === "same" ? `all with η = ${significant(eta)}` : RATES_IN_WORDS[rates];
  const from = `On ${landscape.title} from (${significant(x)}, ${significant(y)}), ${rate}`;
  if (runs.length === 0) return `${from}: nobody is chosen.`;
  const list = runs.map((run) => `${run.racer} ${ending(run)}`).join("; ");
  return `${from}, until within 0.1 of a minimum for good: ${list}.`;
}

/** Rates, arrivals, and where everybody stands at step t. */
export function arenaTable({ landscape, runs }: ArenaModel, t: number): TableData {
  return {
    caption: `The methods, and where they stand after ${sayCount({ one: "{count} step", other: "{count} steps" }, t)}`,
    columns: ["method", "η", "arrives after", "x", "y", "f above its lowest value"],
    rows: runs.map((run) => {
      const point = standing(run, t);
      return [
        run.racer,
        significant(run.eta, 3),
        ending(run),
        point === undefined ? "–" : fixed(point.x, 4),
        point === undefined ? "–" : fixed(point.y, 4),
        point === undefined ? "–" : significant(lossAt(landscape, run, t), 3),
      ];
    }),
  };
}
