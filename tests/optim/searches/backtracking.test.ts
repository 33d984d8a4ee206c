import { backtracking, createOracle, type Objective } from "@downhill/optim";
import { bowl, doubleWell1d } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const along = (problem: Objective, start: number, d: number, options = {}) =>
  backtracking(options).search(
    createOracle(problem),
    Float64Array.of(start),
    Float64Array.of(d),
    undefined,
  );

test("in the double well from 2 along −f′ = −21 it halves 1 down to 0.125", () => {
  expect(along(doubleWell1d, 2, -21)).toBe(0.125);
  expect(along(doubleWell1d, 2, -21, { shrink: 0.1 })).toBeCloseTo(0.1, 15);
  expect(along(doubleWell1d, 2, -21, { first: 0.1 })).toBe(0.1);
  expect(along(doubleWell1d, 2, -21, { c1: 0.3 })).toBe(0.03125);
});

test("a place where f is not finite is too far", () => {
  const logarithm: Objective = {
    dim: 1,
    value: ([x = 0]) => x - Math.log(x),
    gradient: ([x = 0]) => Float64Array.of(1 - 1 / x),
  };
  expect(along(logarithm, 3, -4)).toBe(0.5);
});

test("a rise that is only rounding does not refuse the first step", () => {
  const flat: Objective = {
    dim: 1,
    value: ([x = 0]) => 1 + (x === 0 ? 0 : 1e-15),
    gradient: () => Float64Array.of(1e-9),
  };
  expect(along(flat, 0, -1e-9)).toBe(1);
  const wrong: Objective = { ...bowl([1]), gradient: ([x = 0]) => Float64Array.of(-x) };
  expect(along(wrong, 1, 1, { maxTrials: 20 })).toMatch(
    /^backtracking: f has not fallen enough in 20 trials, down to the step 9\.5e-7\. Check the gradient/,
  );
});

test("a direction that leads uphill is refused", () => {
  expect(along(bowl([1]), 1, 1)).toBe(
    "backtracking: d must lead downhill, its slope dᵀ∇f below 0, got 1.00. Use −∇f, or a direction from a positive definite matrix",
  );
});

describe("bad arguments are named", () => {
  test.each([
    [{ c1: 0 }, RangeError, "backtracking: c1 must be in (0, 1), got 0"],
    [{ shrink: 1 }, RangeError, "backtracking: shrink must be in (0, 1), got 1"],
    [{ first: 0 }, RangeError, "backtracking: first must be in (0, ∞), got 0"],
    [
      { maxTrials: 0 },
      RangeError,
      "backtracking: maxTrials must be a whole number, 1 or more, got 0",
    ],
    [
      { alpha: 1 },
      TypeError,
      'backtracking: there is no option "alpha". The options are c1, shrink, first, maxTrials',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => backtracking(options as never)).toThrow(new kind(message));
  });
});
