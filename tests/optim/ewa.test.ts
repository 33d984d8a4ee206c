import {
  ewa,
  ewaMass,
  ewaWarmUpSteps,
  ewaWindow,
  gauss,
  mulberry32,
  streamingEwa,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check-property.ts";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 });
const betas = fc.double({ min: 0, max: 0.9999, noNaN: true });

test("10, 12, 9 with β = 0.9 average to 2.79, and to 10.295 corrected", () => {
  expect(ewa([10, 12, 9], 0.9)[2]).toBeCloseTo(2.79, 12);
  expect(ewa([10, 12, 9], 0.9, { biasCorrection: true })[2]).toBeCloseTo(2.79 / 0.271, 12);
  expect(2.79 / 0.271).toBeCloseTo(10.295, 3);
});

test("unrolled, it is a dot product of the numbers with falling weights", () => {
  check(
    fc.property(numbers, betas, (xs, beta) => {
      const last = ewa(xs, beta).at(-1) ?? 0;
      const k = xs.length;
      const unrolled = xs.reduce((sum, x, i) => sum + (1 - beta) * beta ** (k - 1 - i) * x, 0);
      expect(Math.abs(last - unrolled)).toBeLessThanOrEqual(1e-8);
    }),
  );
});

test("corrected, a constant stays what it is, and nothing leaves the range of the numbers so far", () => {
  check(
    fc.property(numbers, betas, (xs, beta) => {
      const averages = ewa(xs, beta, { biasCorrection: true });
      averages.forEach((average, i) => {
        const soFar = xs.slice(0, i + 1);
        const slack = 1e-9 * Math.max(1, ...soFar.map(Math.abs));
        expect(average).toBeGreaterThanOrEqual(Math.min(...soFar) - slack);
        expect(average).toBeLessThanOrEqual(Math.max(...soFar) + slack);
      });
    }),
  );
  for (const average of ewa(Array(500).fill(3), 0.99, { biasCorrection: true }))
    expect(average).toBeCloseTo(3, 12);
});

test("uncorrected, a constant 1 has reached 1 − βᵏ: 0.6513 after 10 steps", () => {
  const averages = ewa(Array(10).fill(1), 0.9);
  expect(averages[9]).toBeCloseTo(0.6513, 4);
  averages.forEach((average, i) => {
    expect(average).toBeCloseTo(ewaMass(0.9, i + 1), 14);
  });
});

test("corrected, it is the recursion with the rate (1 − β)/(1 − βᵏ), whose first step is whole", () => {
  const xs = Array.from({ length: 100 }, (_, i) => Math.sin(i));
  let recursion = 0;
  ewa(xs, 0.95, { biasCorrection: true }).forEach((average, i) => {
    recursion += (0.05 / (1 - 0.95 ** (i + 1))) * (xs[i]! - recursion);
    expect(average).toBeCloseTo(recursion, 12);
  });
});

test("β = 0 gives the numbers back, no numbers give none, and nothing given is changed", () => {
  const xs = Object.freeze([3, -1, 4]);
  expect(ewa(xs, 0)).toEqual([3, -1, 4]);
  expect(ewa(Float64Array.from(xs), 0, { biasCorrection: true })).toEqual([3, -1, 4]);
  expect(ewa([], 0.9)).toEqual([]);
});

test("the stream gives the same, from plain data", () => {
  const xs = [2, 7, 1, 8];
  const rule = streamingEwa(0.7);
  let state = rule.init();
  expect(state).toEqual({ k: 0, average: 0, corrected: Number.NaN });
  const [plain, corrected] = [ewa(xs, 0.7), ewa(xs, 0.7, { biasCorrection: true })];
  xs.forEach((x, i) => {
    state = rule.next(structuredClone(state), x);
    expect(state).toEqual({ k: i + 1, average: plain[i], corrected: corrected[i] });
  });
});

describe("the readings of β are true", () => {
  test.each([
    // β, window, weight left there, half-life, 1/e time, effective size, steps to 90 % and 99 %
    [0.5, 2, 0.25, 1, 1.44, 3, 4, 7],
    [0.9, 10, 0.3487, 6.58, 9.49, 19, 22, 44],
    [0.95, 20, 0.3585, 13.51, 19.5, 39, 45, 90],
    [0.98, 50, 0.3642, 34.31, 49.5, 99, 114, 228],
    [0.99, 100, 0.366, 68.97, 99.5, 199, 230, 459],
    [0.999, 1000, 0.3677, 692.8, 999.5, 1999, 2302, 4603],
  ])("the table of the chapter, β = %d", (beta, window, left, half, decay, size, ninety, all) => {
    const readings = ewaWindow(beta);
    expect(readings.window).toBeCloseTo(window, 9);
    expect(readings.weightAfterWindow).toBeCloseTo(left, 4);
    expect(readings.halfLife).toBeCloseTo(half, beta > 0.99 ? 1 : 2);
    expect(readings.decayTime).toBeCloseTo(decay, 2);
    expect(readings.effectiveSize).toBeCloseTo(size, 9);
    expect(ewaWarmUpSteps(beta, 0.1)).toBe(ninety);
    expect(ewaWarmUpSteps(beta)).toBe(all);
  });

  test("after a half-life a weight is halved, after a decay time divided by e", () => {
    for (const beta of [0.3, 0.9, 0.999]) {
      const { halfLife, decayTime } = ewaWindow(beta);
      expect(beta ** halfLife).toBeCloseTo(0.5, 12);
      expect(beta ** decayTime).toBeCloseTo(Math.exp(-1), 12);
    }
  });

  test("on a ramp it lags by the mean age, corrected or not", () => {
    const ramp = Array.from({ length: 600 }, (_, i) => i + 1);
    for (const biasCorrection of [true, false]) {
      const last = ewa(ramp, 0.9, { biasCorrection }).at(-1)!;
      expect(600 - last).toBeCloseTo(ewaWindow(0.9).meanAge, 9);
      expect(ewaWindow(0.9).meanAge).toBeCloseTo(9, 12);
    }
  });

  test("of white noise its variance is (1 − β)/(1 + β)", () => {
    const normal = gauss(mulberry32(4));
    const averages = ewa(
      Array.from({ length: 200_000 }, () => normal()),
      0.9,
    ).slice(500);
    const variance = averages.reduce((sum, m) => sum + m * m, 0) / averages.length;
    // 200 000/19 independent values: a standard error of 1.4 %, three of them allowed.
    expect(Math.abs(variance / ewaWindow(0.9).varianceFactor - 1)).toBeLessThan(0.042);
  });

  test("the first step at which less than the share is missing is the first", () => {
    check(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
        (beta, share) => {
          const k = ewaWarmUpSteps(beta, share);
          expect(beta ** k).toBeLessThan(share);
          if (k > 1) expect(beta ** (k - 1)).toBeGreaterThanOrEqual(share);
        },
      ),
    );
  });
});

