import { gauss, mulberry32, newtonSchulz, norm, symmetricEigen, type Vec } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { matrix, rowsOf, singularValues, times, transposed } from "./methods/matrices.ts";

const polynomial = (sigma: number) => 3.4445 * sigma - 4.775 * sigma ** 3 + 2.0315 * sigma ** 5;
const fiveTimes = (sigma: number) => [1, 2, 3, 4, 5].reduce((value) => polynomial(value), sigma);

describe("on a diagonal matrix of length 1 it acts on each entry as the polynomial", () => {
  test.each([
    [0.01, 0.699],
    [0.05, 0.758],
    [0.1, 0.712],
    [0.5, 0.765],
    [1, 0.696],
  ])("σ = %d becomes %d after five steps", (sigma, end) => {
    const other = Math.sqrt(1 - sigma ** 2);
    const D = newtonSchulz(Float64Array.of(sigma, 0, 0, other), 2);
    expect(D[0]).toBeCloseTo(end, 3);
    expect(D[0]).toBeCloseTo(fiveTimes(sigma), 12);
    expect(D[3]).toBeCloseTo(fiveTimes(other), 12);
    expect([D[1], D[2]]).toEqual([0, 0]);
  });

  test("one step of 0.1 gives 0.3397", () => {
    const D = newtonSchulz(Float64Array.of(0.1, 0, 0, Math.sqrt(0.99)), 2, 1);
    expect(D[0]).toBeCloseTo(0.3397, 4);
  });
});

test("the smallest numbers that there are become as orthogonal as any others", () => {
  const least = Number.MIN_VALUE;
  for (const size of [least, 3 * least, 1e-310, 1e-250])
    newtonSchulz(Float64Array.of(size, size), 1).forEach((entry) => {
      expect(entry).toBeCloseTo(newtonSchulz(Float64Array.of(1, 1), 1)[0]!, 12);
    });
});

test("the polynomial five times takes all of [0.01, 1] into [0.68, 1.14]", () => {
  for (let sigma = 0.01; sigma <= 1; sigma += 1e-4) {
    expect(fiveTimes(sigma)).toBeGreaterThan(0.68);
    expect(fiveTimes(sigma)).toBeLessThan(1.14);
  }
});

describe.each([
  [4, 4],
  [3, 6],
  [7, 2],
])("on random %d × %d matrices", (rows, columns) => {
  const normal = gauss(mulberry32(rows + 10 * columns));
  const matrices = Array.from({ length: 20 }, () =>
    Float64Array.from({ length: rows * columns }, normal),
  ).filter((M) => {
    const values = singularValues(M, rows);
    return values[0]! > 0.02 * norm(M);
  });

  test("all singular values come to lie in [0.68, 1.14]", () => {
    expect(matrices.length).toBeGreaterThan(10);
    for (const M of matrices)
      for (const value of singularValues(newtonSchulz(M, rows), rows)) {
        expect(value).toBeGreaterThan(0.68);
        expect(value).toBeLessThan(1.14);
      }
  });

  test("the singular vectors stay: against the exact U Vᵀ only a symmetric U S Uᵀ is left", () => {
    for (const M of matrices) {
      const S = times(newtonSchulz(M, rows), transposed(polar(M, rows), rows), columns);
      const square = rowsOf(S, rows);
      square.forEach((row, i) => {
        row.forEach((entry, j) => {
          expect(entry).toBeCloseTo(square[j]![i]!, 11);
        });
      });
      // U S Uᵀ is positive on the range of M; on the rest of a tall matrix it is 0.
      const values = symmetricEigen(square).values;
      const range = values.slice(rows - Math.min(rows, columns));
      for (const value of range) {
        expect(value).toBeGreaterThan(0.68);
        expect(value).toBeLessThan(1.14);
      }
    }
  });
});

test("the size of the matrix does not matter, be it 1e-300 or 1e150", () => {
  const M = matrix([
    [1, 2],
    [3, -4],
  ]);
  const expected = newtonSchulz(M, 2);
  for (const scale of [1e-300, 1e150, -1])
    newtonSchulz(
      M.map((entry) => scale * entry),
      2,
    ).forEach((entry, i) => {
      expect(entry).toBeCloseTo(Math.sign(scale) * expected[i]!, 12);
    });
});

test("zeros stay zeros, and what is given stays as it is", () => {
  expect([...newtonSchulz(new Float64Array(6), 2)]).toEqual([0, 0, 0, 0, 0, 0]);
  const M = Float64Array.of(1, 2, 3, 4, 5, 6);
  newtonSchulz(M, 3);
  newtonSchulz(M, 2);
  expect([...M]).toEqual([1, 2, 3, 4, 5, 6]);
});

/** The exact U Vᵀ = (M Mᵀ)^{−1/2} M, by eigenvalues of the smaller product. */
function polar(M: Vec, rows: number): Vec {
  const columns = M.length / rows;
  if (rows > columns) return transposed(polar(transposed(M, rows), columns), columns);
  const { values, vectors } = symmetricEigen(rowsOf(times(M, transposed(M, rows), columns), rows));
  const root = new Float64Array(rows * rows);
  vectors.forEach((v, e) => {
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < rows; j++)
        root[i * rows + j] = root[i * rows + j]! + (v[i]! * v[j]!) / Math.sqrt(values[e]!);
  });
  return times(root, M, rows);
}
