import { exponentialDecay } from "@downhill/optim";
import { expect, test } from "vitest";

test("the rate is multiplied by γ at every step, or every r steps", () => {
  const rateOf = exponentialDecay({ learningRate: 0.1, factor: 0.5 });
  expect([1, 2, 3, 4].map(rateOf)).toEqual([0.1, 0.05, 0.025, 0.0125]);
  const slow = exponentialDecay({ learningRate: 0.1, factor: 0.5, every: 2 });
  expect(slow(2)).toBeCloseTo(0.1 * Math.SQRT1_2, 15);
  expect(slow(5)).toBeCloseTo(0.025, 15);
});

test("α e^(−dn) is the factor e^(−d), and all rates together are α/(1 − e^(−d))", () => {
  const d = 0.05;
  const rateOf = exponentialDecay({ learningRate: 2, factor: Math.exp(-d) });
  let sum = 0;
  for (let n = 0; n < 2000; n++) {
    expect(rateOf(n + 1)).toBeCloseTo(2 * Math.exp(-d * n), 13);
    sum += rateOf(n + 1);
  }
  expect(sum).toBeCloseTo(2 / (1 - Math.exp(-d)), 10);
});

test("a factor above 1 is a range test: from 10⁻⁵ to 1 in a hundred steps", () => {
  const rateOf = exponentialDecay({ learningRate: 1e-5, factor: 1e5, every: 100 });
  expect(rateOf(1)).toBe(1e-5);
  expect(rateOf(101)).toBeCloseTo(1, 12);
});

test.each([
  [{ learningRate: -1, factor: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1 }, "factor must be a number in [0, ∞), got undefined"],
  [{ learningRate: 1, factor: -0.5 }, "factor must be in [0, ∞), got -0.5"],
  [{ learningRate: 1, factor: 1, every: 0 }, "every must be in (0, ∞), got 0"],
  [
    { learningRate: 1, gamma: 1 },
    'there is no option "gamma". The options are learningRate, factor, every',
  ],
])("%j is refused", (options, message) => {
  expect(() => exponentialDecay(options as never)).toThrow(`exponentialDecay: ${message}`);
});
