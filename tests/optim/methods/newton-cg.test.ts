import {
  createOracle,
  newton,
  newtonCg,
  newtonCgDirection,
  type Objective,
  run,
  vec,
} from "@downhill/optim";
import { bowl, chainedRosenbrock, rosenbrock, saddleB, wood } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds, inner } from "../random-matrices.ts";

/** The same problem by products alone: whoever asks for the matrix fails. */
const matrixFree = (problem: Objective): Objective => {
  const { hessian, ...rest } = problem;
  return { ...rest, hessianVector: (x, v) => apply(hessian!(x), v) };
};

const close = { until: ({ gradientMax }: { gradientMax: number }) => gradientMax <= 1e-8 };

test.each([
  ["Rosenbrock's", rosenbrock, 40, 60],
  ["the chained Rosenbrock of 10", chainedRosenbrock(10), 60, 300],
  ["Wood's", wood, 100, 250],
])("solves %s by products alone", (_name, problem, steps, products) => {
  const { frames, outcome } = run(newtonCg(), matrixFree(problem), problem.start, close);
  expect(outcome.kind).toBe("converged");
  const { k, calls } = frames.at(-1)!;
  expect(k).toBeLessThanOrEqual(steps);
  expect(calls.hv).toBeLessThanOrEqual(products);
  expect(calls.h).toBe(0);
  for (let i = 1; i < frames.length; i++)
    expect(frames[i]!.f).toBeLessThanOrEqual(frames[i - 1]!.f);
});

test("the first direction solves Newton's equation to a tenth", () => {
  forManySeeds((random, n) => {
    const H = random.withEigenvalues(Float64Array.from({ length: n }, () => random.uniform(1, 99)));
    const g = random.vector(n);
    const direction = newtonCgDirection();
    const { d } = direction.next(
      { k: 1, x: g, g, h: () => H, hv: (v) => apply(H, v) },
      direction.init(n),
    );
    const rest = apply(H, d).map((entry, i) => entry + g[i]!);
    expect(Math.hypot(...rest)).toBeLessThanOrEqual(0.1 * Math.hypot(...g) * (1 + 1e-12));
  });
});

test("the faster the gradient falls, the better it solves: η = 0.9 (‖g‖/‖g before‖)²", () => {
  const n = 6;
  const direction = newtonCgDirection();
  const H = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_unused, j) => (i === j ? 10 ** i : 0)),
  );
  const g = new Float64Array(n).fill(1);
  const restFor = (before: number) => {
    const { d, memory } = direction.next(
      { k: 2, x: g, g, h: () => H, hv: (v) => apply(H, v) },
      before,
    );
    expect(memory).toBeCloseTo(Math.sqrt(n), 14);
    return Math.hypot(...apply(H, d).map((entry, i) => entry + g[i]!)) / Math.sqrt(n);
  };
  expect(restFor(0)).toBeLessThanOrEqual(0.1);
  expect(restFor(Math.sqrt(n) * 100)).toBeLessThanOrEqual(0.9e-4);
});

test("d leads downhill for every symmetric H", () => {
  forManySeeds((random, n) => {
    const [H, g] = [random.symmetric(n), random.vector(n)];
    const direction = newtonCgDirection();
    const { d } = direction.next({ k: 1, x: g, g, h: () => H, hv: (v) => apply(H, v) }, 0);
    expect(inner(d, g)).toBeLessThan(0);
  });
});

test("where a direction curves down, it is gone as far as if it curved up", () => {
  expect(run(newtonCg(), bowl([-2]), [1], { steps: 1 }).frames[1]!.x[0]).toBe(2);
  // H = diag(2, −2), g = (2, 1): −g curves up, the next direction down.
  const direction = newtonCgDirection({ forcing: 1e-9 });
  const hv = ([u = 0, v = 0]: Float64Array) => Float64Array.of(2 * u, -2 * v);
  const g = Float64Array.of(2, 1);
  const { d } = direction.next({ k: 1, x: g, g, h: () => [], hv }, 1e-300);
  // By hand: α₀ = 5/6, r₁ = (4/3, −8/3), β₀ = 16/9, d₁ = (−20/9, −40/9), |α₁| = (80/9)/(2400/81) = 3/10.
  expect(d[0]).toBeCloseTo(-5 / 3 - (3 / 10) * (20 / 9), 14);
  expect(d[1]).toBeCloseTo(-5 / 6 - (3 / 10) * (40 / 9), 14);
});

test("near a minimum it converges as Newton's method does: errors are about squared", () => {
  const errors = run(newtonCg(), saddleB, [0.3, 0.8], { steps: 6 }).frames.map(({ x }) =>
    Math.hypot(x[0]!, x[1]! - 1),
  );
  const pure = run(newton(), saddleB, [0.3, 0.8], { steps: 5 }).frames.at(-1)!;
  expect(errors.at(-1)!).toBeLessThan(1e-10);
  expect(Math.hypot(pure.x[0]!, pure.x[1]! - 1)).toBeLessThan(1e-10);
  // Superlinear: each factor is smaller than the one before.
  const factors = errors.slice(1).map((error, k) => error / errors[k]!);
  expect(factors[3]!).toBeLessThan(0.1 * factors[1]!);
});

test("it goes on from a state that was copied, with what it remembers", () => {
  const oracle = createOracle(rosenbrock);
  const method = newtonCg();
  let state = method.init(oracle, Float64Array.of(-1.2, 1));
  for (let k = 0; k < 5; k++) state = method.step(oracle, state);
  expect(state.memory).toBeGreaterThan(0);
  expect(method.step(createOracle(rosenbrock), structuredClone(state)).x).toEqual(
    method.step(oracle, state).x,
  );
});

test("a Hessian that is not finite ends the run, and is no step along the gradient", () => {
  const torn: Objective = { ...bowl([1, 25]), hessianVector: () => vec(Number.NaN, 0) };
  const { outcome, frames } = run(newtonCg(), torn, [-4, 1], { steps: 5 });
  expect(outcome).toMatchObject({ kind: "diverged", step: 1 });
  expect(frames).toHaveLength(1);
});

describe("bad arguments are named", () => {
  test.each([
    [{ forcing: 1 }, RangeError, "newtonCg: forcing must be in (0, 1), got 1"],
    [
      { lineSearch: 1 },
      TypeError,
      "newtonCg: lineSearch must be a line search such as strongWolfe(), got 1",
    ],
    [
      { eta: 1 },
      TypeError,
      'newtonCg: there is no option "eta". The options are forcing, lineSearch',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => newtonCg(options as never)).toThrow(new kind(message));
  });
});
