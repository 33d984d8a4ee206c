import { symmetricEigen } from "@downhill/optim";
import { chain } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { apply, forManySeeds, inner, randomFrom } from "./random-matrices.ts";

const largest = (values: ArrayLike<number>) => Math.max(...Array.from(values, Math.abs));

test("the matrix (2 1; 1 2) has the eigenvalues 1 and 3, along (1, −1) and (1, 1)", () => {
  const { values, vectors } = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)]);
  expect([...values]).toEqual([1, 3]);
  expect(vectors[0]![0]! / vectors[0]![1]!).toBeCloseTo(-1, 15);
  expect(vectors[1]![0]! / vectors[1]![1]!).toBeCloseTo(1, 15);
});

test("A v = λ v, and the vectors are orthonormal, for random symmetric matrices", () => {
  forManySeeds((random, n) => {
    const A = random.symmetric(n);
    const { values, vectors } = symmetricEigen(A);
    vectors.forEach((v, i) => {
      apply(A, v).forEach((entry, j) => {
        expect(Math.abs(entry - values[i]! * v[j]!)).toBeLessThan(1e-13 * largest(values));
      });
      vectors.forEach((w, j) => {
        expect(Math.abs(inner(v, w) - (i === j ? 1 : 0))).toBeLessThan(1e-13);
      });
      expect(values[i]! >= (values[i - 1] ?? Number.NEGATIVE_INFINITY)).toBe(true);
    });
  });
});

test("the eigenvalues of the chain of 100 masses are 2 − 2 cos(iπ/101), to 1e-13 of the largest", () => {
  const problem = chain(100);
  const { values } = symmetricEigen(problem.hessian(Float64Array.from(problem.start)));
  values.forEach((value, i) => {
    expect(Math.abs(value - (2 - 2 * Math.cos(((i + 1) * Math.PI) / 101)))).toBeLessThan(4e-13);
  });
});

test("eigenvalues that are put into a matrix are found again, repeated, zero and negative ones too", () => {
  const put = [-3, -3, 0, 0, 1e-6, 2, 2, 1e6];
  const { values } = symmetricEigen(randomFrom(4).withEigenvalues(put));
  values.forEach((value, i) => {
    expect(Math.abs(value - put[i]!)).toBeLessThan(1e-13 * 1e6);
  });
});

test("a diagonal matrix is answered exactly, whatever its scale", () => {
  const entries = [1e-300, -5, 1e200];
  const A = entries.map((entry, i) => Float64Array.from(entries, (_, j) => (i === j ? entry : 0)));
  const { values, vectors } = symmetricEigen(A);
  expect([...values]).toEqual([-5, 1e-300, 1e200]);
  expect(vectors.map((v) => [...v])).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ]);
});

test("the matrix is not changed, and only its upper triangle is read", () => {
  const A = [Float64Array.of(2, 1), Float64Array.of(777, 2)];
  expect([...symmetricEigen(A).values]).toEqual([1, 3]);
  expect(A.map((row) => [...row])).toEqual([
    [2, 1],
    [777, 2],
  ]);
});

test("an entry that is not finite makes every eigenvalue NaN", () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const { values } = symmetricEigen([Float64Array.of(1, bad), Float64Array.of(bad, 1)]);
    expect([...values]).toEqual([Number.NaN, Number.NaN]);
  }
});

test("a matrix that is not square is refused", () => {
  expect(() => symmetricEigen([Float64Array.of(1, 2)])).toThrow(
    new RangeError("symmetricEigen: A must be square, got 1 rows and a row of 2 numbers"),
  );
});
