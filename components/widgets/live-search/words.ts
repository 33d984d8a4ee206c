import { sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { epochsOf, type LiveTrial, winnerOf } from "./model.ts";
import type { LiveState } from "./state.ts";

const names = {
  grid: "Grid search",
  random: "Random search",
  Bayesian: "Bayesian search",
  halving: "Successive halving",
} as const;
const ranges = { wide: "0.0001 and 10", low: "0.0001 and 0.01" } as const;

/** A loss in three digits, or that it is none. */
export const lossWords = (loss: number): string => (loss < 1e6 ? significant(loss, 3) : "diverged");

/** The state of the figure in words. */
export function liveSummary(
  { strategy, method, range }: LiveState,
  trials: readonly LiveTrial[],
): string {
  const setting = `${names[strategy]} for the learning rate of ${method} between ${ranges[range]}`;
  const cost = `${sayCount({ one: "{count} trial", other: "{count} trials" }, trials.length)}, ${sayCount({ one: "{count} epoch", other: "{count} epochs" }, epochsOf(trials))}`;
  const last = trials.at(-1);
  if (last === undefined) return `${setting}: no trial has been made yet.`;
  const now = `The last trial had the rate ${significant(last.values.learningRate, 3)} for ${sayCount({ one: "{count} epoch", other: "{count} epochs" }, last.epochs)} and ended at ${lossWords(last.score)}`;
  const winner = winnerOf(trials, range);
  if (winner === undefined) return `${setting}: ${cost}. ${now}. All have diverged so far.`;
  const { trial, atEdge } = winner;
  const edge = atEdge ? " It lies at an edge of the range: widen the range" : "";
  return `${setting}: ${cost}. ${now}. The best so far is the rate ${significant(trial.values.learningRate, 3)} with the loss ${lossWords(trial.score)} on points held out.${edge}${edge && "."}`;
}

/** The trials in their order. */
export function liveTable(trials: readonly LiveTrial[]): TableData {
  return {
    caption: "Trials, and the loss on points held out",
    columns: ["trial", "learning rate", "epochs", "loss"],
    rows: trials.map(({ values, epochs, score }, i) => [
      String(i + 1),
      significant(values.learningRate, 3),
      String(epochs),
      lossWords(score),
    ]),
  };
}
