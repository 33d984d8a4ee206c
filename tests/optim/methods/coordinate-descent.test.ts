import {
  type CoordinateDescentOptions,
  coordinateDescent,
  type Objective,
  run,
} from "@downhill/optim";
import { beale, bowl, chain, rosenbrock, saddleB } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** |x + y| + 3|x − y|: its valley x = y lies across the axes. */
const kink: Objective = {
  dim: 2,
  value: ([x = 0, y = 0]) => Math.abs(x + y) + 3 * Math.abs(x - y),
  gradient: ([x = 0, y = 0]) =>
    Float64Array.of(
      Math.sign(x + y) + 3 * Math.sign(x - y),
      Math.sign(x + y) - 3 * Math.sign(x - y),
    ),
};

const frames = (
  options: CoordinateDescentOptions,
  problem: Objective,
  start: readonly number[],
  steps: number,
) => run(coordinateDescent(options), problem, start, { steps }).frames;

test("on a quadratic the exact, cyclic form is the Gauss–Seidel iteration", () => {
  const n = 12;
  const problem = chain(n);
  const start = Array.from({ length: n }, (_, i) => Math.sin(i));
  const A = problem.hessian(Float64Array.from(start));
  const b = problem.gradient(new Float64Array(n)).map((g) => -g);
  const x = Float64Array.from(start);
  frames({}, problem, start, 4 * n)
    .slice(1)
    .forEach((frame, k) => {
      const i = k % n;
      let sum = b[i]!;
      for (let j = 0; j < n; j++) if (j !== i) sum -= A[i]![j]! * x[j]!;
      x[i] = sum / A[i]![i]!;
      for (let j = 0; j < n; j++) expect(Math.abs(frame.x[j]! - x[j]!)).toBeLessThan(1e-7);
    });
});

test("on a bowl along the axes it is at the minimum after one sweep", () => {
  const [, , after] = frames({}, bowl([1, 25]), [-4, 1], 2);
  // Values of f near 12.5 cannot tell x from 0 below about √(12.5 ε).
  expect(Math.max(...after!.x.map(Math.abs))).toBeLessThan(1e-7);
});

test("turned by 30°, bowl(1, 25) takes 30 sweeps to a thousandth of the distance", () => {
  const { frames: all } = run(coordinateDescent(), bowl([1, 25], Math.PI / 6), [-4, 1], {
    until: ({ x }) => Math.hypot(...x) <= 1e-3 * Math.hypot(4, 1),
  });
  expect(all.length - 1).toBe(60);
});

test("each step moves one coordinate only, one after the other", () => {
  const all = frames({}, rosenbrock, [-1.2, 1], 20);
  all.slice(1).forEach(({ x }, k) => {
    expect(x[(k + 1) % 2]).toBe(all[k]!.x[(k + 1) % 2]);
  });
});

describe("at a kink across the axes it stalls, where f is 4 and 0 would be possible", () => {
  test.each(["exact", "pattern"] as const)("%s", (search) => {
    for (const order of ["cyclic", "random"] as const) {
      const { frames: all, outcome } = run(coordinateDescent({ search, order }), kink, [-2, -2]);
      expect([...all.at(-1)!.x]).toEqual([-2, -2]);
      expect(all.at(-1)!.f).toBe(4);
      expect(outcome).toMatchObject({
        kind: "stalled",
        reason:
          "f is lower along no coordinate: x is a minimum, or a kink that only several coordinates together lead out of",
      });
    }
  });
});

test("a separable kink is no obstacle: it solves the lasso, zeros and all", () => {
  // ½(x − 3)² + ½(y − 0.2)² + ½xy/2 + |x| + |y|; at the minimum y = 0 and x = 2.
  const lasso: Objective = {
    dim: 2,
    value: ([x = 0, y = 0]) =>
      0.5 * (x - 3) ** 2 + 0.5 * (y - 0.2) ** 2 + 0.25 * x * y + Math.abs(x) + Math.abs(y),
    gradient: ([x = 0, y = 0]) =>
      Float64Array.of(x - 3 + 0.25 * y + Math.sign(x), y - 0.2 + 0.25 * x + Math.sign(y)),
  };
  for (const search of ["exact", "pattern"] as const) {
    const { x } = frames({ search }, lasso, [-1, 4], 300).at(-1)!;
    expect(x[0]).toBeCloseTo(2, 6);
    expect(x[1]).toBeCloseTo(0, 6);
  }
});

