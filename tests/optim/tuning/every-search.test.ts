import {
  bayesianOptimization,
  gridSearch,
  hyperband,
  iterateBayesianOptimization,
  iterateGridSearch,
  iterateHyperband,
  iteratePopulation,
  iterateRandomSearch,
  iterateSuccessiveHalving,
  linearRange,
  logRange,
  populationBasedTraining,
  randomSearch,
  type SearchResult,
  type SearchSpace,
  searchSpace,
  successiveHalving,
  type Trial,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";

type Values = { readonly rate: number; readonly beta: number };
type Score = (values: Values) => number;
type Result = SearchResult<Trial<Values>>;

const space = searchSpace({ rate: logRange(1e-4, 1), beta: linearRange(0, 1) });

/** A training whose state is the score itself. */
const trainingOf = (score: Score) => ({
  start: (values: Values) => ({ score: score(values) }),
  train: (_state: { score: number }, values: Values) => ({ score: score(values) }),
  score: (state: { score: number }) => state.score,
});

/** Every search, at once and step by step. */
const searches: readonly (readonly [
  name: string,
  search: (score: Score, space: SearchSpace<Values>, seed?: number) => Result,
  iterate: (
    score: Score,
    space: SearchSpace<Values>,
  ) => Generator<Trial<Values>, Result, undefined>,
])[] = [
  [
    "gridSearch",
    (score, within) => gridSearch(score, within, { points: 3 }),
    (score, within) => iterateGridSearch(score, within, { points: 3 }),
  ],
  [
    "randomSearch",
    (score, within, seed = 7) => randomSearch(score, within, { trials: 9, seed }),
    (score, within) => iterateRandomSearch(score, within, { trials: 9, seed: 7 }),
  ],
  [
    "successiveHalving",
    (score, within, seed = 7) => successiveHalving(score, within, { settings: 9, seed }),
    (score, within) => iterateSuccessiveHalving(score, within, { settings: 9, seed: 7 }),
  ],
  [
    "hyperband",
    (score, within, seed = 7) => hyperband(score, within, { maxBudget: 9, seed }),
    (score, within) => iterateHyperband(score, within, { maxBudget: 9, seed: 7 }),
  ],
  [
    "bayesianOptimization",
    (score, within, seed = 7) => bayesianOptimization(score, within, { trials: 8, seed }),
    (score, within) => iterateBayesianOptimization(score, within, { trials: 8, seed: 7 }),
  ],
  [
    "populationBasedTraining",
    (score, within, seed = 7) =>
      populationBasedTraining(trainingOf(score), within, { members: 4, rounds: 3, seed }),
    (score, within) =>
      iteratePopulation(trainingOf(score), within, { members: 4, rounds: 3, seed: 7 }),
  ],
];

const valley: Score = ({ rate, beta }) => (Math.log10(rate) + 2) ** 2 + (beta - 0.5) ** 2;

describe.each(searches)("%s", (name, search, iterate) => {
  const { trials, best } = search(valley, space);

  test("gives the same trials every time, and others for another seed unless it has none", () => {
    expect(search(valley, space)).toEqual({ ...search(valley, space), trials, best });
    const other = search(valley, space, 8).trials;
    if (name === "gridSearch") expect(other).toEqual(trials);
    else expect(other).not.toEqual(trials);
  });

  test("step by step it yields the trials in order and returns the same result", () => {
    const steps = iterate(valley, space);
    const yielded: Trial<Values>[] = [];
    for (;;) {
      const next = steps.next();
      if (next.done) {
        expect(next.value).toEqual(search(valley, space));
        break;
      }
      yielded.push(next.value);
    }
    expect(yielded).toEqual(trials);
    expect(trials.map(({ index }) => index)).toEqual([...trials.keys()]);
  });

  test("tries only what the space contains, and keeps each score", () => {
    for (const { values, score } of trials) {
      space.check("test", values);
      expect(score).toBe(valley(values));
    }
  });

  test("the history is plain data", () => {
    expect(structuredClone(trials)).toEqual(trials);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "a score of %d is kept and counts as the worst",
    (bad) => {
      // What diverges is more than half of the space, and the best of the rest is large.
      const wild: Score = ({ rate, beta }) => (rate > 0.02 ? bad : 1e6 + beta);
      const result = search(wild, space);
      expect(result.trials.some(({ score }) => Object.is(score, bad))).toBe(true);
      expect(Number.isFinite(result.best.score)).toBe(true);
    },
  );

  test("a search in which all runs diverge still ends, and says so by its best score", () => {
    const result = search(() => Number.NaN, space);
    expect(result.trials.length).toBe(trials.length);
    expect(result.best.score).toBeNaN();
  });

  test("a score function that returns nothing is named, with what to do", () => {
    expect(() => search((() => undefined) as never, space)).toThrow(
      new TypeError(
        `${name}: score must return a number, got undefined. Return it at the end of score`,
      ),
    );
  });

  test("bare ranges instead of a space are named, with what to do", () => {
    expect(() => search(valley, space.ranges as never)).toThrow(
      new TypeError(
        `${name}: space must be a search space, got an object. Write searchSpace({ … })`,
      ),
    );
  });
});

test.each([
  [
    () => gridSearch(valley, space, { points: 3, seed: 1 } as never),
    TypeError,
    'gridSearch: there is no option "seed". The options are points, placement',
  ],
  [
    () => randomSearch(valley, space, { trials: 0, seed: 1 }),
    RangeError,
    "randomSearch: trials must be a whole number, 1 or more, got 0",
  ],
  [
    () => randomSearch(valley, space, { trials: 3 } as never),
    TypeError,
    "randomSearch: seed must be a whole number, got undefined",
  ],
  [
    () => hyperband(valley, space, { maxBudget: 9, seed: -1 }),
    RangeError,
    "hyperband: seed must be a whole number, 0 or more, got -1",
  ],
  [
    () => successiveHalving(valley, space, { settings: [] }),
    RangeError,
    "successiveHalving: settings must hold at least one setting, got an empty list",
  ],
  [
    () => successiveHalving(valley, space, { settings: [{ rate: 0.1, beta: 2 }] }),
    RangeError,
    "successiveHalving: settings[0]: beta must be in [0, 1], got 2",
  ],
  [
    () => bayesianOptimization(valley, space, { trials: 3, seed: 1, initial: 0 }),
    RangeError,
    "bayesianOptimization: initial must be a whole number, 1 or more, got 0",
  ],
] as const)("%s", (make, kind, message) => {
  expect(make).toThrow(new kind(message));
});
