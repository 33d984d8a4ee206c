import { RATES, type Row } from "./training.ts";

/** What a row says of its method. */
export interface Usable {
  /** Where in RATES the lowest loss stands. */
  readonly best: number;
  /** The best rate is the first or the last one tried: the true best may lie beyond. */
  readonly atEdge: boolean;
  /** First and last of the rates around the best whose losses stay within the limit. */
  readonly range: readonly [number, number] | undefined;
}

/** The best rate of a row, and how far one may go from it. */
export function usable({ losses }: Row, limit: number): Usable {
  const best = losses.indexOf(Math.min(...losses));
  const good = (i: number) => (losses[i] ?? Number.POSITIVE_INFINITY) <= limit;
  let [first, last] = [best, best];
  while (good(first - 1)) first--;
  while (good(last + 1)) last++;
  return {
    best,
    atEdge: best === 0 || best === RATES.length - 1,
    range: good(best) ? [RATES[first] as number, RATES[last] as number] : undefined,
  };
}
