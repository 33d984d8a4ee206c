import { momentum, run, trialsForTopShare } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  EPOCHS,
  epochsOf,
  lengthOf,
  liveSearch,
  STRATEGIES,
  winnerOf,
} from "#components/widgets/live-search/model.ts";
import { liveFields } from "#components/widgets/live-search/state.ts";
import { liveSummary, liveTable } from "#components/widgets/live-search/words.ts";
import {
  batchesOf,
  heldOutLoss,
  METHODS,
  moonsRun,
  startOf,
} from "#components/widgets/moons-network/training.ts";
import { afterRound, bestLine, population, ROUNDS } from "#components/widgets/population/model.ts";
import { populationSummary, populationTable } from "#components/widgets/population/words.ts";
import {
  afterRound as bothAfter,
  lineTo,
  type MODES,
  trainWith,
  twoWorkers,
} from "#components/widgets/two-workers/model.ts";
import { workersFields } from "#components/widgets/two-workers/state.ts";
import { copies, workersSummary, workersTable } from "#components/widgets/two-workers/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("a training on two moons", () => {
  it("is what the package's driver runs", () => {
    const own = moonsRun("momentum", 0.1);
    own.trainUntil(1);
    const { frames } = run(momentum({ learningRate: 0.1, beta: 0.9 }), batchesOf(1), startOf(1), {
      steps: 10,
      gradientTolerance: 0,
    });
    expect(own.losses[1]).toBeCloseTo(heldOutLoss(frames[10]!.x), 12);
  });

  it("continues where it stopped", () => {
    const [once, twice] = [moonsRun("Adam", 0.01), moonsRun("Adam", 0.01)];
    once.trainUntil(4);
    twice.trainUntil(1);
    twice.trainUntil(4);
    expect(twice.losses).toEqual(once.losses);
  });
});

describe("the live search", () => {
  const state = initialState(liveFields);
  const search = (change: Partial<typeof state> = {}) => liveSearch({ ...state, ...change });

  it("finds, at rates that are not too high, losses which fall toward a valley", () => {
    const trials = search().upTo(state.t);
    const scores = trials.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]! / scores.at(-1)!).toBeGreaterThan(20);
  });

  it("trains no trial twice, and gives the same ones for any order of asking", () => {
    const slow = search({ strategy: "halving", method: "SGD" });
    for (let t = 1; t <= 36; t++) slow.upTo(t);
    const fast = search({ strategy: "halving", method: "SGD" }).upTo(36);
    expect(slow.upTo(36)).toEqual(fast);
  });

  it("costs nine trainings, or the four rungs of the halving", () => {
    for (const strategy of STRATEGIES) {
      const trials = search({ strategy, method: "SGD", range: "low" }).upTo(99);
      expect(trials).toHaveLength(lengthOf(strategy));
      expect(epochsOf(trials)).toBe(strategy === "halving" ? 216 : 9 * EPOCHS);
    }
    expect(trialsForTopShare(0.05, 0.95)).toBe(59);
  });

  it("has its winner at the edge of the range up to 0.01, for every method", () => {
    for (const method of METHODS) {
      const trials = search({ method, range: "low" }).upTo(9);
      expect(winnerOf(trials, "low")!.atEdge, method).toBe(true);
      expect(liveSummary({ ...state, method, range: "low" }, trials)).toContain(
        "at an edge of the range: widen the range.",
      );
    }
  });

  it("compares trials of the largest budget only", () => {
    const trials = search({ strategy: "halving" }).upTo(28);
    expect(winnerOf(trials, "wide")!.trial).toBe(trials[27]);
  });

  it("is told in words", () => {
    expect(liveSummary(state, [])).toContain("no trial has been made yet");
    const trials = search().upTo(7);
    expect(liveSummary(state, trials)).toBe(
      "Grid search for the learning rate of momentum between 0.0001 and 10: 7 trials, 210 epochs. The last trial had the rate 0.562 for 30 epochs and ended at 0.0275. The best so far is the rate 0.562 with the loss 0.0275 on points held out.",
    );
    const lost = trials.map((trial) => ({ ...trial, score: Number.NaN }));
    expect(liveSummary(state, lost)).toContain("All have diverged so far");
    expect(liveTable(lost).rows[0]!.at(-1)).toBe("diverged");
  });
});

