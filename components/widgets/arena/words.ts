import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ArenaModel, type ArenaRun, lossAt, standing } from "./model.ts";
import { type ArenaState, LONGEST } from "./state.ts";

/** How a run ended: "56 steps", "diverged at step 9". */
export function ending({ finish }: ArenaRun): string {
  if (finish.kind === "diverged") return say("diverged at step {step}", { step: finish.step });
  if (finish.kind === "under way") return say("not in {steps} steps", { steps: LONGEST });
  return `${sayCount({ one: "{count} step", other: "{count} steps" }, finish.step)}${finish.at === "" ? "" : say(", in {minimum}", { minimum: finish.at })}`;
}

const RATES_IN_WORDS = {
  tuned: say("each at the rate tuned from the usual start"),
  own: say("each at its own rate"),
};

/** The state of the figure in a few sentences. */
export function arenaSummary(state: ArenaState, { landscape, runs }: ArenaModel): string {
  const { x, y, rates, eta } = state;
  const rate =
    rates === "same" ? say("all with η = {eta}", { eta: significant(eta) }) : RATES_IN_WORDS[rates];
  const from = say("On {landscape} from ({x}, {y}), {rate}", {
    landscape: landscape.title,
    x: significant(x),
    y: significant(y),
    rate,
  });
  if (runs.length === 0) return say("{setting}: nobody is chosen.", { setting: from });
  const list = runs.map((run) => `${run.racer} ${ending(run)}`).join("; ");
  return say("{setting}, until within 0.1 of a minimum for good: {results}.", {
    setting: from,
    results: list,
  });
}

/** Rates, arrivals, and where everybody stands at step t. */
export function arenaTable({ landscape, runs }: ArenaModel, t: number): TableData {
  return {
    caption: say("The methods, and where they stand after {steps}", {
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, t),
    }),
    columns: [say("method"), "η", say("arrives after"), "x", "y", say("f above its lowest value")],
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
