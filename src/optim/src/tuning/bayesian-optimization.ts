import {
  nonNegative,
  positive,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
} from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSeed, requireSpace, scoreFrom, settingsFrom } from "../internal/search-input.ts";
import { mulberry32 } from "../random.ts";
import type { Vec } from "../types.ts";
import type { CovarianceName } from "./covariance.ts";
import { expectedImprovement } from "./expected-improvement.ts";
import { fitGaussianProcess, type GaussianProcess, gaussianProcessAt } from "./gaussian-process.ts";
import { mostLikelyGaussianProcess } from "./marginal-likelihood.ts";
import { maximizeOnCube } from "./maximize-on-cube.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import { bestTrial, type Score, type SearchResult, type Trial } from "./trial.ts";

/** A trial of a Bayesian optimization. */
export interface BayesianTrial<V extends HyperParameters = HyperParameters> extends Trial<V> {
  /** Why these values were asked for; absent from the first trials, and while all diverged. */
  readonly reason?: {
    /** The belief before this trial; ask it at `space.features(values)`. */
    readonly model: GaussianProcess;
    /** The lowest score before this trial. */
    readonly best: number;
    /** By how much, on average, the model expected this trial to be lower. */
    readonly expectedImprovement: number;
  };
}

/** What a Bayesian optimization found. */
export interface BayesianResult<V extends HyperParameters> extends SearchResult<BayesianTrial<V>> {
  /** The belief after all trials; undefined if all diverged. */
  readonly model: GaussianProcess | undefined;
}

export interface BayesianOptions<V extends HyperParameters = HyperParameters> {
  /** How many trials in all, the first ones included. */
  readonly trials: number;
  /** A whole number of at least 0. */
  readonly seed: number;
  /** The first settings, or how many to draw at random. Default 2 for each parameter, and 1. */
  readonly initial?: number | readonly V[];
  /**
   * Where to look for the next setting: among this many random ones and by climbing from the best
   * of them (default 500), or at exactly these settings, such as those of a grid.
   */
  readonly candidates?: number | readonly V[];
  /** "matern52" (default) or "rbf"; see `covariances`. */
  readonly kernel?: CovarianceName;
  /**
   * ℓ in (0, ∞), as a share of each range's length on its own scale. Default: what makes the
   * scores most likely, anew for each trial; see `mostLikelyGaussianProcess`.
   */
  readonly lengthScale?: number;
  /**
   * Variance of the noise of a score, relative to the variance of the scores, in [0, ∞). Default
   * 1e-6; with less, settings that lie close together may be refused.
   */
  readonly noise?: number;
}

/**
 * Bayesian optimization: believes something about the score everywhere from the scores so far, by
 * a Gaussian process, and asks next where that belief promises the largest expected improvement.
 * For scores that take long: each trial is chosen with care, at a cost that grows like the cube
 * of their number.
 *
 *     bayesianOptimization(({ learningRate }) => lossAfterTraining(learningRate), space, {
 *       trials: 20,
 *       seed: 1,
 *     }).best
 *
 * A setting is not asked twice unless nothing else is left. A score that is NaN or infinite is
 * kept in its trial and counts as the worst: the model is told the worst finite score instead,
 * and keeps away. Until one score is finite, settings are drawn at random.
 *
 * @param score lower is better.
 * @throws TypeError for an unknown option, a value of another type, bare ranges in place of a
 *   space, or a score that is no number; RangeError for an option outside its range, an empty list
 *   of settings or one outside the space.
 * Source: Jones, Schonlau & Welch 1998; Snoek, Larochelle & Adams 2012.
 */
export function bayesianOptimization<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: BayesianOptions<NoInfer<V>>,
): BayesianResult<V> {
  return runToEnd(iterateBayesianOptimization(score, space, options));
}

