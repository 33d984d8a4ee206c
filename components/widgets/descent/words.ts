import { say, sayCount } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { DunesRun } from "./model.ts";
import type { DescentState } from "./state.ts";

/** Where the three runs end, in words. */
export function descentSummary({ x, y }: DescentState, runs: readonly DunesRun[]): string {
  const ends = runs.map(({ name, hollow, points, values }) =>
    say("{name} ends in the {name2} after {sayCount}, at height {at}", {
      name,
      name2: hollow.name,
      sayCount: sayCount({ one: "{count} step", other: "{count} steps" }, points.length - 1),
      at: fixed(values.at(-1) as number, 2),
    }),
  );
  return say("From {x}, {ends}.", { x: pair(x, y, 1), ends: ends.join("; ") });
}

/** Heights of the three runs, step by step. */
export function descentTable(runs: readonly DunesRun[]): TableData {
  const length = Math.max(...runs.map(({ points }) => points.length));
  return {
    caption: say("Height above the plain after t steps"),
    columns: ["t", ...runs.map(({ name }) => name)],
    rows: thinned(length).map((t) => [
      String(t),
      ...runs.map(({ values }) => (values[t] === undefined ? "–" : fixed(values[t], 3))),
    ]),
  };
}
