import { listed } from "#src/language/listed.ts";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { errorsAt, type RareRun, type Sweep } from "./model.ts";
import { EXAMPLES } from "./state.ts";

const MILESTONES = [100, 300, EXAMPLES];

/** The two errors of a run: "0.012 and 1.18". */
export function errorsInWords(run: RareRun, t: number): string {
  const errors = errorsAt(run, t);
  if (errors === undefined) return say("diverged at example {example}", { example: run.diverged });
  return listed(errors.map((error) => significant(error, 2)));
}

/** The state of the figure in two sentences. */
export function rareSummary(
  runs: readonly RareRun[],
  sweeps: readonly Sweep[],
  rare: readonly number[],
  t: number,
): string {
  const seen = rare.filter((at) => at <= t).length;
  const list = runs
    .map((run) =>
      say("{method} with η = {eta}: {errors}", {
        method: run.runner,
        eta: significant(run.eta),
        errors: errorsInWords(run, t),
      }),
    )
    .join("; ");
  const best = sweeps
    .map(({ runner, best }) =>
      say("{method} {error} at {rate}", {
        method: methodWords(runner),
        error: significant(best.error, 2),
        rate: best.eta,
      }),
    )
    .join(", ");
  return say(
    "After {t} examples, {rare} of them with the rare feature, the frequent and the rare weight are off by: {errors}. Median error of the rare weight over 21 streams at each method’s best rate: {best}.",
    { t, rare: seen, errors: list, best },
  );
}

/** Errors by example for both runs, and the best rate of every method. */
export function rareTable(runs: readonly RareRun[], sweeps: readonly Sweep[]): TableData {
  const bests = sweeps.map(({ runner, best }) => [
    say("{method}, median of 21 streams at its best rate {eta}", { method: runner, eta: best.eta }),
    "–",
    "–",
    significant(best.error, 2),
  ]);
  return {
    caption: say("Errors of the frequent and the rare weight after so many examples"),
    columns: [say("run"), ...MILESTONES.map(String)],
    rows: [
      ...runs.map((run) => [
        `${methodWords(run.runner)}, η = ${significant(run.eta)}`,
        ...MILESTONES.map((t) => errorsInWords(run, t)),
      ]),
      ...bests,
    ],
  };
}
