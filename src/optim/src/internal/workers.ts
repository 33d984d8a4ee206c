import type { Objective, StochasticObjective } from "../types.ts";
import { show } from "./guard.ts";

/**
 * The number of variables that some objectives share.
 * @throws TypeError for no list of objectives, RangeError for none or for different numbers.
 */
export function commonDim(where: string, objectives: readonly Objective[]): number {
  if (!Array.isArray(objectives))
    throw new TypeError(`${where}: expected a list of objectives, got ${show(objectives)}`);
  const [first] = objectives;
  if (first === undefined)
    throw new RangeError(`${where}: expected at least one objective, got none`);
  const other = objectives.find(({ dim }) => dim !== first.dim);
  if (other !== undefined)
    throw new RangeError(
      `${where}: all objectives must have the same number of variables, got ${first.dim} and ${other.dim}`,
    );
  return first.dim;
}

/** What a worker sees in iteration k. */
export function sampleOf(worker: Objective | StochasticObjective, k: number): Objective {
  return "at" in worker ? worker.at(k) : worker;
}
