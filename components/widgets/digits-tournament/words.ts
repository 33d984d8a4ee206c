import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { entrantOfId } from "./entrants.ts";
import { levelWithFirst, type Standing } from "./standings.ts";
import { ratesOf } from "./state.ts";
import type { Budget, Entry } from "./tournament.ts";
import { trainingsOf } from "./tournament.ts";

export const percent = (share: number) => fixed(100 * share, 1);

export const lossText = (loss: number) =>
  Number.isFinite(loss) ? significant(loss, 2) : say("diverged");

/** "88.6 to 91.2", from the worst to the best training. */
export const spreadText = ({ rights }: Standing) =>
  say("{from} to {to}", { from: percent(Math.min(...rights)), to: percent(Math.max(...rights)) });

/** The state of the figure in words. */
export function tournamentSummary(standings: readonly Standing[], budget: Budget): string {
  const { epochs } = budget;
  const [first] = standings;
  const each = say("Each method has {trainings} trainings of {epochs}.", {
    trainings: trainingsOf(budget),
    epochs: sayCount({ one: "{count} epoch", other: "{count} epochs" }, epochs),
  });
  if (first === undefined)
    return say("{budget} Nothing has been trained with this budget yet.", { budget: each });
  const level = levelWithFirst(standings);
  const fastest = standings.toSorted((a, b) => a.loss - b.loss)[0] as Standing;
  const others =
    level.length === 0
      ? say("No other comes as high as its worst training.")
      : sayCount(
          {
            one: "{others} of {all} has a median no lower than its worst training.",
            other: "{others} of {all} have a median no lower than its worst training.",
          },
          level.length,
          {
            others: sayCount({ one: "{count} other", other: "{count} others" }, level.length),
            all: standings.length - 1,
          },
        );
  return say(
    "{budget} {winner} tells the largest share of the images held out right, {share} % in the median ({spread}). {rivals} {fastest} has the lowest training loss, {loss}.",
    {
      budget: each,
      winner: first.title,
      share: percent(first.right),
      spread: spreadText(first),
      rivals: others,
      fastest: fastest.title,
      loss: lossText(fastest.loss),
    },
  );
}

/** The training loss of every rate that was tried, one row for each method. */
export function searchTable(entries: readonly Entry[], { rates }: Budget): TableData {
  return {
    caption: say("Training loss of the search, one training for each method and learning rate"),
    columns: [say("method"), ...ratesOf(rates).map(String)],
    rows: entries.map(({ method, search }) => [
      entrantOfId(method).title,
      ...search.map(({ loss }) => lossText(loss)),
    ]),
  };
}
