import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { type ChainRun, descentBound, floor, nesterovBound } from "./model.ts";
import { LINKS } from "./state.ts";

/** The state of the figure in words. */
export function worstCaseSummary(runs: readonly ChainRun[], t: number): string {
  const gaps = runs.map(
    ({ name, gaps }) => `${methodWords(name)} ${significant(gaps[t] as number, 3)}`,
  );
  const front = Math.min(t, LINKS);
  const still =
    front === LINKS
      ? say("All {coordinates} coordinates have been reached.", { coordinates: LINKS })
      : say("{unmoved} of {coordinates} coordinates have not moved yet.", {
          unmoved: LINKS - front,
          coordinates: LINKS,
        });
  return say("After step {t}, f − f★ is: {gaps}. {untouched}", {
    t,
    gaps: gaps.join(", "),
    untouched: still,
  });
}

const SHOWN = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/** Gaps and bounds at round numbers of steps. */
export function worstCaseTable(runs: readonly ChainRun[]): TableData {
  return {
    caption: say(
      "f − f★ on the chain of 60, and what is proved (–: all coordinates reached, no floor)",
    ),
    columns: [
      "t",
      ...runs.map(({ name }) => methodWords(name)),
      say("bound for gradient descent"),
      say("bound for Nesterov"),
      say("no method below"),
    ],
    rows: SHOWN.map((t) => [
      String(t),
      ...runs.map(({ gaps }) => significant(gaps[t] as number, 3)),
      significant(descentBound(t), 3),
      significant(nesterovBound(t), 3),
      t < LINKS ? significant(floor(t), 3) : "–",
    ]),
  };
}
