import { scoreFrom } from "../internal/search-input.ts";
import type { HyperParameters } from "./search-space.ts";

/** One setting of the hyper-parameters that a search has tried. */
export interface Trial<V extends HyperParameters = HyperParameters> {
  /** Its place in the order of evaluation: 0, 1, 2, … */
  readonly index: number;
  readonly values: V;
  /** What the score function gave: lower is better. NaN or infinite when the run diverged. */
  readonly score: number;
}

/** What a search found. */
export interface SearchResult<T extends Trial> {
  /** All trials, in the order of evaluation. */
  readonly trials: readonly T[];
  /** The winner; among equals the first. */
  readonly best: T;
}

/**
 * How good the values are: the lower the better, such as the loss on held-out data at the end of
 * a run. To maximize, return the negative. NaN and ±∞ mean that the run diverged: every search
 * counts them as the worst.
 */
export type Score<V extends HyperParameters> = (values: V) => number;

/** A score after a limited effort, such as the loss after `budget` steps or epochs. */
export type BudgetedScore<V extends HyperParameters> = (values: V, budget: number) => number;

/**
 * A score as searches compare it: anything that is not finite is +∞, the worst, and −∞ too,
 * because a loss of −∞ is a run that left the numbers.
 */
export function comparableScore(score: number): number {
  return Number.isFinite(score) ? score : Number.POSITIVE_INFINITY;
}

/**
 * Which of two trials comes first when the best shall: for `toSorted`, which keeps the order of
 * equals. (Not a − b: that is NaN for two infinite scores.)
 */
export function byScore(a: { readonly score: number }, b: { readonly score: number }): number {
  const [left, right] = [comparableScore(a.score), comparableScore(b.score)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The trial with the lowest score, among equals the first. Undefined for an empty list. */
export function bestTrial<T extends { readonly score: number }>(
  trials: readonly T[],
): T | undefined {
  return trials.toSorted(byScore)[0];
}

/**
 * Scores all settings in their order: yields each trial and returns the result. What grid and
 * random search have in common.
 * @param where the search's name, for errors.
 */
export function* tryAll<V extends HyperParameters>(
  where: string,
  score: Score<NoInfer<V>>,
  settings: readonly V[],
): Generator<Trial<V>, SearchResult<Trial<V>>, undefined> {
  const trials: Trial<V>[] = [];
  for (const [index, values] of settings.entries()) {
    const trial = { index, values, score: scoreFrom(where, () => score(values)) };
    trials.push(trial);
    yield trial;
  }
  return { trials, best: bestTrial(trials)! };
}
