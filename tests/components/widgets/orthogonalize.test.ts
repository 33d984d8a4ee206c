import { describe, expect, it } from "vitest";
import {
  afterSteps,
  cubic,
  matrixOf,
  quintic,
  rotation,
  singularValues,
} from "#components/widgets/orthogonalize/model.ts";
import { orthogonalizeFields } from "#components/widgets/orthogonalize/state.ts";
import {
  orthogonalizeSummary,
  orthogonalizeTable,
} from "#components/widgets/orthogonalize/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const grid = Array.from({ length: 400 }, (_, i) => 0.01 ** (1 - i / 399));

describe("a matrix made nearly orthogonal", () => {
  it("has singular values that follow p(σ) = 3.4445σ − 4.775σ³ + 2.0315σ⁵", () => {
    for (const sigma of [0.01, 0.1, 0.5, 0.9, 1])
      expect(quintic(sigma, 1)).toBeCloseTo(
        3.4445 * sigma - 4.775 * sigma ** 3 + 2.0315 * sigma ** 5,
        12,
      );
    expect(quintic(0.1, 1)).toBeCloseTo(0.3397, 4);
    expect(quintic(1, 1)).toBeCloseTo(0.7, 2);
  });

  it("brings all from 0.01 to 1 near to 1 in five steps", () => {
    const after = grid.map((sigma) => quintic(sigma, 5));
    expect(Math.min(...after)).toBeGreaterThan(0.68);
    expect(Math.max(...after)).toBeLessThan(1.14);
    const at = [0.01, 0.05, 0.1, 0.5, 1].map((sigma) => quintic(sigma, 5).toFixed(3));
    expect(at).toEqual(["0.699", "0.758", "0.712", "0.765", "0.696"]);
  });

  it("keeps wandering in the band where the classical iteration settles at 1", () => {
    for (let steps = 6; steps <= 12; steps++)
      for (const sigma of grid) {
        expect(quintic(sigma, steps)).toBeGreaterThan(0.68);
        expect(quintic(sigma, steps)).toBeLessThan(1.14);
      }
    expect(Math.abs(quintic(0.5, 12) - quintic(0.5, 11))).toBeGreaterThan(0.05);
    const at = [0.01, 0.05, 0.1, 0.5, 1].map((sigma) => cubic(sigma, 5).toFixed(3));
    expect(at).toEqual(["0.076", "0.366", "0.659", "1.000", "1.000"]);
    expect(cubic(0.01, 20)).toBeCloseTo(1, 12);
  });

  it("keeps its directions: U Vᵀ times the matrix stays symmetric", () => {
    const [p, q, r, s] = rotation;
    for (const small of [0.01, 0.05, 0.7])
      for (const steps of [0, 1, 5, 9]) {
        const [a, b, c, d] = afterSteps(small, steps);
        // (U Vᵀ)ᵀ X = V S Vᵀ
        expect(p * b + r * d).toBeCloseTo(q * a + s * c, 10);
      }
  });

  it("starts from M over its Frobenius norm, with the singular values that are said", () => {
    for (const small of [0.02, 0.5]) {
      const [a, b, c, d] = afterSteps(small, 0);
      const [first, second] = singularValues(small);
      expect(Math.hypot(a, b, c, d)).toBeCloseTo(1, 12);
      expect(Math.abs(a * d - b * c)).toBeCloseTo(first * second, 12);
      const [e, f, g, h] = matrixOf(small);
      expect(e * h - f * g).toBeCloseTo(small, 12);
      const after = afterSteps(small, 5);
      expect(after[0] * after[3] - after[1] * after[2]).toBeCloseTo(
        quintic(first, 5) * quintic(second, 5),
        10,
      );
    }
  });

  it("is said in words and numbers", () => {
    const initial = initialState(orthogonalizeFields);
    expect(orthogonalizeSummary(initial)).toMatch(
      /^Divided by its norm, the matrix has the singular values 0\.999 and 0\.0499\. After 5 steps/,
    );
    expect(orthogonalizeTable(initial).rows[0]).toEqual(["0.01", "0.699", "0.076"]);
  });
});
