import { aboveOne, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSeed, requireSpace, scoreFrom, settingsFrom } from "../internal/search-input.ts";
import { mulberry32 } from "../random.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import { type BudgetedScore, bestTrial, byScore, type SearchResult, type Trial } from "./trial.ts";

/** One round of a halving: so many settings, each with the same budget. */
export interface Rung {
  readonly settings: number;
  readonly budget: number;
}

/** A trial of a halving. */
export interface HalvingTrial<V extends HyperParameters = HyperParameters> extends Trial<V> {
  /** Which of the settings at the start this is: 0, 1, 2, … It keeps its number up the rungs. */
  readonly setting: number;
  /** Which rung: 0 is the first, with the most settings and the smallest budget. */
  readonly rung: number;
  readonly budget: number;
}

/** What a halving found. */
export interface HalvingResult<T extends Trial> extends SearchResult<T> {
  /**
   * All budgets together, each trial run from its start. Where trials can be continued instead, a
   * rung costs only what its budget is more than the last.
   */
  readonly spent: number;
}

/** The ladder of a halving. */
export interface HalvingOptions {
  /** Budget of the first rung, a whole number of at least 1. Default 1. */
  readonly minBudget?: number;
  /** η, more than 1: the best 1/η go on, with η times the budget. Default 3. */
  readonly eta?: number;
  /** How many rungs at most. Default: until fewer than η settings are left. */
  readonly rungs?: number;
}

/** What a halving starts with, and its ladder. */
export interface SuccessiveHalvingOptions<V extends HyperParameters = HyperParameters>
  extends HalvingOptions {
  /** The settings to start with, or how many to draw at random. */
  readonly settings: number | readonly V[];
  /** A whole number of at least 0, for the random draws. Default 0. */
  readonly seed?: number;
}

/**
 * The rungs of a halving that starts with n settings and budget r:
 *
 *     rung i:  ⌊n / ηⁱ⌋ settings with budget r ηⁱ, rounded to a whole number
 *
 * Every full rung costs about the same, n r.
 *
 * @param settings n, a whole number of at least 1.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 */
export function halvingRungs(settings: number, options: HalvingOptions = {}): readonly Rung[] {
  requireKnown("halvingRungs", options, LADDER);
  return ladder("halvingRungs", settings, options);
}

/**
 * Successive halving: gives many settings a small budget, keeps the best 1/η, gives those η
 * times the budget, and so on. Poor settings cost little; a slow starter may be lost.
 *
 *     successiveHalving(
 *       ({ learningRate }, steps) => lossAfter(steps, learningRate),
 *       space,
 *       { settings: 27, minBudget: 10, seed: 1 }, // 27 × 10, 9 × 30, 3 × 90 and 1 × 270 steps
 *     );
 *
 * A score that is NaN or infinite is kept in its trial and counts as the worst; among equals the
 * earlier goes on. The best trial is the best of the last rung, because scores of different
 * budgets do not compare.
 *
 * @param score lower is better; gets the values and the budget.
 * @throws TypeError for an unknown option, a value of another type, bare ranges in place of a
 *   space, or a score that is no number; RangeError for a number outside its range, an empty list
 *   of settings or one outside the space.
 * Source: Jamieson & Talwalkar 2016.
 */
export function successiveHalving<V extends HyperParameters>(
  score: BudgetedScore<NoInfer<V>>,
  space: SearchSpace<V>,
  options: SuccessiveHalvingOptions<NoInfer<V>>,
): HalvingResult<HalvingTrial<V>> {
  return runToEnd(iterateSuccessiveHalving(score, space, options));
}

/** `successiveHalving`, one trial at a time: yields each trial and returns the result. */
export function* iterateSuccessiveHalving<V extends HyperParameters>(
  score: BudgetedScore<NoInfer<V>>,
  space: SearchSpace<V>,
  options: SuccessiveHalvingOptions<NoInfer<V>>,
): Generator<HalvingTrial<V>, HalvingResult<HalvingTrial<V>>, undefined> {
  const where = "successiveHalving";
  requireSpace(where, space);
  requireKnown(where, options, ["settings", "seed", ...LADDER]);
  const rng = mulberry32(requireSeed(where, options.seed ?? 0));
  const settings = settingsFrom(where, "settings", options.settings, space, rng);
  const trials: HalvingTrial<V>[] = [];
  for (const trial of climbRungs(where, score, settings, ladder(where, settings.length, options))) {
    trials.push(trial);
    yield trial;
  }
  const last = trials.at(-1)!.rung;
  return {
    trials,
    best: bestTrial(trials.filter(({ rung }) => rung === last))!,
    spent: totalBudget(trials),
  };
}

/**
 * Takes settings up given rungs and yields every trial: the step that `successiveHalving` and
 * `hyperband` share.
 * @param where the search's name, for errors.
 */
export function* climbRungs<V extends HyperParameters>(
  where: string,
  score: BudgetedScore<NoInfer<V>>,
  settings: readonly V[],
  rungs: readonly Rung[],
): Generator<HalvingTrial<V>, void, undefined> {
  let going = settings.map((values, setting) => ({ values, setting }));
  let index = 0;
  for (const [rung, { settings: count, budget }] of rungs.entries()) {
    const tried: HalvingTrial<V>[] = [];
    for (const { values, setting } of going.slice(0, count)) {
      const value = scoreFrom(where, () => score(values, budget));
      const trial = { index: index++, values, score: value, setting, rung, budget };
      tried.push(trial);
      yield trial;
    }
    going = tried.toSorted(byScore);
  }
}

/** The sum of all budgets. */
export function totalBudget(trials: readonly { readonly budget: number }[]): number {
  return trials.reduce((sum, { budget }) => sum + budget, 0);
}

const LADDER = ["minBudget", "eta", "rungs"];
function ladder(where: string, settings: number, options: HalvingOptions): readonly Rung[] {
  requireWhole(where, "settings", settings, 1);
  const minBudget = requireWhole(where, "minBudget", options.minBudget ?? 1, 1);
  const eta = requireIn(where, "eta", options.eta ?? 3, aboveOne);
  const most = options.rungs ?? Number.POSITIVE_INFINITY;
  if (options.rungs !== undefined) requireWhole(where, "rungs", options.rungs, 1);
  const rungs: Rung[] = [];
  for (let i = 0; i < most; i++) {
    const left = Math.floor(settings / eta ** i);
    rungs.push({ settings: left, budget: Math.round(minBudget * eta ** i) });
    if (left < eta) break;
  }
  return rungs;
}