test.each([
  [() => ewa([1], 1), "ewa: beta must be in [0, 1), got 1"],
  [() => ewa([1], "a" as never), 'ewa: beta must be a number in [0, 1), got "a"'],
  [() => ewa(5 as never, 0.9), "ewa: sequence must be a list of numbers, got 5"],
  [
    () => ewa([1], 0.9, { biasCorrection: 1 } as never),
    "ewa: biasCorrection must be true or false, got 1",
  ],
  [
    () => ewa([1], 0.9, { correct: true } as never),
    'ewa: there is no option "correct". The options are biasCorrection',
  ],
  [() => streamingEwa(-0.1), "streamingEwa: beta must be in [0, 1), got -0.1"],
  [() => ewaWindow(Number.NaN), "ewaWindow: beta must be in [0, 1), got NaN"],
  [() => ewaMass(0.9, -1), "ewaMass: k must be a whole number, 0 or more, got -1"],
  [() => ewaMass(2, 1), "ewaMass: beta must be in [0, 1), got 2"],
  [() => ewaWarmUpSteps(0.9, 0), "ewaWarmUpSteps: share must be in (0, 1), got 0"],
  [() => ewaWarmUpSteps(1), "ewaWarmUpSteps: beta must be in [0, 1), got 1"],
])("a bad argument is named: %#", (call, message) => {
  expect(call).toThrow(message);
});
