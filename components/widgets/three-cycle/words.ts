import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { SpringRun } from "./model.ts";
import { SHOWN, type ThreeCycleState } from "./state.ts";

/** How a run ends: at the minimum, or nowhere. */
export function ending({ cycle }: SpringRun): string {
  if (cycle === undefined) return say("reaches 0");
  return say("never arrives: it goes round through {points}", {
    points: cycle.map((x) => fixed(x, 4)).join(", "),
  });
}

/** The state of the figure in words. */
export function threeCycleSummary(
  { x }: ThreeCycleState,
  runs: readonly SpringRun[],
  t: number,
): string {
  const ends = runs.map((run) => `${methodWords(run.name)} ${ending(run)}`);
  const places = runs.map(({ name, xs }) => `${methodWords(name)} ${fixed(xs[t] as number, 3)}`);
  return say("From {x}, {endings}. At step {t}: {positions}.", {
    x: significant(x),
    endings: ends.join("; "),
    t,
    positions: places.join(", "),
  });
}

/** Positions of the three runs, step by step. */
export function threeCycleTable(runs: readonly SpringRun[]): TableData {
  return {
    caption: say("Positions after t steps"),
    columns: ["t", ...runs.map(({ name, tuning }) => `${methodWords(name)}, ${tuning}`)],
    rows: thinned(SHOWN + 1, 10, 10).map((t) => [
      String(t),
      ...runs.map(({ xs }) => fixed(xs[t] as number, 5)),
    ]),
  };
}
