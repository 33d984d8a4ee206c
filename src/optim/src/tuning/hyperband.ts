import { aboveOne, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSeed, requireSpace } from "../internal/search-input.ts";
import { mulberry32 } from "../random.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import {
  climbRungs,
  type HalvingResult,
  type HalvingTrial,
  type Rung,
  totalBudget,
} from "./successive-halving.ts";
import { type BudgetedScore, bestTrial } from "./trial.ts";

/** A trial of Hyperband. */
export interface HyperbandTrial<V extends HyperParameters = HyperParameters>
  extends HalvingTrial<V> {
  /** Which halving: s, from the boldest with s + 1 rungs down to 0, which is random search. */
  readonly bracket: number;
}

/** The size of a Hyperband. */
export interface HyperbandOptions {
  /** R, the largest budget of one trial, a whole number of at least 1. */
  readonly maxBudget: number;
  /** η, more than 1: the best 1/η go on, with η times the budget. Default 3. */
  readonly eta?: number;
  /** A whole number of at least 0. */
  readonly seed: number;
}

/**
 * Hyperband: successive halving needs to know whether many settings deserve a short look or few a
 * long one; Hyperband tries every mixture. Bracket s = S, S − 1, …, 0, where S is the largest
 * whole number with η^S ≤ R, is a halving that starts with
 *
 *     n = ⌈(S + 1) ηˢ / (s + 1)⌉ settings and budget R/ηˢ
 *
 * and ends with the full budget R. All brackets cost about (S + 1) R.
 *
 * A score that is NaN or infinite is kept in its trial and counts as the worst. The best trial is
 * the best of those with the full budget.
 *
 * @param score lower is better; gets the values and the budget.
 * @throws TypeError for an unknown option, a value of another type, bare ranges in place of a
 *   space, or a score that is no number; RangeError for a number outside its range.
 * Source: Li, Jamieson, DeSalvo, Rostamizadeh & Talwalkar 2018, algorithm 1. Their budgets are
 *   real numbers; here they are rounded to whole ones.
 */
export function hyperband<V extends HyperParameters>(
  score: BudgetedScore<NoInfer<V>>,
  space: SearchSpace<V>,
  options: HyperbandOptions,
): HalvingResult<HyperbandTrial<V>> {
  return runToEnd(iterateHyperband(score, space, options));
}

/** `hyperband`, one trial at a time: yields each trial and returns the result. */
export function* iterateHyperband<V extends HyperParameters>(
  score: BudgetedScore<NoInfer<V>>,
  space: SearchSpace<V>,
  options: HyperbandOptions,
): Generator<HyperbandTrial<V>, HalvingResult<HyperbandTrial<V>>, undefined> {
  requireSpace("hyperband", space);
  requireKnown("hyperband", options, ["maxBudget", "eta", "seed"]);
  const rng = mulberry32(requireSeed("hyperband", options.seed));
  const brackets = bracketsOf("hyperband", options.maxBudget, options.eta);
  const trials: HyperbandTrial<V>[] = [];
  for (const [i, rungs] of brackets.entries()) {
    const bracket = brackets.length - 1 - i;
    const settings = Array.from({ length: rungs[0]!.settings }, () => space.sample(rng));
    for (const trial of climbRungs("hyperband", score, settings, rungs)) {
      const here = { ...trial, index: trials.length, bracket };
      trials.push(here);
      yield here;
    }
  }
  const full = trials.filter(({ budget }) => budget === options.maxBudget);
  return { trials, best: bestTrial(full)!, spent: totalBudget(trials) };
}

/**
 * The brackets of a Hyperband, from the boldest to plain random search, each a list of rungs.
 * @param maxBudget R, a whole number of at least 1.
 * @param eta η, more than 1. Default 3.
 * @throws TypeError if one of them is no number, RangeError if one lies outside its range.
 */
export function hyperbandBrackets(maxBudget: number, eta = 3): readonly (readonly Rung[])[] {
  return bracketsOf("hyperbandBrackets", maxBudget, eta);
}

function bracketsOf(where: string, maxBudget: number, eta = 3): readonly (readonly Rung[])[] {
  requireWhole(where, "maxBudget", maxBudget, 1);
  requireIn(where, "eta", eta, aboveOne);
  // Counted, because log(1000)/log(10) is a little less than 3.
  let boldest = 0;
  while (eta ** (boldest + 1) <= maxBudget) boldest++;
  return Array.from({ length: boldest + 1 }, (_, i) => {
    const s = boldest - i;
    const settings = Math.ceil(((boldest + 1) * eta ** s) / (s + 1));
    return Array.from({ length: s + 1 }, (_, rung) => ({
      settings: Math.floor(settings / eta ** rung),
      budget: Math.round(maxBudget / eta ** (s - rung)),
    }));
  });
}
