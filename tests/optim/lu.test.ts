import { solveLinear, type Vec } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds } from "./random-matrices.ts";

test("3x + y = 5, x + 2y = 5 has the solution (1, 2)", () => {
  const x = solveLinear([Float64Array.of(3, 1), Float64Array.of(1, 2)], Float64Array.of(5, 5));
  expect([...(x as Vec)].map((entry) => Number(entry.toFixed(15)))).toEqual([1, 2]);
});

test("a zero in the corner needs an exchange of rows, not a division by it", () => {
  const x = solveLinear([Float64Array.of(0, 2), Float64Array.of(3, 0)], Float64Array.of(4, 3));
  expect([...(x as Vec)]).toEqual([1, 2]);
});

test("gives back x for random matrices, indefinite ones too", () => {
  forManySeeds((random, n) => {
    const values = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 + i : -1 - i));
    const A = random.withEigenvalues(values);
    const x = random.vector(n);
    (solveLinear(A, apply(A, x)) as Vec).forEach((entry, i) => {
      expect(Math.abs(entry - x[i]!)).toBeLessThan(1e-11);
    });
  });
});

test("rows of very different size are no sign of a singular matrix", () => {
  const A = [Float64Array.of(1e-200, 0), Float64Array.of(0, 1e200)];
  expect([...(solveLinear(A, Float64Array.of(2e-200, 3e200)) as Vec)]).toEqual([2, 3]);
});

describe("a singular matrix is told by its pivot", () => {
  test.each([
    [[1, 2, 2, 4], 0],
    [[0, 0, 0, 0], 0],
  ])("%j", ([a = 0, b = 0, c = 0, d = 0], pivot) => {
    const answer = solveLinear(
      [Float64Array.of(a, b), Float64Array.of(c, d)],
      Float64Array.of(1, 1),
    );
    expect(answer).toEqual({ pivot });
  });

  test("also where rounding leaves a little instead of 0", () => {
    for (let degrees = 1; degrees < 90; degrees++) {
      const problem = bowl([0, 3], (degrees * Math.PI) / 180);
      const H = problem.hessian(Float64Array.of(0, 0));
      expect(solveLinear(H, Float64Array.of(1, 1))).toHaveProperty("pivot");
    }
  });

  test("and so is NaN", () => {
    const A = [Float64Array.of(Number.NaN, 0), Float64Array.of(0, 1)];
    expect(solveLinear(A, Float64Array.of(1, 1))).toEqual({ pivot: Number.NaN });
  });
});

test("A and b are not changed", () => {
  const [A, b] = [[Float64Array.of(0, 2), Float64Array.of(3, 0)], Float64Array.of(4, 3)];
  solveLinear(A, b);
  expect([...A[0]!, ...A[1]!, ...b]).toEqual([0, 2, 3, 0, 4, 3]);
});
