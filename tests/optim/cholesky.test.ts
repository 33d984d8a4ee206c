import { cholesky, solveCholesky, solveLower, solveUpper } from "@downhill/optim";
import { expect, test } from "vitest";
import { apply, forManySeeds, inner } from "./random-matrices.ts";

test("(4 2; 2 5) = L Lᵀ with L = (2 0; 1 2)", () => {
  const L = cholesky([Float64Array.of(4, 2), Float64Array.of(2, 5)])!;
  expect(L.map((row) => [...row])).toEqual([
    [2, 0],
    [1, 2],
  ]);
  expect([...solveLower(L, Float64Array.of(2, 5))]).toEqual([1, 2]);
  expect([...solveUpper(L, Float64Array.of(4, 4))]).toEqual([1, 2]);
  expect([...solveCholesky(L, Float64Array.of(8, 12))]).toEqual([1, 2]);
});

test("L Lᵀ is the matrix, and solving gives back x, for random positive definite matrices", () => {
  forManySeeds((random, n) => {
    const A = random.withEigenvalues(Float64Array.from({ length: n }, () => random.uniform(1, 9)));
    const L = cholesky(A)!;
    L.forEach((row, i) => {
      L.forEach((other, j) => {
        expect(Math.abs(inner(row, other) - A[i]![j]!)).toBeLessThan(1e-14 * 9);
        if (j > i) expect(row[j]).toBe(0);
      });
    });
    const x = random.vector(n);
    solveCholesky(L, apply(A, x)).forEach((entry, i) => {
      expect(Math.abs(entry - x[i]!)).toBeLessThan(1e-12);
    });
  });
});

test("there is a factor exactly if the smallest eigenvalue is above 0", () => {
  forManySeeds((random, n) => {
    const least = random.uniform(-1, 1);
    const values = Float64Array.from({ length: n }, (_, i) => least + 2 * i);
    expect(cholesky(random.withEigenvalues(values)) !== undefined).toBe(least > 0);
  });
});

test.each([
  ["semidefinite", [1, 1, 1, 1]],
  ["zero", [0, 0, 0, 0]],
  ["NaN on the diagonal", [Number.NaN, 0, 0, 1]],
  ["NaN beside it", [1, Number.NaN, Number.NaN, 1]],
  ["infinite", [Number.POSITIVE_INFINITY, 0, 0, 1]],
])("a matrix that is %s has no factor", (_what, [a = 0, b = 0, c = 0, d = 0]) => {
  expect(cholesky([Float64Array.of(a, b), Float64Array.of(c, d)])).toBeUndefined();
});
