import { say, sayCount } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { DunesRun } from "./model.ts";
import type { DescentState } from "./state.ts";

/** Where the three runs end, in words. */
export function descentSummary({ x, y }: DescentState, runs: readonly DunesRun[]): string {
  const ends = runs.map(({ name, hollow, points, values }) =>
    say("{method} ends in the {hollow} after {steps}, at height {height}", {
      method: methodWords(name),
      hollow: hollow.name,
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, points.length - 1),
      height: fixed(values.at(-1) as number, 2),
    }),
  );
  return say("From {point}, {endings}.", { point: pair(x, y, 1), endings: ends.join("; ") });
}

/** Heights of the three runs, step by step. */
export function descentTable(runs: readonly DunesRun[]): TableData {
  const length = Math.max(...runs.map(({ points }) => points.length));
  return {
    caption: say("Height above the plain after t steps"),
    columns: ["t", ...runs.map(({ name }) => methodWords(name))],
    rows: thinned(length).map((t) => [
      String(t),
      ...runs.map(({ values }) => (values[t] === undefined ? "–" : fixed(values[t], 3))),
    ]),
  };
}