describe("two workers", () => {
  const q = (mode: (typeof MODES)[number], seed: number) =>
    bothAfter(twoWorkers(mode, seed), 20).map(({ score }) => -score);

  it("end at the qualities of the reference", () => {
    for (const end of q("neither", 1)) expect(end).toBeCloseTo(0.39, 3);
    expect(Math.max(...q("exploit", 1))).toBeCloseTo(1.172, 3);
    const explore = Array.from({ length: 20 }, (_, i) => Math.max(...q("explore", i + 1)));
    expect(Math.max(...explore)).toBeLessThan(1.2);
  });

  it("slide along one axis each when left alone", () => {
    const [first, second] = bothAfter(twoWorkers("neither", 1), 20);
    expect(first!.state[1]).toBe(0.9);
    expect(second!.state[0]).toBe(0.9);
    expect(copies(twoWorkers("neither", 1), 20)).toBe(0);
  });

  it("copy weights and not h in the mode exploit", () => {
    const trials = twoWorkers("exploit", 1);
    expect(copies(trials, 20)).toBeGreaterThan(5);
    for (const { member, values } of trials)
      expect(values).toEqual(member === 0 ? { h0: 1, h1: 0 } : { h0: 0, h1: 1 });
  });

  it("have behind them the h that lead from the start to their weights", () => {
    const line = lineTo(twoWorkers("both", 3), 20);
    expect(line).toHaveLength(21);
    for (let i = 1; i < line.length; i++)
      expect(trainWith(line[i - 1]!.state, line[i]!.values)).toEqual(line[i]!.state);
  });

  it("are told in words", () => {
    const state = { ...initialState(workersFields), mode: "neither" as const };
    const trials = twoWorkers("neither", 1);
    expect(workersSummary(state, trials, 20)).toBe(
      "Each worker keeps its weights and its h. After round 20 worker 1 has Q = 0.390 and h = (1.00, 0.00), worker 2 has Q = 0.390 and h = (0.00, 1.00); weights have been copied 0 times.",
    );
    expect(workersTable(trials).rows).toHaveLength(11);
  });
});

describe("the population of networks", () => {
  const trials = population(4);

  it("loses its low rates within a few rounds", () => {
    const lowest = (round: number) =>
      Math.min(...afterRound(trials, round).map(({ values }) => values.learningRate));
    expect(lowest(0)).toBeLessThan(0.01);
    expect(lowest(7)).toBeGreaterThan(0.1);
  });

  it("starts all members alike", () => {
    expect(new Set(afterRound(trials, 0).map(({ score }) => score)).size).toBe(1);
  });

  it("has a schedule behind its best, from the start to the last round", () => {
    const line = bestLine(trials, ROUNDS);
    expect(line).toHaveLength(ROUNDS + 1);
    expect(new Set(line.map(({ values }) => values.learningRate)).size).toBe(3);
  });

  it("finds other schedules and other losses with other chances", () => {
    const ends = [1, 2].map((seed) => bestLine(population(seed), ROUNDS).at(-1)!.score);
    expect(ends[0]).not.toBe(ends[1]);
  });

  it("is told in words", () => {
    expect(populationSummary(trials, ROUNDS)).toBe(
      "After round 15 of 15, with 300 epochs spent by 10 networks, the best has the loss 0.0216 on points held out. The learning rates behind it: 4.9 at first, 4.5 from round 3, 2.3 from round 11.",
    );
    expect(populationTable(trials).rows).toHaveLength(ROUNDS + 1);
  });
});
