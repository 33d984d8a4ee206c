import {
  type Interval,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
  show,
} from "../internal/guard.ts";
import { runToEnd } from "../internal/run-to-end.ts";
import { requireSeed, requireSpace, scoreFrom, settingsFrom } from "../internal/search-input.ts";
import { mulberry32 } from "../random.ts";
import { normalPerturbation, type Perturbation } from "./perturbation.ts";
import type { HyperParameters, SearchSpace } from "./search-space.ts";
import { bestTrial, byScore, type SearchResult, type Trial } from "./trial.ts";

/**
 * A training that can be interrupted and continued, with other hyper-parameters or by another
 * member of the population. Its state is plain data that `structuredClone` copies. See
 * `methodTraining` for one made of a `Method`.
 */
export interface Training<V extends HyperParameters, S> {
  /** The state before any training. */
  start(values: V): S;
  /** The state after one more round of training. Changes nothing that it is given. */
  train(state: S, values: V): S;
  /** Lower is better; NaN and ±∞ mean that the run diverged. */
  score(state: S): number;
}

/** One member of the population at the end of one round. */
export interface PopulationTrial<V extends HyperParameters = HyperParameters, S = unknown>
  extends Trial<V> {
  readonly member: number;
  /** 0 is the start, before any training; round r has had r rounds of training. */
  readonly round: number;
  /** The index of the trial whose state was trained further: its own last one, or a winner's. */
  readonly parent?: number;
  readonly state: S;
}

export interface PopulationOptions<V extends HyperParameters = HyperParameters> {
  /** The hyper-parameters at the start, one setting per member, or how many to draw at random. */
  readonly members: number | readonly V[];
  /** How many rounds of training, a whole number of at least 1. */
  readonly rounds: number;
  /** A whole number of at least 0. */
  readonly seed: number;
  /**
   * The share in [0, 0.5] of the population that gives up after each round, and of winners that
   * they copy; at least one of each unless it is 0. Default 0.2.
   */
  readonly exploit?: number;
  /** What a member that gives up copies: the winner's state and values (default), or the state. */
  readonly inherit?: "state and values" | "state";
  /** Whose values are perturbed after each round. Default "copies", those who gave up. */
  readonly explore?: "copies" | "all" | "none";
  /** How values change. Default `normalPerturbation()`. */
  readonly perturb?: Perturbation<V>;
}

/**
 * Population-based training: trains a population side by side, and after every round the worst
 * give up (exploit): each copies the state of one of the best, drawn at random, and goes on from
 * there with slightly changed hyper-parameters (explore). Because the state is kept while the
 * hyper-parameters change, it finds a schedule of them along one training and not one best
 * setting: `lineage` reads that schedule off.
 *
 * Members are ranked by score, among equals by number. A score that is NaN or infinite is kept in
 * its trial and counts as the worst; such a member always gives up, however many there are, if
 * some score is finite and `exploit` is not 0. The first exchange comes after the first
 * round, none after the last.
 *
 * Random numbers are taken after each round, member by member: one for the winner to copy, if it
 * gives up, then those of its perturbation.
 *
 * @param training score: lower is better.
 * @throws TypeError for an unknown option, a value of another type, bare ranges in place of a
 *   space, a training without one of its parts, or a score that is no number; RangeError for a
 *   number outside its range, another word, an empty list of settings or one outside the space.
 * Source: Jaderberg et al. 2017 (truncation selection).
 */
export function populationBasedTraining<V extends HyperParameters, S>(
  training: Training<NoInfer<V>, S>,
  space: SearchSpace<V>,
  options: PopulationOptions<NoInfer<V>>,
): SearchResult<PopulationTrial<V, S>> {
  return runToEnd(iteratePopulation(training, space, options));
}

/**
 * `populationBasedTraining`, one trial at a time: yields each member at the start and after each
 * round, in order, and returns the result.
 */
