import { conjugateGradients, linearCg, type Objective, run } from "@downhill/optim";
import { bowl, chain, doubleWell1d, rosenbrock, saddle } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds, inner, type Random } from "../random-matrices.ts";

function quadratic(random: Random, values: ArrayLike<number>) {
  const A = random.withEigenvalues(values);
  const b = random.vector(values.length);
  const problem: Objective = {
    dim: values.length,
    value: (x) => inner(x, apply(A, x)) / 2 - inner(b, x),
    gradient: (x) => apply(A, x).map((entry, i) => entry - b[i]!),
    hessianVector: (_x, v) => apply(A, v),
  };
  return { A, b, problem };
}

test("is at the minimum of a quadratic after n steps, by n products", () => {
  forManySeeds((random, n) => {
    const values = Float64Array.from({ length: n }, () => random.uniform(1, 20));
    const { problem } = quadratic(random, values);
    const { frames } = run(linearCg(), problem, random.vector(n), { steps: n });
    const { gradientMax, calls } = frames.at(-1)!;
    expect(gradientMax).toBeLessThan(1e-10);
    expect(calls.hv).toBeLessThanOrEqual(n);
    expect(calls.h + calls.f).toBe(0);
  });
});

test("the chain of 60 masses takes all 60 steps: the news travels one coordinate a step", () => {
  const problem = chain(60);
  const { frames } = run(linearCg(), problem, problem.start, { steps: 60 });
  frames.slice(0, -1).forEach(({ x }, k) => {
    expect(x.findLastIndex((entry) => entry !== 0)).toBe(k - 1);
  });
  expect(frames[59]!.gradientMax).toBeGreaterThan(1e-3);
  expect(frames[60]!.gradientMax).toBeLessThan(1e-12);
});

test("takes the steps of the solver of A x = b, and its step length minimizes f along d", () => {
  forManySeeds((random, n) => {
    const values = Float64Array.from({ length: n }, () => random.uniform(1, 20));
    const { A, b, problem } = quadratic(random, values);
    const start = random.vector(n);
    const solver = conjugateGradients(A, b, { start, tolerance: 1e-8 });
    const { frames } = run(linearCg(), problem, start, { steps: solver.length - 1 });
    frames.forEach(({ x, state }, k) => {
      const { d } = frames[Math.max(0, k - 1)]!.state;
      if (k > 0)
        expect(Math.abs(inner(state.r, d))).toBeLessThan(1e-10 * Math.hypot(...d) ** 2 + 1e-14);
      x.forEach((xi, i) => {
        expect(xi).toBeCloseTo(solver[k]!.x[i]!, 9);
      });
    });
  });
});

describe("it ends as stalled", () => {
  const reason = (problem: Objective, start: number[]) => {
    const { outcome } = run(linearCg(), problem, start, { steps: 200 });
    return outcome.kind === "stalled" ? outcome.reason : outcome.kind;
  };

  test("where the residual is 0", () => {
    expect(reason(bowl([3]), [1])).toBe("the residual is 0: x solves A x = b");
  });

  test("where f curves down along d", () => {
    expect(reason(saddle, [1, 3])).toBe(
      'the curvature dᵀAd along the next direction must be above 0, got -64: f has no minimum there. Use trustRegion({ subproblem: "steihaug" })',
    );
  });

  test("where f is no quadratic", () => {
    const message =
      /^f is not a quadratic: its gradient is off the residual by .*\. Use newtonCg\(\)$/;
    expect(reason(rosenbrock, [-1.2, 1])).toMatch(message);
    expect(reason(doubleWell1d, [2])).toMatch(message);
  });

  test("but not because of rounding: started at the solution, or with κ = 1e8 and 1e6 steps away", () => {
    const problem = chain(20);
    const { x } = run(linearCg(), problem, problem.start, { steps: 20 }).frames.at(-1)!;
    const again = run(linearCg(), problem, x, { steps: 20 }).outcome;
    expect(again).not.toHaveProperty("reason", expect.stringContaining("quadratic"));
    const steep = bowl([1, 1e4, 1e8], 0.5);
    const { outcome } = run(linearCg(), steep, [1e6, 1e6, 1e6], { steps: 60 });
    expect(outcome).not.toHaveProperty("reason", expect.stringContaining("quadratic"));
  });
});

test("infinite products end the run as diverged", () => {
  const problem: Objective = {
    dim: 1,
    value: () => 0,
    gradient: () => Float64Array.of(1),
    hessianVector: () => Float64Array.of(Number.POSITIVE_INFINITY),
  };
  expect(run(linearCg(), problem, [1]).outcome).toEqual({
    kind: "diverged",
    reason: "the Hessian is not finite at step 1",
    step: 1,
  });
});
