import { say, sayCount } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
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
  const setting = say("{strategy} for the learning rate of {method} between {range}", {
    strategy: names[strategy],
    method,
    range: ranges[range],
  });
  const cost = `${sayCount({ one: "{count} trial", other: "{count} trials" }, trials.length)}, ${sayCount({ one: "{count} epoch", other: "{count} epochs" }, epochsOf(trials))}`;
  const last = trials.at(-1);
  if (last === undefined) return say("{setting}: no trial has been made yet.", { setting });
  const now = say("The last trial had the rate {rate} for {epochs} and ended at {loss}", {
    rate: significant(last.values.learningRate, 3),
    epochs: sayCount({ one: "{count} epoch", other: "{count} epochs" }, last.epochs),
    loss: lossWords(last.score),
  });
  const winner = winnerOf(trials, range);
  if (winner === undefined)
    return say("{setting}: {cost}. {last}. All have diverged so far.", {
      setting,
      cost,
      last: now,
    });
  const { trial, atEdge } = winner;
  return sentences(
    say(
      "{setting}: {cost}. {last}. The best so far is the rate {rate} with the loss {loss} on points held out.",
      {
        setting,
        cost,
        last: now,
        rate: significant(trial.values.learningRate, 3),
        loss: lossWords(trial.score),
      },
    ),
    atEdge && say("It lies at an edge of the range: widen the range."),
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
