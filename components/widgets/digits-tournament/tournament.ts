import { ratesOf, SEEDS } from "./state.ts";
import type { Setting, Trial } from "./trial.ts";

/** The budget of every method. */
export interface Budget {
  readonly epochs: number;
  /** How many rates are tried. */
  readonly rates: number;
}

/** What a method has come to so far. */
export interface Entry {
  readonly method: string;
  /** The trainings of the search, in the order of the rates. */
  readonly search: readonly Trial[];
  /** The trainings at the best rate, one for each seed; the first is that of the search. */
  readonly final: readonly Trial[];
}

/**
 * The trainings of one method: every rate with the first seed, then the rate of the lowest training
 * loss with the other seeds. The images held out decide nothing.
 *
 * @param train makes one training; the next one is asked for when its result is there
 */
export async function* compete(
  method: string,
  { epochs, rates }: Budget,
  train: (setting: Setting) => Promise<Trial> | Trial,
): AsyncGenerator<Entry> {
  const [first = 1, ...others] = SEEDS;
  const search: Trial[] = [];
  for (const rate of ratesOf(rates)) {
    search.push(await train({ method, rate, seed: first, epochs }));
    yield { method, search: [...search], final: [] };
  }
  const best = bestOf(search);
  const final = [best];
  for (const seed of others) {
    if (best.loss === Number.POSITIVE_INFINITY) break;
    final.push(await train({ method, rate: best.rate, seed, epochs }));
    yield { method, search, final: [...final] };
  }
  yield { method, search, final };
}

/** The training of the lowest loss. */
export function bestOf(search: readonly Trial[]): Trial {
  return search.reduce((best, trial) => (trial.loss < best.loss ? trial : best));
}

/** How many trainings a method gets. */
export const trainingsOf = ({ rates }: Budget) => rates + SEEDS.length - 1;

/** The middle of some numbers, of an even count the lower middle; ∞ of none. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}