/** `bayesianOptimization`, one trial at a time: yields each trial and returns the result. */
export function* iterateBayesianOptimization<V extends HyperParameters>(
  score: Score<NoInfer<V>>,
  space: SearchSpace<V>,
  options: BayesianOptions<NoInfer<V>>,
): Generator<BayesianTrial<V>, BayesianResult<V>, undefined> {
  requireSpace(WHERE, space);
  requireKnown(WHERE, options, OPTIONS);
  const count = requireWhole(WHERE, "trials", options.trials, 1);
  const rng = mulberry32(requireSeed(WHERE, options.seed));
  const believe = beliefOf(space, options);
  const propose = proposerOf(space, options.candidates ?? 500, rng);
  const initial = options.initial ?? 2 * space.names.length + 1;
  const first = settingsFrom(WHERE, "initial", initial, space, rng);

  const trials: BayesianTrial<V>[] = [];
  for (let index = 0; index < count; index++) {
    const values = first[index];
    const asked = values ? { values } : ask(space, trials, believe(trials), propose);
    const trial = { index, ...asked, score: scoreFrom(WHERE, () => score(asked.values)) };
    trials.push(trial);
    yield trial;
  }
  return { trials, best: bestTrial(trials)!, model: believe(trials)?.model };
}

const WHERE = "bayesianOptimization";
const OPTIONS = ["trials", "seed", "initial", "candidates", "kernel", "lengthScale", "noise"];

interface Belief {
  readonly model: GaussianProcess;
  readonly best: number;
}
/** Finds the setting of most appeal, or without an appeal any. */
type Propose<V extends HyperParameters> = (
  appeal: ((values: V) => number) | undefined,
  trials: readonly Trial<V>[],
) => V;

/** The next setting to try, with the reason for it if there is a belief to reason from. */
function ask<V extends HyperParameters>(
  space: SearchSpace<V>,
  trials: readonly Trial<V>[],
  belief: Belief | undefined,
  propose: Propose<V>,
): Pick<BayesianTrial<V>, "values" | "reason"> {
  if (belief === undefined) return { values: propose(undefined, trials) };
  const { model, best } = belief;
  const keyOf = (values: V) => JSON.stringify(space.names.map((name) => values[name]));
  const tried = new Set(trials.map(({ values }) => keyOf(values)));
  const predict = (values: V) => gaussianProcessAt(model, space.features(values));
  const improvement = (values: V) => {
    const { mean, sigma } = predict(values);
    return expectedImprovement(mean, sigma, best);
  };
  const values = propose((values) => {
    if (tried.has(keyOf(values))) return Number.NEGATIVE_INFINITY;
    // Where the improvement is too small for a number, the least known setting appeals most.
    return improvement(values) || -1 / predict(values).sigma;
  }, trials);
  return { values, reason: { model, best, expectedImprovement: improvement(values) } };
}

/** What to believe after some trials: nothing as long as all have diverged. */
function beliefOf<V extends HyperParameters>(
  space: SearchSpace<V>,
  options: BayesianOptions<NoInfer<V>>,
): (trials: readonly Trial<V>[]) => Belief | undefined {
  const { lengthScale } = options;
  const kernel = requireOneOf(WHERE, "kernel", options.kernel ?? "matern52", ["rbf", "matern52"]);
  const noise = requireIn(WHERE, "noise", options.noise ?? 1e-6, nonNegative);
  if (lengthScale !== undefined) requireIn(WHERE, "lengthScale", lengthScale, positive);
  return (trials) => {
    const finite = trials.map(({ score }) => score).filter(Number.isFinite);
    if (finite.length === 0) return undefined;
    const worst = Math.max(...finite);
    const points = trials.map(({ values }) => space.features(values));
    const scores = trials.map(({ score }) => (Number.isFinite(score) ? score : worst));
    const model =
      lengthScale === undefined
        ? mostLikelyGaussianProcess(points, scores, { kernel, noise })
        : fitGaussianProcess(points, scores, { kernel, noise, lengthScale });
    return { model, best: Math.min(...finite) };
  };
}

function proposerOf<V extends HyperParameters>(
  space: SearchSpace<V>,
  candidates: number | readonly V[],
  rng: () => number,
): Propose<V> {
  if (typeof candidates !== "number") {
    const list = settingsFrom(WHERE, "candidates", candidates, space, rng);
    return (appeal = rng) =>
      list
        .map((values) => ({ values, height: appeal(values) }))
        .reduce((best, other) => (other.height > best.height ? other : best)).values;
  }
  requireWhole(WHERE, "candidates", candidates, 1);
  return (appeal, trials) => {
    if (appeal === undefined) return space.sample(rng);
    const starts = [space.toUnit(bestTrial(trials)!.values)];
    const height = (u: Vec) => appeal(space.fromUnit(u));
    return space.fromUnit(maximizeOnCube(height, space.names.length, { candidates, rng, starts }));
  };
}
