import {
  choiceOf,
  integerRange,
  linearRange,
  logRange,
  mulberry32,
  type NumberRange,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** The largest distance between the share of draws up to a value and what it should be. */
function kolmogorovSmirnov(draws: readonly number[], cdf: (value: number) => number): number {
  const sorted = draws.toSorted((a, b) => a - b);
  const gaps = sorted.map((value, i) => {
    const expected = cdf(value);
    return Math.max(expected - i / draws.length, (i + 1) / draws.length - expected);
  });
  return Math.max(...gaps);
}

const draw = (range: NumberRange, count: number, seed: number) => {
  const rng = mulberry32(seed);
  return Array.from({ length: count }, () => range.fromUnit(rng()));
};

describe("ranges of real numbers", () => {
  test.each([
    ["linear", linearRange(-3, 0.1)],
    ["log", logRange(1e-4, 0.3)],
    ["log", logRange(1e-300, 1e300)],
  ])("a %s range has its exact ends at 0 and 1 and beyond", (_kind, range) => {
    expect([0, -1, 1, 2].map((u) => range.fromUnit(u))).toEqual([
      range.min,
      range.min,
      range.max,
      range.max,
    ]);
    expect([range.toUnit(range.min), range.toUnit(range.max)]).toEqual([0, 1]);
  });

  test("fromUnit and toUnit undo each other, and fromUnit never leaves the range", () => {
    check(
      fc.property(unit, fc.constantFrom(linearRange(-3, 7), logRange(1e-6, 10)), (u, range) => {
        const value = range.fromUnit(u);
        expect(value >= range.min && value <= range.max).toBe(true);
        expect(Math.abs(range.toUnit(value) - u)).toBeLessThan(1e-14);
      }),
    );
  });

  test("equal shares are equal differences on a linear range, equal ratios on a logarithmic one", () => {
    const quarters = [0, 0.25, 0.5, 0.75, 1];
    expect(quarters.map((u) => linearRange(2, 10).fromUnit(u))).toEqual([2, 4, 6, 8, 10]);
    quarters
      .map((u) => logRange(1e-4, 1).fromUnit(u))
      .forEach((value, i) => {
        expect(value / 10 ** (i - 4)).toBeCloseTo(1, 14);
      });
  });

  // The 1 % point of the Kolmogorov–Smirnov distance is 1.63/√n: one seed in a hundred exceeds it.
  test.each([1, 2, 3])("draws of seed %d follow the scale, by Kolmogorov and Smirnov", (seed) => {
    const bound = 1.63 / Math.sqrt(4000);
    const uniform = (v: number) => (v + 2) / 5;
    const logUniform = (v: number) => Math.log10(v / 1e-4) / 4;
    expect(kolmogorovSmirnov(draw(linearRange(-2, 3), 4000, seed), uniform)).toBeLessThan(bound);
    const rates = draw(logRange(1e-4, 1), 4000, seed);
    expect(kolmogorovSmirnov(rates, logUniform)).toBeLessThan(bound);
    expect(kolmogorovSmirnov(rates, (v) => v)).toBeGreaterThan(20 * bound);
  });

  test("of [1e-4, 1] 9.99 % lies below 0.1 on the linear scale, 75 % on the logarithmic one", () => {
    const linear = linearRange(1e-4, 1);
    const log = logRange(1e-4, 1);
    expect(linear.toUnit(0.1)).toBeCloseTo(0.0999, 4);
    expect(log.toUnit(0.1)).toBeCloseTo(0.75, 14);
    const below = (range: NumberRange) =>
      draw(range, 20_000, 1).filter((value) => value < 0.1).length / 20_000;
    // Three standard errors of a share of 20000 draws: 0.0064 and 0.0092.
    expect(Math.abs(below(linear) - 0.0999)).toBeLessThan(0.0064);
    expect(Math.abs(below(log) - 0.75)).toBeLessThan(0.0092);
  });
});

describe("integer ranges", () => {
  test("each number has the same share", () => {
    const range = integerRange(3, 6);
    const us = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);
    const counts = [3, 4, 5, 6].map((n) => us.filter((u) => range.fromUnit(u) === n).length);
    expect(counts).toEqual([100, 100, 100, 100]);
    expect([range.fromUnit(0), range.fromUnit(1), range.fromUnit(7)]).toEqual([3, 6, 6]);
  });

  test("on a logarithmic scale the share of n is that of log((n + 1)/n)", () => {
    const range = integerRange(1, 7, "log");
    expect(range.toUnit(4) - range.toUnit(1)).toBeCloseTo(Math.log(4.5 / 1.5) / Math.log(8), 14);
    const us = Array.from({ length: 3000 }, (_, i) => (i + 0.5) / 3000);
    const share = us.filter((u) => range.fromUnit(u) === 1).length / 3000;
    expect(share).toBeCloseTo(1 / 3, 3); // log 2 / log 8
  });

  test("every number comes back from where it lies", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom("linear" as const, "log" as const),
        unit,
        (min, extra, scale, u) => {
          const range = integerRange(min, min + extra, scale);
          const value = Math.round(min + u * extra);
          expect(range.fromUnit(range.toUnit(value))).toBe(value);
        },
      ),
    );
  });

  test("a part of one keeps its kind and scale, and may be a single number", () => {
    const part = integerRange(1, 100, "log").between(0.5, 0.5) as NumberRange;
    expect([part.kind, part.min, part.max]).toEqual(["integer", 10, 10]);
    expect(part.fromUnit(0.3)).toBe(10);
  });
});

