import {
  armijo,
  backtrack,
  backtracking,
  createOracle,
  descend,
  dot,
  type Line,
  lineOf,
  run,
  steepestDescent,
  vec,
} from "@downhill/optim";
import { bowl, doubleWell1d, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** A line from φ and φ′, which also writes down where it was looked at. */
function lineWith(phi: (a: number) => number, slope0: number): Line & { readonly seen: number[] } {
  const seen: number[] = [];
  return {
    seen,
    value(alpha) {
      if (alpha > 0) seen.push(alpha);
      return phi(alpha);
    },
    slope: () => slope0,
    curvature: () => Number.NaN,
    length: () => 1,
  };
}

test("on the double well from 2 it halves 1 to 0.125, into the other basin", () => {
  const oracle = createOracle(doubleWell1d);
  const alpha = backtracking().search(oracle, vec(2), vec(-21), undefined);
  expect(alpha).toBe(0.125);
  expect(2 - 21 * 0.125).toBe(-0.625);
  expect(oracle.calls).toEqual({ f: 5, g: 1, h: 0, hv: 0 });
});

test("it takes the first trial if that will do, and never a longer one", () => {
  const flat = lineWith((a) => -a, -1);
  expect(backtracking({ firstTrial: 3 }).along!(flat, undefined)).toBe(3);
  expect(flat.seen).toEqual([3]);
});

test("shrink says what a trial is multiplied by, c1 how much is asked for", () => {
  const parabola = lineWith((a) => (a - 1) ** 2, -2);
  expect(backtracking({ shrink: 0.1, firstTrial: 50 }).along!(parabola, undefined)).toBe(0.5);
  // Armijo on this parabola: α ≤ 2(1 − c₁).
  expect(backtracking({ c1: 0.4, firstTrial: 2 }).along!(parabola, undefined)).toBe(1);
  expect(backtracking({ c1: 0.6, firstTrial: 2 }).along!(parabola, undefined)).toBe(0.5);
});

test("with interpolate the second trial is the minimum of a parabola", () => {
  const parabola = lineWith((a) => (a - 1) ** 2, -2);
  expect(
    backtracking({ interpolate: true, firstTrial: 4 }).along!(parabola, undefined),
  ).toBeCloseTo(1, 14);
  expect(parabola.seen).toHaveLength(2);
});

test("with interpolate a trial shrinks to no less than a tenth", () => {
  const wall = lineWith((a) => (a < 0.001 ? -a : 1e9), -1);
  backtracking({ interpolate: true }).along!(wall, undefined);
  expect(wall.seen.slice(0, 4)).toEqual([1, 0.1, 0.1 / 10, 0.1 / 10 / 10]);
});

test("a trial where f is NaN or infinite is backtracked from", () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
    for (const interpolate of [false, true]) {
      const domain = lineWith((a) => (a > 0.3 ? bad : -a), -1);
      expect(backtracking({ interpolate }).along!(domain, undefined)).toBe(0.25);
    }
});

test("every step of a run meets Armijo's condition, and the run finds the minimum", () => {
  const { frames } = run(descend(steepestDescent, backtracking()), rosenbrock, [-1.2, 1], {
    steps: 500,
  });
  for (let k = 1; k < frames.length; k++) {
    const { x, f } = frames[k - 1]!;
    const g = rosenbrock.gradient(x);
    expect(armijo(frames[k]!.f, frames[k]!.stepLength!, f, -dot(g, g), 1e-4)).toBe(true);
  }
  expect(frames.at(-1)!.f).toBeLessThan(0.1 * frames[1]!.f);
});

test("where the first trial promises less than the rounding of f, f may rise by that", () => {
  const rising = (by: number) => lineWith((a) => (a > 0 ? 1 + by : 1), -1e-14);
  expect(backtracking().along!(rising(0.9e-13), undefined)).toBe(1);
  expect(typeof backtracking().along!(rising(1.2e-13), undefined)).toBe("string");
  expect(typeof backtracking({ firstTrial: 20 }).along!(rising(0.9e-13), undefined)).toBe("string");
});

test("backtrack accepts what lies below a higher level: a step that raises f", () => {
  const line = lineWith((a) => -a + 3 * a * a, -1);
  const settings = { c1: 1e-4, shrink: 0.5, interpolate: false };
  expect(backtrack("test", line, 1, 0, settings)).toBe(0.25);
  expect(backtrack("test", line, 1, 2.5, settings)).toBe(1);
});

describe("in words it says", () => {
  const oracle = createOracle(bowl([1, 25]));
  const along = (d: readonly number[], x: readonly number[] = [-4, 1]) =>
    backtracking().search(oracle, vec(x), vec(d), undefined);

  test("that d does not lead downhill, or nowhere", () => {
    expect(along([-1, 0])).toBe(
      "backtracking: the slope dᵀ∇f must be below 0, got 4; use −d, or another direction",
    );
    expect(along([0, 0])).toBe(
      "backtracking: the slope dᵀ∇f must be below 0, got 0; x may be a critical point already",
    );
    expect(along([Number.NaN, 0])).toBe(
      "backtracking: the slope dᵀ∇f must be below 0, got NaN; use −d, or another direction",
    );
  });

  test("that f is not finite where it should start", () => {
    const logarithm = {
      dim: 1,
      value: ([a = 0]) => Math.log(a),
      gradient: ([a = 0]) => vec(1 / a),
    };
    expect(
      backtracking().search(createOracle(logarithm as never), vec(-1), vec(1), undefined),
    ).toBe("backtracking: f(x) must be a finite number, got NaN; move x");
  });

  test("that f does not fall although the gradient says so", () => {
    const wrong = { ...bowl([1]), gradient: () => vec(1) };
    expect(backtracking().search(createOracle(wrong), vec(-1), vec(-1), undefined)).toMatch(
      /^backtracking: f must fall along d, whose slope is -1, but does not even at α = \d\.\d+e-2\d; check the gradient with checkGradient/,
    );
  });
});

test("it works on a line from an oracle as search does", () => {
  const oracle = createOracle(doubleWell1d);
  expect(backtracking().along!(lineOf(oracle, vec(2), vec(-21)), undefined)).toBe(0.125);
});

describe("bad options are named", () => {
  test.each([
    [{ c1: 0 }, RangeError, "backtracking: c1 must be in (0, 1), got 0"],
    [{ c1: Number.NaN }, RangeError, "backtracking: c1 must be in (0, 1), got NaN"],
    [{ shrink: 1 }, RangeError, "backtracking: shrink must be in (0, 1), got 1"],
    [{ interpolate: 1 }, TypeError, "backtracking: interpolate must be true or false, got 1"],
    [{ firstTrial: 0 }, RangeError, "backtracking: firstTrial must be in (0, ∞), got 0"],
    [
      { firstTrial: "1" },
      TypeError,
      'backtracking: firstTrial must be a number in (0, ∞) or a function such as sameDecrease(), got "1"',
    ],
    [
      { rho: 0.5 },
      TypeError,
      'backtracking: there is no option "rho". The options are c1, shrink, interpolate, firstTrial',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => backtracking(options as never)).toThrow(new kind(message));
  });
});
