import { describe, expect, it } from "vitest";
import {
  bayesianModel,
  beliefAfter,
  bestAfter,
  lossAt,
} from "#components/widgets/bayesian-search/model.ts";
import { bayesianFields } from "#components/widgets/bayesian-search/state.ts";
import { bayesianSummary } from "#components/widgets/bayesian-search/words.ts";
import { frozenModel, STEPS, wholeTravel } from "#components/widgets/frozen-recursion/model.ts";
import { frozenFields } from "#components/widgets/frozen-recursion/state.ts";
import { frozenSummary } from "#components/widgets/frozen-recursion/words.ts";
import { gridOf, randomOf, record } from "#components/widgets/grid-or-random/model.ts";
import { searchFields } from "#components/widgets/grid-or-random/state.ts";
import { searchSummary } from "#components/widgets/grid-or-random/words.ts";
import { countsOf, drawsOf } from "#components/widgets/scale-of-draws/model.ts";
import { drawsSummary } from "#components/widgets/scale-of-draws/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the frozen recursion", () => {
  const model = frozenModel(0.1);

  it.each([
    [10, 2.98e-2, 0.5],
    [20, 4.1e-6, 0.333],
    [50, 2.6e-25, 0.167],
  ])("has at n = %i the rates of the reference: %f and %f", (n, recursion, meant) => {
    expect(model.recursion.rates[n]! / recursion).toBeCloseTo(1, 1);
    expect(model.meant.rates[n]).toBeCloseTo(meant, 3);
  });

  it("comes to a halt, where the other sum goes on", () => {
    expect(wholeTravel(0.1)).toBeCloseTo(5.33, 2);
    expect(wholeTravel(1)).toBeCloseTo(Math.E, 12);
    expect(model.recursion.travel[STEPS]).toBeCloseTo(wholeTravel(0.1), 9);
    expect(model.meant.travel[STEPS]).toBeGreaterThan(3 * wholeTravel(0.1));
  });

  it("bends down ever more steeply on the logarithmic scale", () => {
    const logs = model.recursion.rates.slice(1).map(Math.log);
    for (let n = 2; n < 50; n++)
      expect(logs[n]! - logs[n - 1]!).toBeLessThan(logs[n - 1]! - logs[n - 2]! + 1e-12);
  });

  it("says so in words", () => {
    expect(frozenSummary(initialState(frozenFields), model, 20)).toBe(
      "With d = 0.1, after n = 20 updates the rate is 0.333 of the first one as it is meant, and 4.1 × 10⁻⁶ by the recursion. The rates so far add up to 11.7 and 5.33 times the first. The recursion never gets beyond 5.33; the other sum grows without end.",
    );
  });
});

describe("draws on two scales", () => {
  it("fall nearly all in the highest decade, or a quarter in each", () => {
    const totals = { linear: [0, 0, 0, 0], log: [0, 0, 0, 0] };
    for (let seed = 1; seed <= 100; seed++) {
      const draws = drawsOf(seed, 100);
      for (const scale of ["linear", "log"] as const)
        countsOf(draws[scale]).forEach((count, i) => {
          totals[scale][i]! += count / 10_000;
        });
    }
    // 10,000 draws: a share is known to half a per cent.
    expect(totals.linear[3]).toBeCloseTo(0.9, 1);
    expect(totals.linear[0]).toBeLessThan(0.003);
    expect(totals.linear[0]! + totals.linear[1]! + totals.linear[2]!).toBeCloseTo(0.0999, 2);
    expect(totals.log[0]! + totals.log[1]! + totals.log[2]!).toBeCloseTo(0.75, 1);
  });

  it("have often none or one in the lowest decade when drawn evenly", () => {
    const few = Array.from({ length: 100 }, (_, i) => countsOf(drawsOf(i + 1, 100).linear)[0]!);
    expect(few.filter((count) => count <= 1).length).toBeGreaterThan(90);
  });

  it("are the same random numbers on both scales", () => {
    const { linear, log } = drawsOf(1, 10);
    linear.forEach((eta, i) => {
      expect(Math.log10(log[i]!)).toBeCloseTo(-4 + (4 * (eta - 1e-4)) / 0.9999, 9);
    });
  });

  it("are told in words", () => {
    expect(drawsSummary(drawsOf(1, 100))).toBe(
      "Of 100 learning rates between 0.0001 and 1, drawn evenly, 0, 1, 6 and 93 fall in the four decades from the lowest to the highest. With evenly drawn exponents it is 28, 25, 23 and 24.",
    );
  });
});

