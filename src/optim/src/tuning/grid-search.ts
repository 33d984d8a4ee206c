import { requireKnown } from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSpace } from "../internal/search-input.ts";
import type { GridPlacement } from "./parameter-range.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import { type Score, type SearchResult, type Trial, tryAll } from "./trial.ts";

/** Which grid; see `SearchSpace.grid`. */
export interface GridSearchOptions<V extends HyperParameters = HyperParameters> {
  /** How many values of each parameter, for all alike or by name. */
  readonly points: number | Readonly<Partial<Record<keyof V, number>>>;
  /** Points from end to end ("ends", default) or in the middles of equal shares ("midpoints"). */
  readonly placement?: GridPlacement;
}

/**
 * Grid search: tries every combination of some values of each parameter, the last one changing
 * fastest. m values of n parameters make mⁿ trials, and of a parameter that matters only m
 * different values are ever seen: see `randomSearch`.
 *
 *     gridSearch(({ learningRate }) => lossAfterTraining(learningRate), space, { points: 9 }).best
 *
 * A score that is NaN or infinite is kept in its trial and counts as the worst.
 *
 * @param score lower is better.
 * @throws TypeError for an unknown option, a value of another type, a range of numbers without its
 *   count, bare ranges in place of a space, or a score that is no number; RangeError for a count
 *   that is no whole number of at least 1, or another placement.
 */
export function gridSearch<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: GridSearchOptions<NoInfer<V>>,
): SearchResult<Trial<V>> {
  return runToEnd(iterateGridSearch(score, space, options));
}

/** `gridSearch`, one trial at a time: yields each trial and returns the result. */
export function* iterateGridSearch<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: GridSearchOptions<NoInfer<V>>,
): Generator<Trial<V>, SearchResult<Trial<V>>, undefined> {
  requireSpace("gridSearch", space);
  requireKnown("gridSearch", options, ["points", "placement"]);
  return yield* tryAll("gridSearch", score, space.grid(options.points, options.placement));
}
