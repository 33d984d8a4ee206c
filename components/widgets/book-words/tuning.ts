import type { WordData } from "./data.ts";
import { type LabMethod, labMethods, type MethodId } from "./methods.ts";
import { arrivalLoss } from "./run.ts";

/** A rate for each method. */
export type Rates = Readonly<Record<MethodId, number>>;

/** The rates that are tried: 1, 2 and 5 times a power of ten. */
const MANTISSAS = [1, 2, 5] as const;
const FIRST_POWER = -4;
const POWERS = 5;
/** From 0.0001 to 5. */
export const GRID: readonly number[] = Array.from({ length: POWERS * MANTISSAS.length }, (_, i) =>
  Number(`${MANTISSAS[i % 3]}e${FIRST_POWER + Math.floor(i / 3)}`),
);
/** The order of the sentences that rates are chosen on. */
const SEED = 1;

/** The rate of each method that gives the least loss on sentences as they come. */
export function bestRates(data: WordData): Rates {
  return Object.fromEntries(
    labMethods.map((method) => [method.id, bestRate(data, method)]),
  ) as Rates;
}

/**
 * From the rate where the search begins to a better neighbour in the grid, and on, until both
 * neighbours are worse.
 */
function bestRate(data: WordData, method: LabMethod): number {
  const known = new Map<number, number>();
  const loss = (i: number) => {
    if (i < 0 || i >= GRID.length) return Number.POSITIVE_INFINITY;
    if (!known.has(i)) known.set(i, arrivalLoss(data, method, GRID[i]!, SEED));
    return known.get(i)!;
  };
  let i = GRID.indexOf(method.guess);
  for (;;) {
    const next = [i - 1, i + 1].find((neighbour) => loss(neighbour) < loss(i));
    if (next === undefined) return GRID[i]!;
    i = next;
  }
}
