import {
  createOracle,
  descend,
  dot,
  exactQuadratic,
  run,
  steepestDescent,
  vec,
} from "@downhill/optim";
import { bowl, chain, saddleB } from "@downhill/optim/problems";
import { expect, test } from "vitest";

test("on a quadratic the slope along d vanishes after the step, without a look at f", () => {
  const problem = chain(12);
  const oracle = createOracle(problem);
  const x = vec(problem.start);
  const d = oracle.g(x).map((slope) => -slope);
  const alpha = exactQuadratic.search(oracle, x, d, undefined) as number;
  const end = x.map((xi, i) => xi + alpha * d[i]!);
  expect(Math.abs(dot(problem.gradient(end), d))).toBeLessThan(1e-15);
  expect(oracle.calls.f).toBe(0);
});

test("steepest descent from (κ, 1) multiplies both coordinates by ±(κ − 1)/(κ + 1)", () => {
  const { frames } = run(descend(steepestDescent, exactQuadratic), bowl([1, 25]), [25, 1], {
    steps: 3,
  });
  expect(frames[3]!.x[0]).toBeCloseTo(25 * (24 / 26) ** 3, 12);
  expect(frames[3]!.x[1]).toBeCloseTo((-24 / 26) ** 3, 12);
  expect(frames[3]!.calls).toEqual({ f: 0, g: 3, h: 3, hv: 0 });
});

test("a product with the Hessian will do", () => {
  const { hessian: _, ...problem } = bowl([1, 25]);
  const oracle = createOracle({ ...problem, hessianVector: (_x, v) => vec(v[0]!, 25 * v[1]!) });
  expect(exactQuadratic.search(oracle, vec(3, 0), vec(-1, 0), undefined)).toBe(3);
  expect(oracle.calls).toEqual({ f: 0, g: 1, h: 0, hv: 1 });
});

test("in words it says that f bends down along d, or that d leads uphill", () => {
  const along = (d: readonly number[]) =>
    exactQuadratic.search(createOracle(saddleB), vec(1, 0.1), vec(d), undefined);
  expect(along([0, 1])).toMatch(
    /^exactQuadratic: the curvature dᵀ∇²f d must be above 0, got -0\.97; f has no minimum along d as far as its second derivative tells, use strongWolfe\(\)$/,
  );
  expect(along([1, 0])).toBe(
    "exactQuadratic: the slope dᵀ∇f must be below 0, got 1; use −d, or another direction",
  );
});
