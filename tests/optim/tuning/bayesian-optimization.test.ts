import {
  bayesianOptimization,
  choiceOf,
  expectedImprovement,
  gaussianProcessAt,
  integerRange,
  linearRange,
  logRange,
  randomSearch,
  searchSpace,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";

const line = searchSpace({ rate: logRange(1e-5, 1) });
const at = (r: number) => ({ rate: 10 ** r });

/** The chapter's curve over r = log10(rate); its minimum is 0.12466 at r = −1.617. */
const curve = ({ rate }: { rate: number }) => {
  const r = Math.log10(rate);
  return 0.2 + 0.15 * (r + 2) ** 2 + 0.1 * Math.sin(5 * r);
};

const plane = searchSpace({ x: linearRange(-5, 10), y: linearRange(0, 15) });

/** Branin's function, with three minima of 0.397887. */
const branin = ({ x, y }: { x: number; y: number }) =>
  (y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6) ** 2 +
  10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) +
  10;

describe("the chapter's search in one dimension", () => {
  const { trials, best, model } = bayesianOptimization(curve, line, {
    trials: 9,
    seed: 1,
    initial: [at(-4.5), at(-2.5), at(-0.5)],
    candidates: line.grid(1001), // steps of 0.005 in r
    kernel: "rbf",
    lengthScale: 0.6 / 5,
  });

  test("from −4.5, −2.5, −0.5 it asks −1.94, −1.33, −3.12, −1.61, 0, −1.63", () => {
    const asked = trials.slice(3).map(({ values }) => Math.log10(values.rate));
    [-1.935, -1.325, -3.12, -1.61, 0, -1.625].forEach((r, i) => {
      expect(asked[i]).toBeCloseTo(r, 10);
    });
    expect(trials[6]!.score).toBeCloseTo(0.125, 3);
    expect(best.score).toBeLessThan(0.12466 + 1e-4);
  });

  test("each question is the candidate of the largest expected improvement, which it records", () => {
    for (const { values, reason } of trials.slice(3)) {
      const improvements = line.grid(1001).map((candidate) => {
        const { mean, sigma } = gaussianProcessAt(reason!.model, line.features(candidate));
        return expectedImprovement(mean, sigma, reason!.best);
      });
      expect(reason!.expectedImprovement).toBe(Math.max(...improvements));
      expect(line.grid(1001)[improvements.indexOf(Math.max(...improvements))]).toEqual(values);
    }
    expect(trials.slice(0, 3).every(({ reason }) => reason === undefined)).toBe(true);
  });

  test("the model at the end knows every score and can be drawn on a grid", () => {
    for (const { values, score } of trials) {
      const { mean, sigma } = gaussianProcessAt(model!, line.features(values));
      expect(Math.abs(mean - score)).toBeLessThan(2e-4); // the noise of 1e-6 lets it miss a little
      expect(sigma).toBeLessThan(1e-3);
    }
    const drawn = line.grid(101).map((values) => gaussianProcessAt(model!, line.features(values)));
    expect(drawn.every(({ mean, sigma }) => Number.isFinite(mean) && sigma >= 0)).toBe(true);
  });
});

test.each([1, 2, 3, 4, 5])("seed %d: 12 trials come within 1e-4 of the curve's minimum", (seed) => {
  const { best } = bayesianOptimization(curve, line, { trials: 12, seed });
  expect(best.score).toBeLessThan(0.12466 + 1e-4);
});

test.each([1, 2, 3])(
  "seed %d: 30 trials come within 0.02 of Branin's minimum, and random search does not within 0.3",
  (seed) => {
    const { best } = bayesianOptimization(branin, plane, { trials: 30, seed });
    expect(best.score).toBeLessThan(0.397887 + 0.02);
    expect(randomSearch(branin, plane, { trials: 30, seed }).best.score).toBeGreaterThan(0.7);
  },
);

test("integers and choices are searched too, and nothing is asked twice before all is known", () => {
  const small = searchSpace({ layers: integerRange(1, 4), rule: choiceOf(["a", "b", "c"]) });
  const score = ({ layers, rule }: { layers: number; rule: "a" | "b" | "c" }) =>
    (layers - 3) ** 2 + { a: 1, b: 0, c: 2 }[rule];
  const { trials, best } = bayesianOptimization(score, small, {
    trials: 13,
    seed: 2,
    initial: small.grid(1),
  });
  expect(trials.slice(0, 3).map(({ values }) => values)).toEqual(small.grid(1));
  const different = new Set(trials.slice(0, 12).map(({ values }) => JSON.stringify(values)));
  expect(different.size).toBe(12);
  expect(best.values).toEqual({ layers: 3, rule: "b" });
});

describe("runs that diverge", () => {
  const cliff = ({ rate }: { rate: number }) => (rate > 0.01 ? Number.NaN : curve({ rate }));

  test("are told to the model as the worst finite score, so that it keeps away", () => {
    const { trials, model } = bayesianOptimization(cliff, line, {
      trials: 15,
      seed: 1,
      initial: [at(-4), at(-3), at(-0.5)],
    });
    const finite = trials.map(({ score }) => score).filter(Number.isFinite);
    const there = gaussianProcessAt(model!, line.features(at(-0.5)));
    expect(there.mean).toBeCloseTo(Math.max(...finite), 2);
    const diverged = trials.slice(3).filter(({ score }) => Number.isNaN(score)).length;
    expect(diverged).toBeLessThanOrEqual(4);
  });

  test("leave the search to chance until one is finite", () => {
    let count = 0;
    const { trials, model } = bayesianOptimization(
      ({ rate }) => (++count <= 6 ? Number.NaN : curve({ rate })),
      line,
      { trials: 8, seed: 3, initial: 2 },
    );
    expect(trials.map(({ reason }) => reason !== undefined)).toEqual([
      ...Array(7).fill(false),
      true,
    ]);
    expect(model).toBeDefined();
    const lost = bayesianOptimization(() => Number.NaN, line, { trials: 4, seed: 3 });
    expect(lost.model).toBeUndefined();
    expect(new Set(lost.trials.map(({ values }) => values.rate)).size).toBe(4);
  });

  test("with a list of candidates, chance too keeps to the list", () => {
    const candidates = line.grid(6);
    const { trials } = bayesianOptimization(() => Number.NaN, line, {
      trials: 10,
      seed: 1,
      initial: [at(-1)],
      candidates,
    });
    for (const { values } of trials.slice(1)) expect(candidates).toContainEqual(values);
  });
});

test.each([
  [{ trials: 0 }, "bayesianOptimization: trials must be a whole number, 1 or more, got 0"],
  [{ candidates: 0 }, "bayesianOptimization: candidates must be a whole number, 1 or more, got 0"],
  [
    { candidates: [] },
    "bayesianOptimization: candidates must hold at least one setting, got an empty list",
  ],
  [
    { initial: [{ rate: 2 }] },
    "bayesianOptimization: initial[0]: rate must be in [0.00001, 1], got 2",
  ],
  [
    { kernel: "gauss" },
    'bayesianOptimization: kernel must be one of "rbf", "matern52", got "gauss"',
  ],
  [{ lengthScale: 0 }, "bayesianOptimization: lengthScale must be in (0, ∞), got 0"],
  [{ noise: -1 }, "bayesianOptimization: noise must be in [0, ∞), got -1"],
])("%j is named", (options, message) => {
  expect(() =>
    bayesianOptimization(curve, line, { trials: 5, seed: 1, ...options } as never),
  ).toThrow(new RangeError(message));
});