describe("choices", () => {
  const rule = choiceOf(["adam", "momentum", "rmsprop"]);

  test("each option has the same share, and comes back from where it lies", () => {
    expect([0, 0.33, 0.34, 0.66, 0.67, 1, -3].map((u) => rule.fromUnit(u))).toEqual([
      "adam",
      "adam",
      "momentum",
      "momentum",
      "rmsprop",
      "rmsprop",
      "adam",
    ]);
    for (const option of rule.options) expect(rule.fromUnit(rule.toUnit(option))).toBe(option);
  });

  test("any two options are at distance 1, the length of a range of numbers", () => {
    for (const a of rule.options)
      for (const b of rule.options) {
        const there = rule.features(b);
        const apart = Math.hypot(...rule.features(a).map((entry, i) => entry - there[i]!));
        expect(apart).toBeCloseTo(a === b ? 0 : 1, 14);
      }
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      () => linearRange(1, 1),
      RangeError,
      "linearRange: min must be less than max, got 1 and 1. Swap them, or leave a parameter that is fixed out of the space",
    ],
    [
      () => linearRange(0, Number.POSITIVE_INFINITY),
      RangeError,
      "linearRange: max must be in (−∞, ∞), got Infinity",
    ],
    [() => logRange(0, 1), RangeError, "logRange: min must be in (0, ∞), got 0"],
    [
      () => logRange(1, 0.1),
      RangeError,
      "logRange: min must be less than max, got 1 and 0.1. Swap them, or leave a parameter that is fixed out of the space",
    ],
    [
      () => logRange("1e-4" as never, 1),
      TypeError,
      'logRange: min must be a number in (0, ∞), got "1e-4"',
    ],
    [
      () => integerRange(5, 2),
      RangeError,
      "integerRange: max must be a whole number, 5 or more, got 2",
    ],
    [
      () => integerRange(0, 8, "log"),
      RangeError,
      "integerRange: min must be a whole number, 1 or more, got 0",
    ],
    [
      () => integerRange(1, 8, "logarithmic" as never),
      RangeError,
      'integerRange: scale must be one of "linear", "log", got "logarithmic"',
    ],
    [
      () => choiceOf([]),
      TypeError,
      'choiceOf: options must be a list such as ["adam", "momentum"], got an empty list',
    ],
    [
      () => choiceOf("adam" as never),
      TypeError,
      'choiceOf: options must be a list such as ["adam", "momentum"], got "adam"',
    ],
    [
      () => choiceOf([1, undefined] as never),
      TypeError,
      "choiceOf: every option must be a string, a number or a boolean, got undefined",
    ],
    [
      () => choiceOf(["adam", "adam"]),
      RangeError,
      'choiceOf: every option must be there once, got "adam" twice',
    ],
  ] as const)("%s", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
