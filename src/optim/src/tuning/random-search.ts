import { requireIn, requireKnown, requireWhole, unitOpen } from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSeed, requireSpace } from "../internal/search-input.ts";
import { mulberry32 } from "../random.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import { type Score, type SearchResult, type Trial, tryAll } from "./trial.ts";

/** How long to search, and with which random numbers. */
export interface RandomSearchOptions {
  /** How many settings to try, a whole number of at least 1. */
  readonly trials: number;
  /** A whole number of at least 0. The first trials of one seed are the same for any `trials`. */
  readonly seed: number;
}

/**
 * Random search: every trial draws all parameters anew. n trials see n different values of every
 * parameter, so that one which matters is searched as finely as if it were alone; a grid of n
 * points in two parameters sees √n. What the scale of a range calls even is drawn evenly: use
 * `logRange` for learning rates.
 *
 * A score that is NaN or infinite is kept in its trial and counts as the worst.
 *
 * @param score lower is better.
 * @throws TypeError for an unknown option, a value of another type, bare ranges in place of a
 *   space, or a score that is no number; RangeError for a number outside its range.
 * Source: Bergstra & Bengio 2012.
 */
export function randomSearch<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: RandomSearchOptions,
): SearchResult<Trial<V>> {
  return runToEnd(iterateRandomSearch(score, space, options));
}

/** `randomSearch`, one trial at a time: yields each trial and returns the result. */
export function* iterateRandomSearch<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: RandomSearchOptions,
): Generator<Trial<V>, SearchResult<Trial<V>>, undefined> {
  requireSpace("randomSearch", space);
  requireKnown("randomSearch", options, ["trials", "seed"]);
  const trials = requireWhole("randomSearch", "trials", options.trials, 1);
  const rng = mulberry32(requireSeed("randomSearch", options.seed));
  const settings = Array.from({ length: trials }, () => space.sample(rng));
  return yield* tryAll("randomSearch", score, settings);
}

/**
 * The chance that the best of n random trials is among the best share q of all settings:
 *
 *     1 − (1 − q)ⁿ
 *
 * @param trials n, a whole number.
 * @param share q in (0, 1).
 * @throws TypeError if one of them is no number, RangeError if one lies outside its range.
 */
export function chanceOfTopShare(trials: number, share: number): number {
  requireWhole("chanceOfTopShare", "trials", trials);
  requireIn("chanceOfTopShare", "share", share, unitOpen);
  return -Math.expm1(trials * Math.log1p(-share));
}

/**
 * How many random trials it takes to reach the best share q with at least the given chance P,
 * whatever the number of parameters:
 *
 *     n ≥ ln(1 − P) / ln(1 − q)        59 for q = 5 % and P = 95 %
 *
 * @param share q in (0, 1).
 * @param chance P in (0, 1).
 * @throws TypeError if one of them is no number, RangeError if one lies outside its range.
 */
export function trialsForTopShare(share: number, chance: number): number {
  requireIn("trialsForTopShare", "share", share, unitOpen);
  requireIn("trialsForTopShare", "chance", chance, unitOpen);
  return Math.ceil(Math.log1p(-chance) / Math.log1p(-share));
}
