import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import type { NormRun } from "./model.ts";
import { DEPTH, type NormState, STEPS, WIDTH } from "./state.ts";

/** How a run ended, in words. */
export function endText({ end, losses }: NormRun): string {
  return Number.isFinite(end)
    ? fixed(end, 3)
    : say("diverged at step {step}", { step: losses.length - 1 });
}

/** The state of the figure in words. */
export function normSummary({ eta, scale }: NormState, runs: readonly NormRun[]): string {
  const ends = runs.map((run) => `${methodWords(run.name)} ${endText(run)}`).join(", ");
  return say(
    "A network of {layers} hidden layers of {units} units, first weights {scale} times as large as He’s, η = {eta}. Mean loss of the last twenty of {batches} mini-batches: {losses}.",
    {
      layers: DEPTH,
      units: WIDTH,
      scale: significant(scale),
      eta: significant(eta),
      batches: STEPS,
      losses: ends,
    },
  );
}

/** The losses on the way. */
export function normTable(runs: readonly NormRun[]): TableData {
  const at = [0, 10, 20, 50, 100, STEPS - 1];
  return {
    caption: say("Loss of the mini-batch at some steps: single batches scatter"),
    columns: [say("step"), ...runs.map(({ name }) => methodWords(name))],
    rows: [
      ...at.map((t) => [
        String(t),
        ...runs.map(({ losses }) => (losses[t] === undefined ? "–" : significant(losses[t], 3))),
      ]),
      [
        say("last twenty, mean"),
        ...runs.map(({ end }) => (Number.isFinite(end) ? fixed(end, 3) : "–")),
      ],
    ],
  };
}
