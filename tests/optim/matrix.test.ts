import { matrixIsFinite, matrixTimes, plusDiagonal } from "@downhill/optim";
import { expect, test } from "vitest";

const A = [Float64Array.of(1, 2), Float64Array.of(3, 4)];

test("A x has one entry per row", () => {
  expect([...matrixTimes(A, Float64Array.of(1, 10))]).toEqual([21, 43]);
  expect([...matrixTimes([Float64Array.of(1, 2, 3)], Float64Array.of(1, 1, 1))]).toEqual([6]);
});

test("A + λI is a new matrix", () => {
  expect(plusDiagonal(A, 0.5).map((row) => [...row])).toEqual([
    [1.5, 2],
    [3, 4.5],
  ]);
  expect([...A[0]!, ...A[1]!]).toEqual([1, 2, 3, 4]);
});

test("a matrix is finite if every entry is", () => {
  expect(matrixIsFinite(A)).toBe(true);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(matrixIsFinite([Float64Array.of(1, bad)])).toBe(false);
});
