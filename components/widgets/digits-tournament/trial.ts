import { initialWeights, minibatch } from "@downhill/optim";
import type { DigitsNetwork } from "../digits-workers/network.ts";
import { entrantOfId } from "./entrants.ts";

/** One training to be made. */
export interface Setting {
  readonly method: string;
  readonly rate: number;
  /** Decides the start and the order of the images. */
  readonly seed: number;
  readonly epochs: number;
}

/** What a training came to. */
export interface Trial extends Setting {
  /** Mean loss over the images learned from; ∞ where the training left the numbers. */
  readonly loss: number;
  /** Share of the images held out that are told right. */
  readonly right: number;
  /** Time of a step, gradient and all, in microseconds; none where it was not this machine. */
  readonly micros?: number;
}

/** Images that one gradient sees. */
export const BATCH = 32;

/** Trains the network, and only then looks at the images held out. */
export function trialOf(network: DigitsNetwork, setting: Setting): Trial {
  const { method, rate, seed, epochs } = setting;
  const { learned, right } = network;
  const run = entrantOfId(method).run(rate, learned.sizes, initialWeights(learned.sizes, { seed }));
  const batches = minibatch(learned, { batchSize: BATCH, seed, dropLast: true });
  const steps = epochs * Math.floor(learned.examples / BATCH);
  const from = performance.now();
  let taken = 0;
  while (taken < steps && run.advance(batches.at(taken + 1), taken + 1) === undefined) taken++;
  const micros = (1000 * (performance.now() - from)) / Math.max(1, taken);
  const loss = taken === steps ? learned.value(run.x) : Number.POSITIVE_INFINITY;
  return Number.isFinite(loss)
    ? { ...setting, loss, right: right(run.x), micros }
    : { ...setting, loss: Number.POSITIVE_INFINITY, right: 0, micros };
}
