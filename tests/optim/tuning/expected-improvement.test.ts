import { expectedImprovement, gauss, mulberry32, normalDensity } from "@downhill/optim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

// Computed by mpmath with 40 digits, rounded to 16.
test.each([
  [0, 1, 0, 0.3989422804014327],
  [0, 1, 1, 1.083315470587686],
  [1, 2, 0, 0.3955931148026121],
  [3, 0.5, 4, 1.004245351308415],
  [0, 1, -8, 7.5502624119465e-17],
  [0, 1, -30, 1.631956734091401e-199],
])("μ = %d, σ = %d, best = %d: EI = %d", (mean, sigma, best, value) => {
  // The two terms cancel all but 1/z² of themselves: at z = −30 that costs three digits.
  expect(Math.abs(expectedImprovement(mean, sigma, best) / value - 1)).toBeLessThan(1e-9);
});

test("at μ = best it is σ φ(0) = 0.399 σ", () => {
  expect(expectedImprovement(5, 3, 5)).toBe(3 * normalDensity(0));
});

test("without uncertainty it is the sure gain, or 0", () => {
  expect(expectedImprovement(1, 0, 3)).toBe(2);
  expect(expectedImprovement(3, 0, 1)).toBe(0);
});

const number = fc.double({ min: -50, max: 50, noNaN: true });
const spread = fc.double({ min: 1e-6, max: 20, noNaN: true });

test("it is never negative, at least the sure gain, and rises with σ and with a lower mean", () => {
  check(
    fc.property(number, spread, number, (mean, sigma, best) => {
      const improvement = expectedImprovement(mean, sigma, best);
      expect(improvement).toBeGreaterThanOrEqual(0);
      const rounding = 1e-13 * (Math.abs(best - mean) + sigma);
      expect(improvement).toBeGreaterThanOrEqual(best - mean - rounding);
      expect(expectedImprovement(mean, 1.1 * sigma, best)).toBeGreaterThanOrEqual(
        improvement - rounding,
      );
      expect(expectedImprovement(mean - 0.1, sigma, best)).toBeGreaterThanOrEqual(
        improvement - rounding,
      );
    }),
  );
});

test.each([
  [0, 1, 0.5],
  [2, 0.7, 1],
  [-1, 3, 0],
])("it is the mean gain of normal draws: μ = %d, σ = %d, best = %d", (mean, sigma, best) => {
  const normal = gauss(mulberry32(11));
  const draws = 100_000;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < draws; i++) {
    const gain = Math.max(best - (mean + sigma * normal()), 0);
    sum += gain;
    squares += gain * gain;
  }
  const average = sum / draws;
  const standardError = Math.sqrt((squares / draws - average ** 2) / draws);
  const distance = Math.abs(average - expectedImprovement(mean, sigma, best));
  expect(distance).toBeLessThan(3 * standardError);
});

test("NaN in, NaN out", () => {
  expect(expectedImprovement(Number.NaN, 1, 0)).toBeNaN();
  expect(expectedImprovement(0, Number.NaN, 0)).toBeNaN();
  expect(expectedImprovement(0, 1, Number.NaN)).toBeNaN();
});