describe("grid and random search", () => {
  it("miss by 2/15 and by 0.05 on average, and random is nearer more than nine times in ten", () => {
    expect(gridOf(0).best.score).toBeCloseTo(2 / 15, 12);
    const { wins, mean } = record(0);
    expect(mean).toBeCloseTo(0.05, 2);
    expect(wins).toBeGreaterThan(900);
  });

  it("differ less and less as the second setting matters", () => {
    const wins = [0, 0.25, 0.5, 1].map((weight) => record(weight).wins);
    expect(wins).toEqual(wins.toSorted((a, b) => b - a));
    expect(Math.round(wins.at(-1)! / 100)).toBe(6);
  });

  it("try three values of x, and nine", () => {
    const values = (trials: ReturnType<typeof gridOf>["trials"]) =>
      new Set(trials.map((trial) => trial.values.x)).size;
    expect(values(gridOf(0).trials)).toBe(3);
    expect(values(randomOf(0, 1).trials)).toBe(9);
  });

  it("are told in words", () => {
    const state = initialState(searchFields);
    expect(searchSummary(state, gridOf(0), randomOf(0, 1), record(0))).toBe(
      "Only x matters. The grid’s nearest trial misses the best place by 0.1333, this random search’s by 0.0729. Of 1000 random searches 932 come nearer than the grid; they miss by 0.0516 on average.",
    );
  });
});

describe("the Bayesian search", () => {
  const model = bayesianModel(0.6);

  it("asks where the reference asks", () => {
    const asked = model.trials.map(({ values }) => values.r);
    [-4.5, -2.5, -0.5, -1.94, -1.33, -3.12, -1.61, 0, -1.63].forEach((r, i) => {
      expect(Math.abs(asked[i]! - r)).toBeLessThan(0.0051);
    });
    expect(bestAfter(model.trials, 7)!.score).toBeCloseTo(0.1247, 4);
  });

  it("closes the band at trials, and asks where the expected improvement is highest", () => {
    const belief = beliefAfter(model, 3);
    const nearest = belief.reduce((a, b) => (Math.abs(b.r + 2.5) < Math.abs(a.r + 2.5) ? b : a));
    expect(nearest.sigma).toBeLessThan(0.01);
    const peak = belief.reduce((a, b) => (b.improvement > a.improvement ? b : a));
    expect(Math.abs(peak.r - model.trials[3]!.values.r)).toBeLessThan(0.03);
  });

  it("believes too much with ℓ = 2: the truth is far outside of the band, and the search fails", () => {
    const wrong = bayesianModel(2);
    const outside = beliefAfter(wrong, 5).filter(
      ({ r, mean, sigma }) => Math.abs(lossAt(r) - mean) > 2 * sigma,
    );
    expect(outside.length).toBeGreaterThan(50);
    expect(bestAfter(wrong.trials, 12)!.score).toBeGreaterThan(0.2);
  });

  it("has no belief before the first three trials", () => {
    expect(beliefAfter(model, 2)).toEqual([]);
  });

  it("is told in words", () => {
    const state = initialState(bayesianFields);
    expect(bayesianSummary(state, model, 3)).toBe(
      "Believed to change over ℓ = 0.6 powers of ten. After 3 trials the lowest loss is 0.2441, at r = −2.500. The next trial is asked for at r = −1.935, where the expected improvement is 0.068.",
    );
    expect(bayesianSummary(state, model, 0)).toContain("no trial has been made yet");
    expect(bayesianSummary(state, model, 12)).toContain("All trials are made");
  });
});
