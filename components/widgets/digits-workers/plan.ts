import { type DataParallelOptions, minibatchRows, type NeuralNetwork } from "@downhill/optim";
import { EPOCHS, type Mode, type WorkersState } from "./state.ts";

/** One training: how many updates, at which rate, and which images worker w sees for update k. */
export interface Plan {
  readonly mode: Mode;
  readonly workers: number;
  readonly steps: number;
  readonly rate: number;
  /** Images that all gradients of the training see together. */
  readonly images: number;
  readonly rows: (k: number, worker: number) => readonly number[];
}

/** Decides the order of the images. */
export const SEED = 1;

/**
 * What `workers` workers do with a setting. In both modes a gradient sees b images, and all images
 * come about EPOCHS times. Synchronous workers share a batch of workers·b as `dataParallel` deals
 * it out; asynchronous ones take the next batch of b.
 */
export function planOf(
  { learned }: { readonly learned: NeuralNetwork },
  { eta, b, scaled }: WorkersState,
  mode: Mode,
  workers: number,
): Plan {
  const together = mode === "synchronous" ? workers * b : b;
  const steps = Math.floor((EPOCHS * learned.examples) / together);
  const batch = minibatchRows(learned, { batchSize: together, seed: SEED, dropLast: true });
  return {
    mode,
    workers,
    steps,
    rate: mode === "synchronous" && scaled ? eta * workers : eta,
    images: steps * together,
    rows:
      mode === "synchronous"
        ? (k, worker) => batch(k).slice(worker * b, (worker + 1) * b)
        : (k) => batch(k),
  };
}

/** The same deal of images in the words of the package. */
export const dealOf = ({ b }: WorkersState, workers: number): DataParallelOptions => ({
  workers,
  batchSize: b,
  seed: SEED,
});
