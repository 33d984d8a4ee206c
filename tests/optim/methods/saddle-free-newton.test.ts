import { backtracking, newton, run, saddleFreeNewton } from "@downhill/optim";
import { bowl, chain, rosenbrock, saddle, saddleB } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { forManySeeds } from "../random-matrices.ts";

test("on H = diag(2, −2) a step is −|H|⁻¹ g: down to the axis, and away from it", () => {
  const { frames } = run(saddleFreeNewton(), saddle, [3, 0.5], { steps: 1 });
  expect([...frames[1]!.x]).toEqual([0, 1]);
});

test("it leaves the saddle that Newton's method falls into, as fast as Newton comes", () => {
  const at = (method: ReturnType<typeof newton>, steps: number) =>
    run(method, bowl([-1, 2], 0.7), [0.3, -0.1], { steps }).frames.at(-1)!.f;
  expect(Math.abs(at(newton(), 1))).toBeLessThan(1e-30);
  // Along the curvature −1 the distance doubles, so f grows fourfold below 0.
  const f = [10, 11].map((steps) => at(saddleFreeNewton(), steps));
  expect(f[1]! / f[0]!).toBeCloseTo(4, 9);
  expect(f[1]!).toBeLessThan(-1e4);
});

test.each([
  [1e-4, 16],
  [0.1, 6],
  [0.3, 6],
  [0.5, 5],
])("from (1, %d) it is within a thousandth of a minimum after %d steps", (y, steps) => {
  const { frames } = run(saddleFreeNewton(), saddleB, [1, y], {
    until: ({ x }) => Math.hypot(x[0]!, Math.abs(x[1]!) - 1) < 1e-3,
    steps: 40,
  });
  expect(frames.length - 1).toBe(steps);
});

test("on convex functions it is Newton's method", () => {
  forManySeeds((random, n) => {
    const lambdas = Array.from({ length: n }, () => random.uniform(1, 50));
    const { frames } = run(saddleFreeNewton(), bowl(lambdas), random.vector(n), { steps: 1 });
    for (const xi of frames[1]!.x) expect(Math.abs(xi)).toBeLessThan(1e-13);
  });
  const { frames } = run(saddleFreeNewton(), chain(30), chain(30).start, { steps: 1 });
  expect(frames[1]!.gradientMax).toBeLessThan(1e-13);
});

test("damping μ divides by λ + μ: on ½·3x² from 1 with μ = 2 to 1 − 3/5", () => {
  const { frames } = run(saddleFreeNewton({ damping: 2 }), bowl([3]), [1], { steps: 1 });
  expect(frames[1]!.x[0]).toBeCloseTo(0.4, 15);
});

test("with a line search f falls at every step", () => {
  const method = saddleFreeNewton({ lineSearch: backtracking() });
  const { frames } = run(method, rosenbrock, [-1.2, 1], {
    until: ({ gradientMax }) => gradientMax <= 1e-8,
    steps: 60,
  });
  expect(frames.at(-1)!.gradientMax).toBeLessThanOrEqual(1e-8);
  for (let k = 1; k < frames.length; k++) expect(frames[k]!.f).toBeLessThan(frames[k - 1]!.f);
});

test("a singular |H| stalls and asks for a damping, which helps", () => {
  const { outcome } = run(saddleFreeNewton(), bowl([0, 2]), [1, 1]);
  expect(outcome).toEqual({
    kind: "stalled",
    reason: "|H| must not be singular, got the eigenvalue 0.0. Give a damping above 0",
    step: 1,
  });
  const { frames } = run(saddleFreeNewton({ damping: 1e-9 }), bowl([0, 2]), [1, 1], { steps: 3 });
  expect(frames.at(-1)!.f).toBeLessThan(1e-15);
});

describe("bad arguments are named", () => {
  test.each([
    [{ damping: -1 }, RangeError, "saddleFreeNewton: damping must be in [0, ∞), got -1"],
    [
      { lineSearch: "wolfe" },
      TypeError,
      'saddleFreeNewton: lineSearch must be a line search such as strongWolfe(), got "wolfe"',
    ],
    [
      { mu: 1 },
      TypeError,
      'saddleFreeNewton: there is no option "mu". The options are damping, lineSearch',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => saddleFreeNewton(options as never)).toThrow(new kind(message));
  });
});
