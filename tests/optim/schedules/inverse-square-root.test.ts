import { inverseSquareRoot } from "@downhill/optim";
import { expect, test } from "vitest";

test("it rises in equal parts to α at step w, and is at α/2 at step 4w", () => {
  const rateOf = inverseSquareRoot({ learningRate: 0.8, warmupSteps: 4 });
  expect([1, 2, 3, 4].map(rateOf)).toEqual([0.2, 0.4, 0.8 * 0.75, 0.8]);
  expect([16, 64].map(rateOf)).toEqual([0.4, 0.2]);
});

test("without warm-up it is α/√k", () => {
  const rateOf = inverseSquareRoot({ learningRate: 1 });
  for (const k of [1, 2, 3, 100]) expect(rateOf(k)).toBeCloseTo(1 / Math.sqrt(k), 15);
});

test("it is the Transformer's c^(−1/2) min(k^(−1/2), k w^(−3/2)) for α = 1/√(cw)", () => {
  const [c, w] = [512, 4000];
  const rateOf = inverseSquareRoot({ learningRate: 1 / Math.sqrt(c * w), warmupSteps: w });
  for (const k of [1, 100, 3999, 4000, 4001, 100_000])
    expect(rateOf(k) / (c ** -0.5 * Math.min(k ** -0.5, k * w ** -1.5))).toBeCloseTo(1, 13);
});

test.each([
  [{ learningRate: -1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, warmupSteps: 0 }, "warmupSteps must be a whole number, 1 or more, got 0"],
  [
    { learningRate: 1, warmup: 3 },
    'there is no option "warmup". The options are learningRate, warmupSteps',
  ],
])("%j is refused", (options, message) => {
  expect(() => inverseSquareRoot(options as never)).toThrow(`inverseSquareRoot: ${message}`);
});
