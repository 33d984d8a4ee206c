import type { FiniteSum } from "../finite-sum.ts";
import { requireKnown, requireWhole } from "../internal/guard.ts";
import { minibatchRows } from "../minibatch.ts";
import type { StochasticObjective } from "../types.ts";

export interface DataParallelOptions {
  /** How many workers share every batch, a whole number, 1 or more. */
  readonly workers: number;
  /** How many examples each worker sees in one iteration, 1 or more. */
  readonly batchSize: number;
  /** Decides the order of the examples: any whole number. */
  readonly seed: number;
}

/**
 * The objectives of W workers that share their data: at iteration k worker w sees part w of the
 * k-th batch of W·b examples, as `minibatch` with `dropLast` draws it.
 *
 * Together the workers see what a single one sees at batch size W·b, each example once an epoch.
 *
 * @returns one objective for each worker.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, or for less than W·b examples.
 * Source: torch.utils.data.DistributedSampler deals out examples in the same way.
 */
export function dataParallel(
  sum: FiniteSum,
  options: DataParallelOptions,
): readonly StochasticObjective[] {
  requireKnown("dataParallel", options, ["workers", "batchSize", "seed"]);
  const workers = requireWhole("dataParallel", "workers", options.workers, 1);
  const each = requireWhole("dataParallel", "batchSize", options.batchSize, 1);
  if (workers * each > sum.examples)
    throw new RangeError(
      `dataParallel: workers × batchSize must be at most ${sum.examples}, the number of examples, got ${workers * each}`,
    );
  const batch = minibatchRows(
    sum,
    { batchSize: workers * each, seed: options.seed, dropLast: true },
    "dataParallel",
  );
  return Array.from({ length: workers }, (_, worker) => ({
    ...sum,
    at: (k: number) => sum.over(batch(k).slice(worker * each, (worker + 1) * each)),
  }));
}
