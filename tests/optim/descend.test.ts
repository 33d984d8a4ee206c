import {
  type Before,
  type Direction,
  descend,
  dot,
  gradientDescent,
  type LineSearch,
  momentum,
  momentumDirection,
  norm,
  run,
  steepestDescent,
  vec,
} from "@downhill/optim";
import { bowl, dunes, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** The exact minimizer along d on a quadratic: α = −gᵀd / dᵀHd. */
const exact: LineSearch = {
  name: "exact",
  search(oracle, x, d) {
    const curvature = dot(d, oracle.hv(x, d));
    return curvature > 0 ? -dot(oracle.g(x), d) / curvature : "no curvature along d";
  },
};

/** Newton's direction for two variables: d = −H⁻¹g. */
const newton: Direction<null> = {
  name: "newton",
  order: 2,
  init: () => null,
  next({ g, h }) {
    const [[a, b], [, c]] = h() as unknown as [[number, number], [number, number]];
    const [p, q] = g as unknown as [number, number];
    const det = a * c - b * b;
    return { d: Float64Array.of((b * q - c * p) / det, (b * p - a * q) / det), memory: null };
  },
};

test("steepest descent with a fixed step is gradient descent, bit for bit", () => {
  const ours = run(descend(steepestDescent, 0.02), dunes, dunes.start, { steps: 50 });
  const theirs = run(gradientDescent({ learningRate: 0.02 }), dunes, dunes.start, { steps: 50 });
  expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
});

test("momentum's direction with a number or a schedule is momentum", () => {
  const schedule = (k: number) => 0.02 / k;
  for (const step of [0.02, schedule]) {
    const ours = run(descend(momentumDirection({ beta: 0.8 }), step), dunes, dunes.start, {
      steps: 50,
    });
    const theirs = run(momentum({ learningRate: step, beta: 0.8 }), dunes, dunes.start, {
      steps: 50,
    });
    expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
    expect(ours.frames[3]!.stepLength).toBe(theirs.frames[3]!.stepLength);
  }
});

test("a line search takes the place of the number: exact steepest descent on the bowl", () => {
  // Its worst case: from (κ, 1) every step multiplies both coordinates by ±(κ − 1)/(κ + 1).
  const { frames } = run(descend(steepestDescent, exact), bowl([1, 25]), [25, 1], { steps: 3 });
  const rate = 24 / 26;
  expect(frames[3]!.x[0]).toBeCloseTo(25 * rate ** 3, 12);
  expect(frames[3]!.x[1]).toBeCloseTo((-rate) ** 3, 12);
});

test("a direction may ask for the Hessian: Newton solves a quadratic in one step", () => {
  const { frames } = run(descend(newton, 1), bowl([1, 25], 0.4), [-4, 1], { steps: 1 });
  expect(Math.hypot(...frames[1]!.x)).toBeLessThan(1e-14);
  expect(frames[1]!.calls).toEqual({ f: 0, g: 1, h: 1, hv: 0 });
  expect(descend(newton, 1).order).toBe(2);
});

test("a line search that finds no step stalls the run, with its reason", () => {
  const trace = run(descend(steepestDescent, exact), bowl([-1, -2]), [1, 1]);
  expect(trace.outcome).toEqual({ kind: "stalled", reason: "no curvature along d", step: 1 });
  expect(trace.frames.length).toBe(1);
});

test("the line search is told the step length and the slope of the step before", () => {
  const told: (Before | undefined)[] = [];
  const listening: LineSearch = {
    name: "listening",
    search(_oracle, _x, _d, before) {
      told.push(before);
      return 1e-4;
    },
  };
  run(descend(steepestDescent, listening), rosenbrock, [-1.2, 1], { steps: 2 });
  const slope = -(norm(rosenbrock.gradient(vec(-1.2, 1))) ** 2);
  expect(told).toEqual([undefined, { stepLength: 1e-4, slope: expect.closeTo(slope, 6) }]);
});

test("its state is plain data: a copy continues to the same point", () => {
  const method = descend(momentumDirection(), 0.02);
  const { frames } = run(method, dunes, dunes.start, { steps: 10 });
  const again = run(
    { ...method, init: () => structuredClone(frames[5]!.state) },
    dunes,
    dunes.start,
    { steps: 10 },
  );
  expect(again.frames.at(-1)!.x).toEqual(frames[10]!.x);
});

describe("bad arguments are named", () => {
  test.each([
    [
      () => descend(steepestDescent, "0.1" as never),
      TypeError,
      'descend: step must be a number in [0, ∞), a schedule k => α or a line search, got "0.1"',
    ],
    [
      () => descend(steepestDescent, {} as never),
      TypeError,
      "descend: step must be a number in [0, ∞), a schedule k => α or a line search, got an object",
    ],
    [() => descend(steepestDescent, -1), RangeError, "descend: step must be in [0, ∞), got -1"],
    [
      () =>
        run(
          descend(steepestDescent, (k) => (k < 3 ? 0.1 : Number.NaN)),
          bowl([1]),
          [1],
        ),
      RangeError,
      "descend: the step length of step 3 must be in [0, ∞), got NaN",
    ],
    [
      () => momentumDirection({ beta: 1 }),
      RangeError,
      "momentumDirection: beta must be in [0, 1), got 1",
    ],
  ])("%#", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
