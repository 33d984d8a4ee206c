import {
  backtracking,
  gaussNewton,
  gaussNewtonModel,
  leastSquares,
  newton,
  run,
  vec,
} from "@downhill/optim";
import { rosenbrock, saddle } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds } from "../random-matrices.ts";

test("a straight line through three points, in one step: 1/6 + 3x/2 for 0, 2, 3 at 0, 1, 2", () => {
  const problem = leastSquares({
    dim: 2,
    residuals: ([a = 0, b = 0]) => vec(a, a + b - 2, a + 2 * b - 3),
    jacobian: () => [vec(1, 0), vec(1, 1), vec(1, 2)],
  });
  const { frames } = run(gaussNewton(), gaussNewtonModel(problem), [7, -5], { steps: 1 });
  expect(frames[1]!.x[0]).toBeCloseTo(1 / 6, 12);
  expect(frames[1]!.x[1]).toBeCloseTo(3 / 2, 12);
});

test("linear residuals take one step, whatever the data", () => {
  forManySeeds((random, n) => {
    const rows = Array.from({ length: n + 3 }, () => random.vector(n));
    const data = random.vector(n + 3);
    const problem = leastSquares({
      dim: n,
      residuals: (x) => apply(rows, x).map((entry, i) => entry - data[i]!),
      jacobian: () => rows,
    });
    const { frames } = run(gaussNewton(), gaussNewtonModel(problem), random.vector(n), {
      steps: 1,
    });
    expect(frames[1]!.gradientMax).toBeLessThan(1e-8 * Math.max(1, frames[0]!.gradientMax));
  });
});

test("on Rosenbrock's function as least squares it takes two steps, where Newton's takes six", () => {
  const problem = leastSquares({
    dim: 2,
    residuals: ([x = 0, y = 0]) => vec(10 * (y - x * x), 1 - x),
    jacobian: ([x = 0]) => [vec(-20 * x, 10), vec(-1, 0)],
  });
  const close = { until: ({ gradientMax }: { gradientMax: number }) => gradientMax <= 1e-8 };
  const steps = run(gaussNewton(), gaussNewtonModel(problem), [-1.2, 1], close).frames.length - 1;
  expect(steps).toBe(2);
  expect(run(newton(), rosenbrock, [-1.2, 1], close).frames.length - 1).toBe(6);
});

test("with dependent columns it takes the shortest of the best steps", () => {
  // Only a + b counts: from (0, 0) to a + b = 2 the shortest way is to (1, 1).
  const problem = leastSquares({
    dim: 2,
    residuals: ([a = 0, b = 0]) => vec(a + b - 2),
    jacobian: () => [vec(1, 1)],
  });
  const { frames } = run(gaussNewton(), gaussNewtonModel(problem), [0, 0], { steps: 1 });
  expect(frames[1]!.x[0]).toBeCloseTo(1, 12);
  expect(frames[1]!.x[1]).toBeCloseTo(1, 12);
});

test("near a fit without residuals it converges like Newton's method", () => {
  const times = [0, 1, 2, 3];
  const problem = leastSquares({
    dim: 1,
    residuals: ([b = 0]) => Float64Array.from(times, (t) => Math.exp(-b * t) - Math.exp(-0.5 * t)),
    jacobian: ([b = 0]) => times.map((t) => vec(-t * Math.exp(-b * t))),
  });
  const errors = run(gaussNewton(), gaussNewtonModel(problem), [0.6], { steps: 3 }).frames.map(
    ({ x }) => Math.abs(x[0]! - 0.5),
  );
  expect(errors[2]! / errors[1]! ** 2 / (errors[1]! / errors[0]! ** 2)).toBeCloseTo(1, 0);
  expect(errors[3]!).toBeLessThan(1e-7);
});

test("with a line search f falls where the whole step would climb", () => {
  const problem = leastSquares({
    dim: 1,
    residuals: ([x = 0]) => vec(Math.atan(x)),
    jacobian: ([x = 0]) => [vec(1 / (1 + x * x))],
  });
  const model = gaussNewtonModel(problem);
  const pure = run(gaussNewton(), model, [2], { steps: 3 }).frames;
  expect(pure[1]!.f).toBeGreaterThan(pure[0]!.f);
  const held = run(gaussNewton({ lineSearch: backtracking() }), model, [2], { steps: 10 }).frames;
  for (let k = 1; k < held.length; k++) expect(held[k]!.f).toBeLessThanOrEqual(held[k - 1]!.f);
  expect(held.at(-1)!.f).toBeLessThan(1e-20);
});

test("a matrix that is no JᵀJ stalls it, with a remedy", () => {
  expect(run(gaussNewton(), saddle, [1, 1]).outcome).toEqual({
    kind: "stalled",
    reason:
      "JᵀJ must have no negative eigenvalue, got -2.0. Run it on gaussNewtonModel(problem), or use trustRegion()",
    step: 1,
  });
});

describe("bad arguments are named", () => {
  test.each([
    [
      { lineSearch: {} },
      TypeError,
      "gaussNewton: lineSearch must be a line search such as strongWolfe(), got an object",
    ],
    [
      { damping: 1 },
      TypeError,
      'gaussNewton: there is no option "damping". The options are lineSearch',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => gaussNewton(options as never)).toThrow(new kind(message));
  });
});
