import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { afterRound, bestLine, EPOCHS, MEMBERS, type MemberTrial, ROUNDS } from "./model.ts";

const short = (value: number) => (value < 1e6 ? significant(value, 3) : "diverged");

/** The state of the figure in words. */
export function populationSummary(trials: readonly MemberTrial[], round: number): string {
  const line = bestLine(trials, round);
  const best = line.at(-1) as MemberTrial;
  const rates = line
    .filter((trial, i) => i > 0 && trial.values.learningRate !== line[i - 1]?.values.learningRate)
    .map(({ round: since, values }) =>
      say("{rate} from round {round}", {
        rate: significant(values.learningRate, 2),
        round: since,
      }),
    );
  const first = significant((line[0] as MemberTrial).values.learningRate, 2);
  const then = rates.length === 0 ? "" : `, ${rates.join(", ")}`;
  return say(
    "After round {round} of {rounds}, with {epochs} epochs spent by {networks} networks, the best has the loss {loss} on points held out. The learning rates behind it: {first} at first{later}.",
    {
      round,
      rounds: ROUNDS,
      epochs: MEMBERS * EPOCHS * round,
      networks: MEMBERS,
      loss: short(best.score),
      first,
      later: then,
    },
  );
}

/** Each round: the losses from best to worst, the rate of the best, and that of the last winner’s ancestor. */
export function populationTable(trials: readonly MemberTrial[]): TableData {
  const line = bestLine(trials, ROUNDS);
  return {
    caption: say("The population after each round"),
    columns: [
      say("round"),
      say("best loss"),
      say("its rate"),
      say("rate behind the last winner"),
      say("median loss"),
      say("worst loss"),
    ],
    rows: Array.from({ length: ROUNDS + 1 }, (_, round) => {
      const sorted = afterRound(trials, round).toSorted((a, b) => a.score - b.score);
      const [best, median, worst] = [0, MEMBERS / 2, MEMBERS - 1].map(
        (i) => sorted[i] as MemberTrial,
      ) as [MemberTrial, MemberTrial, MemberTrial];
      return [
        String(round),
        short(best.score),
        significant(best.values.learningRate, 3),
        significant((line[round] as MemberTrial).values.learningRate, 3),
        short(median.score),
        short(worst.score),
      ];
    }),
  };
}
