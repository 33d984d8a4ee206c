import {
  iterateBayesianOptimization,
  iterateGridSearch,
  iterateRandomSearch,
  iterateSuccessiveHalving,
  logRange,
  parametersAtEdge,
  searchSpace,
  type Trial,
} from "@downhill/optim";
import { type MoonsMethod, type MoonsRun, moonsRun } from "../moons-network/training.ts";

export const STRATEGIES = ["grid", "random", "Bayesian", "halving"] as const;
export type Strategy = (typeof STRATEGIES)[number];
export const RANGES = ["wide", "low"] as const;
export type RangeName = (typeof RANGES)[number];

/** Trials of all searches but the halving, and epochs of each. */
export const TRIALS = 9;
export const EPOCHS = 30;
/** A halving starts with so many settings and epochs; the best third goes on, three times as long. */
const HALVING = { settings: 27, minBudget: 2, eta: 3 } as const;

type Values = { readonly learningRate: number };

/** A trial with the training that gave its score. */
export interface LiveTrial extends Trial<Values> {
  readonly epochs: number;
  /** The loss on the points held out, after 0, 1, … epochs. */
  readonly losses: readonly number[];
  readonly x: Float64Array;
}

export interface LiveSetting {
  readonly strategy: Strategy;
  readonly method: MoonsMethod;
  readonly range: RangeName;
  readonly seed: number;
}

const spaces = {
  wide: searchSpace({ learningRate: logRange(1e-4, 10) }),
  low: searchSpace({ learningRate: logRange(1e-4, 0.01) }),
};

export const spaceOf = (range: RangeName) => spaces[range];

/** How many trials a search makes: nine, or 27 + 9 + 3 + 1. */
export const lengthOf = (strategy: Strategy): number => (strategy === "halving" ? 40 : TRIALS);

/** A search that trains networks as its trials are asked for. */
export interface LiveSearch {
  /** The first so many trials; trains those that have not been yet. */
  readonly upTo: (count: number) => readonly LiveTrial[];
}

export function liveSearch({ strategy, method, range, seed }: LiveSetting): LiveSearch {
  const runs = new Map<number, MoonsRun>();
  /** The loss on held-out points after training; what has been trained before is continued. */
  const score = ({ learningRate }: Values, epochs: number) => {
    const run = runs.get(learningRate) ?? moonsRun(method, learningRate);
    runs.set(learningRate, run);
    run.trainUntil(epochs);
    return run.losses[epochs] as number;
  };
  const search = searchOf(strategy, score, range, seed);
  const trials: LiveTrial[] = [];
  return {
    upTo(count) {
      while (trials.length < count) {
        const next = search.next();
        if (next.done === true) break;
        const { budget = EPOCHS, ...trial } = next.value;
        const { losses, x } = runs.get(trial.values.learningRate) as MoonsRun;
        trials.push({
          ...trial,
          epochs: budget,
          losses: losses.slice(0, budget + 1),
          x: x.slice(),
        });
      }
      return trials.slice(0, count);
    },
  };
}

type Asked = Trial<Values> & { readonly budget?: number };

function searchOf(
  strategy: Strategy,
  score: (values: Values, epochs: number) => number,
  range: RangeName,
  seed: number,
): Iterator<Asked, unknown, undefined> {
  const space = spaceOf(range);
  const full = (values: Values) => score(values, EPOCHS);
  if (strategy === "grid") return iterateGridSearch(full, space, { points: TRIALS });
  if (strategy === "random") return iterateRandomSearch(full, space, { trials: TRIALS, seed });
  if (strategy === "Bayesian")
    return iterateBayesianOptimization(full, space, { trials: TRIALS, seed, initial: 3 });
  return iterateSuccessiveHalving(score, space, { ...HALVING, seed });
}

/** The best trial among those with the largest budget so far, and whether it lies at an end of the range. */
export function winnerOf(
  trials: readonly LiveTrial[],
  range: RangeName,
): { readonly trial: LiveTrial; readonly atEdge: boolean } | undefined {
  const most = Math.max(...trials.map(({ epochs }) => epochs));
  const finalists = trials.filter(({ epochs, score }) => epochs === most && Number.isFinite(score));
  const trial = finalists.toSorted((a, b) => a.score - b.score)[0];
  if (trial === undefined) return undefined;
  return { trial, atEdge: parametersAtEdge(spaceOf(range), trial.values).length > 0 };
}

/** Epochs that the trials cost, each trained from its start. */
export function epochsOf(trials: readonly LiveTrial[]): number {
  return trials.reduce((sum, { epochs }) => sum + epochs, 0);
}
