import { modifiedCholesky, symmetricEigen } from "@downhill/optim";
import { expect, test } from "vitest";
import { apply, forManySeeds, inner } from "./random-matrices.ts";

test("a positive definite matrix stays as it is, but for rounding", () => {
  forManySeeds((random, n) => {
    const A = random.withEigenvalues(
      Float64Array.from({ length: n }, () => random.uniform(0.5, 9)),
    );
    for (const extra of modifiedCholesky(A).added) expect(Math.abs(extra)).toBeLessThan(1e-14);
  });
});

test("A + E is positive definite, E ≥ 0, and solve solves with it, for any symmetric A", () => {
  forManySeeds((random, n) => {
    const A = random.symmetric(n);
    const { added, solve } = modifiedCholesky(A);
    const mended = A.map((row, i) => row.map((entry, j) => (i === j ? entry + added[i]! : entry)));
    const { values } = symmetricEigen(mended);
    expect(values[0]).toBeGreaterThan(0);
    for (const extra of added) expect(extra).toBeGreaterThan(-1e-13);
    const b = random.vector(n);
    const x = solve(b);
    const size = values.at(-1)! * Math.hypot(...x) + Math.hypot(...b);
    apply(mended, x).forEach((entry, i) => {
      expect(Math.abs(entry - b[i]!)).toBeLessThan(1e-12 * size);
    });
  });
});

test("−(A + E)⁻¹ g leads downhill for every symmetric A", () => {
  forManySeeds((random, n) => {
    const g = random.vector(n);
    expect(inner(g, modifiedCholesky(random.symmetric(n)).solve(g))).toBeGreaterThan(0);
  });
});

test("on a diagonal, negative entries change their sign, and 0 becomes tiny", () => {
  const A = [Float64Array.of(2, 0, 0), Float64Array.of(0, -3, 0), Float64Array.of(0, 0, 0)];
  expect([...modifiedCholesky(A).added]).toEqual([0, 6, 3 * 2 ** -52]);
});

test("zero is mended to the identity", () => {
  const { added, solve } = modifiedCholesky([Float64Array.of(0, 0), Float64Array.of(0, 0)]);
  expect([...added]).toEqual([1, 1]);
  expect([...solve(Float64Array.of(3, 4))]).toEqual([3, 4]);
});
