import { commonDim, sampleOf } from "../internal/workers.ts";
import { meanOf } from "../mean-of.ts";
import type { Objective, StochasticObjective } from "../types.ts";

/**
 * Synchronous data parallelism: in every iteration each worker computes a gradient at the same
 * point, the gradients are averaged ("all-reduced"), and all take the same step.
 *
 *     g_k = (1/W) Σ ∇f_w(x_{k−1})
 *
 * This is nothing but an objective whose iterations average those of the workers, so that every
 * method runs on it. With W workers of batch size b it is one worker of batch size W·b.
 *
 * @param workers what each worker sees: plain objectives, or stochastic ones such as those of
 *   `dataParallel`. At least one, all of the same number of variables.
 * @throws TypeError for no list of workers, RangeError for no worker or workers of different
 *   dimension.
 * Sources: Goyal et al. 2017; torch.nn.parallel.DistributedDataParallel.
 */
export function allReduce(
  workers: readonly (Objective | StochasticObjective)[],
): StochasticObjective {
  commonDim("allReduce", workers);
  return { ...meanOf(workers), at: (k) => meanOf(workers.map((worker) => sampleOf(worker, k))) };
}
