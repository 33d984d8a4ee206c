import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { epochsOf, type LiveTrial, winnerOf } from "./model.ts";
import type { LiveState } from "./state.ts";

const names = {
  grid: say("Grid search"),
  random: say("Random search"),
  Bayesian: say("Bayesian search"),
  halving: say("Successive halving"),
} as const;
const ranges = { wide: "0.0001 and 10", low: "0.0001 and 0.01" } as const;

/** A loss in three digits, or that it is none. */
export const lossWords = (loss: number): string => (loss < 1e6 ? significant(loss, 3) : "diverged");

/** The state of the figure in words. */
export function liveSummary(
  { strategy, method, range }: LiveState,
  trials: readonly LiveTrial[],
): string {
  const setting = say("{names} for the learning rate of {method} between {ranges}", {
    names: names[strategy],
    method,
    ranges: ranges[range],
  });
  const cost = `${sayCount({ one: "{count} trial", other: "{count} trials" }, trials.length)}, ${sayCount({ one: "{count} epoch", other: "{count} epochs" }, epochsOf(trials))}`;
  const last = trials.at(-1);
  if (last === undefined) return say("{setting}: no trial has been made yet.", { setting });
  const now = say(
    "The last trial had the rate {learningRate} for {sayCount} and ended at {lossWords}",
    {
      learningRate: significant(last.values.learningRate, 3),
      sayCount: sayCount({ one: "{count} epoch", other: "{count} epochs" }, last.epochs),
      lossWords: lossWords(last.score),
    },
  );
  const winner = winnerOf(trials, range);
  if (winner === undefined)
    return say("{setting}: {cost}. {now}. All have diverged so far.", { setting, cost, now });
  const { trial, atEdge } = winner;
  const edge = atEdge ? say(" It lies at an edge of the range: widen the range") : "";
  return say(
    "{setting}: {cost}. {now}. The best so far is the rate {learningRate} with the loss {lossWords} on points held out.{edge}{edge2}",
    {
      setting,
      cost,
      now,
      learningRate: significant(trial.values.learningRate, 3),
      lossWords: lossWords(trial.score),
      edge,
      edge2: edge && ".",
    },
  );
}

/** The trials in their order. */
export function liveTable(trials: readonly LiveTrial[]): TableData {
  return {
    caption: say("Trials, and the loss on points held out"),
    columns: [say("trial"), say("learning rate"), say("epochs"), say("loss")],
    rows: trials.map(({ values, epochs, score }, i) => [
      String(i + 1),
      significant(values.learningRate, 3),
      String(epochs),
      lossWords(score),
    ]),
  };
}
