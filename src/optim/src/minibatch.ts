import type { FiniteSum } from "./finite-sum.ts";
import { delegate } from "./internal/delegate.ts";
import { requireBoolean, requireKnown, requireWhole, show } from "./internal/guard.ts";
import { permutation } from "./permutation.ts";
import { mulberry32, mulberry32Skip } from "./random.ts";
import type { StochasticObjective } from "./types.ts";

export interface MinibatchOptions {
  /** How many examples one iteration sees: a whole number from 1 to N. */
  readonly batchSize: number;
  /** Decides the order of the examples: any whole number. */
  readonly seed: number;
  /** Leave out the last batch of an epoch if it is short, as PyTorch's drop_last. Default false. */
  readonly dropLast?: boolean;
}

/**
 * A mean over examples of which iteration k sees one batch only: what stochastic gradient
 * descent descends.
 *
 * In every epoch all examples come once, in a new random order, cut into batches of `batchSize`;
 * the last one may be shorter. Iteration k can be asked for at any time and is always the same.
 * Outside of an iteration (`value`, `gradient`) the objective is the whole mean.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a batch of
 *   none or of more than all examples, or a seed that is no whole number.
 * Source: torch.utils.data.DataLoader with shuffle=True has the same order of things.
 */
export function minibatch(sum: FiniteSum, options: MinibatchOptions): StochasticObjective {
  const batch = minibatchRows(sum, options);
  return { ...delegate(sum), at: (k) => sum.over(batch(k)) };
}

/** The rows of batch k = 1, 2, … in the order in which `minibatch` draws them. */
export function minibatchRows(
  { examples }: FiniteSum,
  options: MinibatchOptions,
  where = "minibatch",
): (k: number) => readonly number[] {
  requireKnown(where, options, ["batchSize", "seed", "dropLast"]);
  const { seed } = options;
  const batchSize = requireWhole(where, "batchSize", options.batchSize, 1);
  if (batchSize > examples)
    throw new RangeError(
      `${where}: batchSize must be at most ${examples}, the number of examples, got ${batchSize}`,
    );
  if (!Number.isInteger(seed))
    throw new RangeError(`${where}: seed must be a whole number, got ${show(seed)}`);
  const dropLast = requireBoolean(where, "dropLast", options.dropLast ?? false);
  const batches = dropLast ? Math.floor(examples / batchSize) : Math.ceil(examples / batchSize);

  let known = { epoch: -1, order: [] as readonly number[] }; // only to not shuffle at every step
  return (k) => {
    const epoch = Math.floor((k - 1) / batches);
    if (epoch !== known.epoch) {
      // A shuffle draws N − 1 numbers of the one stream.
      const rng = mulberry32(mulberry32Skip(seed, epoch * (examples - 1)));
      known = { epoch, order: permutation(examples, rng) };
    }
    const first = (k - 1 - epoch * batches) * batchSize;
    return known.order.slice(first, first + batchSize);
  };
}