test("the pattern by hand: forwards, the other way, half as far", () => {
  const all = frames({ search: "pattern", stride: 1 }, bowl([1]), [2.25], 5);
  // 3.25 is higher, 1.25 lower; then −2 from there: −0.75, then −4 and +4: neither, then −2 and +2.
  expect(all.map(({ x }) => x[0])).toEqual([2.25, 1.25, -0.75, -0.75, -0.75, 0.25]);
  expect(all.map(({ state }) => state.strides[0])).toEqual([1, -2, -4, -2, -1, 2]);
});

test("the pattern ends when its strides are below the tolerance", () => {
  const { frames: all, outcome } = run(
    coordinateDescent({ search: "pattern", tolerance: 1e-3 }),
    bowl([1, 4]),
    [0.3, -0.7],
  );
  expect(outcome.kind).toBe("stalled");
  expect(Math.max(...all.at(-1)!.state.strides.map(Math.abs))).toBeLessThanOrEqual(1e-3);
  expect(Math.hypot(...all.at(-1)!.x)).toBeLessThan(2e-3);
});

test("at random, every coordinate gets its share, and the seed decides which", () => {
  const start = Array.from({ length: 6 }, () => 1);
  const chosen = (seed: number) => {
    const all = frames({ order: "random", seed, search: "pattern" }, chain(6), start, 600);
    return all.slice(1).map(({ state }, k) => {
      const before = all[k]!.state.strides;
      return state.strides.findIndex((stride, i) => stride !== before[i]);
    });
  };
  const first = chosen(1);
  expect(chosen(1)).toEqual(first);
  expect(chosen(2).slice(0, 20)).not.toEqual(first.slice(0, 20));
  for (let i = 0; i < 6; i++) expect(first).toContain(i);
});

test("it minimizes smooth functions, with all of its choices", () => {
  for (const order of ["cyclic", "random"] as const)
    for (const search of ["exact", "pattern"] as const) {
      const { frames: all } = run(coordinateDescent({ order, search }), beale, [1, 1], {
        steps: 5000,
        until: ({ f }) => f < 1e-6,
      });
      expect(all.at(-1)!.f).toBeLessThan(1e-6);
      for (let k = 1; k < all.length; k++) expect(all[k]!.f).toBeLessThanOrEqual(all[k - 1]!.f);
    }
});

test("it asks for values alone", () => {
  const { calls } = frames({}, saddleB, [1, 1], 10).at(-1)!;
  expect(calls).toMatchObject({ g: 0, h: 0, hv: 0 });
  expect(calls.f).toBeGreaterThan(0);
});

test("where f falls without end, the run ends as diverged", () => {
  expect(run(coordinateDescent(), bowl([1, -1]), [1, 1]).outcome).toEqual({
    kind: "diverged",
    reason: "f(x) is not finite at step 2",
    step: 2,
  });
});

test("a wall of NaN is not entered", () => {
  const walled: Objective = {
    dim: 1,
    value: ([x = 0]) => x - Math.log(x),
    gradient: ([x = 0]) => Float64Array.of(1 - 1 / x),
  };
  for (const search of ["exact", "pattern"] as const)
    expect(frames({ search }, walled, [0.1], 200).at(-1)!.x[0]).toBeCloseTo(1, 6);
});

test("a stride that is lost in rounding ends it", () => {
  expect(run(coordinateDescent({ stride: 1e-3 }), bowl([1]), [1e15]).outcome.kind).toBe("stalled");
});

test.each([
  [{ order: "any" }, 'order must be one of "cyclic", "random", got "any"'],
  [{ search: "newton" }, 'search must be one of "exact", "pattern", got "newton"'],
  [{ stride: 0 }, "stride must be in (0, ∞), got 0"],
  [{ tolerance: -1 }, "tolerance must be in [0, ∞), got -1"],
  [{ seed: 0.5 }, "seed must be a whole number, 0 or more, got 0.5"],
  [
    { learningRate: 1 },
    'there is no option "learningRate". The options are order, search, stride, tolerance, seed',
  ],
])("%j is refused", (options, message) => {
  expect(() => coordinateDescent(options as never)).toThrow(`coordinateDescent: ${message}`);
});
