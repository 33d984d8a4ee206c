import { compoundedTimeDecay, type Schedule, timeDecay } from "@downhill/optim";

/** Steps that the figure shows: n = 0, 1, …. */
export const STEPS = 60;

/** The rates of a schedule with first rate 1, and their sum; index n. */
export interface Decaying {
  readonly rates: readonly number[];
  /** The sum of the rates 0 … n. */
  readonly travel: readonly number[];
}

/** Time-based decay as it is meant, and as the recursion makes it. */
export interface FrozenModel {
  readonly meant: Decaying;
  readonly recursion: Decaying;
}

export function frozenModel(d: number): FrozenModel {
  const setting = { learningRate: 1, decay: d };
  return {
    meant: decaying(timeDecay(setting)),
    recursion: decaying(compoundedTimeDecay(setting)),
  };
}

/** All that the recursion ever travels: its rates underflow long before this many steps. */
export function wholeTravel(d: number, steps = 20_000): number {
  let sum = 0;
  let rate = 1;
  for (let n = 0; n < steps && rate > 1e-17 * sum; n++) {
    sum += rate;
    rate /= 1 + d * n;
  }
  return sum;
}

function decaying(schedule: Schedule): Decaying {
  const rates = Array.from({ length: STEPS + 1 }, (_, n) => schedule(n + 1));
  let sum = 0;
  return { rates, travel: rates.map((rate) => (sum += rate)) };
}
