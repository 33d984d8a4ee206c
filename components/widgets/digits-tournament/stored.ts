import { ratesOf, SEEDS } from "./state.ts";
import endings from "./stored.json" with { type: "json" };
import { type Budget, bestOf, type Entry } from "./tournament.ts";
import type { Trial } from "./trial.ts";

/** The budget of the tournament that was held when the book was written. */
export const STORED_BUDGET: Budget = { epochs: 5, rates: 11 };

/** Images held out, of which the stored numbers count those told right. */
export const HELD_OUT = 297;

type Outcome = readonly (number | string)[];
interface Outcomes {
  readonly search: readonly Outcome[];
  readonly final: readonly Outcome[];
}

/** What it came to, without times: those are of the machine. */
export const storedEntries: readonly Entry[] = Object.entries(
  endings as Readonly<Record<string, Outcomes>>,
).map(([method, { search, final }]) => {
  const { epochs, rates } = STORED_BUDGET;
  const trial = (rate: number, seed: number, [loss, hits]: Outcome): Trial => ({
    method,
    rate,
    seed,
    epochs,
    loss: typeof loss === "number" ? loss : Number.POSITIVE_INFINITY,
    right: Number(hits) / HELD_OUT,
  });
  const tried = ratesOf(rates).map((rate, i) =>
    trial(rate, SEEDS[0] as number, search[i] as Outcome),
  );
  const { rate } = bestOf(tried);
  return {
    method,
    search: tried,
    final: final.map((outcome, i) => trial(rate, SEEDS[i] as number, outcome)),
  };
});