export function* iteratePopulation<V extends HyperParameters, S>(
  training: Training<NoInfer<V>, S>,
  space: SearchSpace<V>,
  options: PopulationOptions<NoInfer<V>>,
): Generator<PopulationTrial<V, S>, SearchResult<PopulationTrial<V, S>>, undefined> {
  requireSpace(WHERE, space);
  requireTraining(training);
  requireKnown(WHERE, options, OPTIONS);
  const rounds = requireWhole(WHERE, "rounds", options.rounds, 1);
  const rng = mulberry32(requireSeed(WHERE, options.seed));
  const exchange = exchangeOf(space, options, rng);
  const settings = settingsFrom(WHERE, "members", options.members, space, rng);

  const trials: PopulationTrial<V, S>[] = [];
  const record = (trial: Omit<PopulationTrial<V, S>, "index" | "score">) => {
    const score = scoreFrom(WHERE, () => training.score(trial.state));
    trials.push({ index: trials.length, score, ...trial });
    return trials.at(-1)!;
  };

  for (const [member, values] of settings.entries())
    yield record({ member, round: 0, values, state: training.start(values) });
  for (let round = 1; round <= rounds; round++) {
    const before = trials.slice(-settings.length);
    const next = round === 1 ? before.map(unchanged) : exchange(before);
    for (const [member, { from, values }] of next.entries()) {
      const state = training.train(structuredClone(from.state), values);
      yield record({ member, round, parent: from.index, values, state });
    }
  }
  return { trials, best: bestTrial(trials)! };
}

/**
 * How a trial came about: the trials from the start to it, each the parent of the next. Their
 * values are the schedule that the training followed.
 * @param trials all trials of the search, in their order.
 */
export function lineage<T extends { readonly index: number; readonly parent?: number }>(
  trials: readonly T[],
  trial: T,
): readonly T[] {
  const parent = trial.parent === undefined ? undefined : trials[trial.parent];
  return parent === undefined ? [trial] : [...lineage(trials, parent), trial];
}

const WHERE = "populationBasedTraining";
const OPTIONS = ["members", "rounds", "seed", "exploit", "inherit", "explore", "perturb"];
const UP_TO_HALF: Interval = { text: "[0, 0.5]", holds: (share) => share >= 0 && share <= 0.5 };

/** From which trial a member goes on, and with which values. */
interface Continuation<V extends HyperParameters, S> {
  readonly from: PopulationTrial<V, S>;
  readonly values: V;
}

function unchanged<V extends HyperParameters, S>(from: PopulationTrial<V, S>): Continuation<V, S> {
  return { from, values: from.values };
}

/** Exploit and explore: how each member of a population goes on. */
function exchangeOf<V extends HyperParameters>(
  space: SearchSpace<V>,
  options: PopulationOptions<NoInfer<V>>,
  rng: () => number,
): <S>(population: readonly PopulationTrial<V, S>[]) => readonly Continuation<V, S>[] {
  const share = requireIn(WHERE, "exploit", options.exploit ?? 0.2, UP_TO_HALF);
  const inherit = requireOneOf(WHERE, "inherit", options.inherit ?? "state and values", [
    "state and values",
    "state",
  ]);
  const explore = requireOneOf(WHERE, "explore", options.explore ?? "copies", [
    "copies",
    "all",
    "none",
  ]);
  const perturb = options.perturb ?? normalPerturbation<V>();

  return (population) => {
    const ranked = population.toSorted(byScore);
    const finite = ranked.filter(({ score }) => Number.isFinite(score)).length;
    const some = Math.min(Math.max(1, Math.floor(share * ranked.length)), ranked.length >> 1);
    const winners = ranked.slice(0, Math.min(some, finite));
    const losers = new Set(ranked.slice(Math.min(ranked.length - some, finite)));
    return population.map((own) => {
      const copies = share > 0 && winners.length > 0 && losers.has(own);
      const from = copies ? winners[Math.floor(rng() * winners.length)]! : own;
      const values = copies && inherit === "state" ? own.values : from.values;
      const changes = explore === "all" || (explore === "copies" && copies);
      return { from, values: changes ? perturb(values, space, rng) : values };
    });
  };
}

function requireTraining(training: unknown): void {
  const parts = ["start", "train", "score"] as const;
  const missing = parts.find(
    (part) => typeof (training as Record<string, unknown> | undefined)?.[part] !== "function",
  );
  if (missing !== undefined)
    throw new TypeError(
      `${WHERE}: training must be an object with start, train and score, got ${show(training)} without ${missing}`,
    );
}
