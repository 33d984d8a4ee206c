import { describe, expect, it } from "vitest";
import { errorOf, localModels, valueAlong } from "#components/widgets/local-models/model.ts";
import { valleyForeground, valleyFrame } from "#components/widgets/local-models/plane.ts";
import { sliceFrame } from "#components/widgets/local-models/slice.ts";
import { localFields } from "#components/widgets/local-models/state.ts";
import { localSummary, localTable } from "#components/widgets/local-models/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(localFields);
const model = localModels(initial);
const DISTANCES = [0.1, 0.01, 0.001];

describe("tangent and parabola", () => {
  it("starts on the wall of the valley, along (0.6, 0.8)", () => {
    expect([...model.u].map((entry) => entry.toFixed(12))).toEqual([
      "0.600000000000",
      "0.800000000000",
    ]);
    expect(localSummary(initial, model)).toBe(
      "On Rosenbrock’s function at (−1.00, 1.50) along (0.60, 0.80): slope 197.6 and curvature 728.7; over all directions the curvature goes from −46.7 to 849. At the distance 0.1 the tangent is off by 3.5 and the parabola by −0.143.",
    );
  });

  it("misses what a hand calculation misses", () => {
    // Along (0.6, 0.8) f is 4 − 2.4 (−1 + 0.6h) … a polynomial of degree four: 29 + 197.6 h + 364.32 h² − 144 h³ + 12.96 h⁴.
    for (const h of DISTANCES) {
      expect(errorOf(model, 1, h)).toBeCloseTo(364.36 * h ** 2 - 144 * h ** 3 + 12.96 * h ** 4, 8);
      expect(errorOf(model, 2, h)).toBeCloseTo(-144 * h ** 3 + 12.96 * h ** 4, 8);
    }
  });

  it("shrinks by a hundred and by a thousand where the distance shrinks by ten, on both functions", () => {
    for (const ground of ["rosenbrock", "double-well"] as const) {
      const here = localModels({ ...initial, ground });
      const ratio = (order: 1 | 2) => errorOf(here, order, 0.01) / errorOf(here, order, 0.001);
      expect(Math.abs(ratio(1) / 100 - 1)).toBeLessThan(0.05);
      expect(Math.abs(ratio(2) / 1000 - 1)).toBeLessThan(0.05);
    }
  });

  it("has one large curvature on the wall, and the other small or negative", () => {
    for (const [x, y] of [
      [-1, 1.5],
      [-1, 1],
      [0.5, 0.25],
      [0, 0],
      [1, 1],
    ] as const) {
      const { values } = localModels({ ...initial, x, y }).eigen;
      expect(values[1]! / Math.abs(values[0]!)).toBeGreaterThan(15);
    }
  });

  it("frames the function along the line, wherever the point is", () => {
    for (const [x, y, angle] of [
      [1.9, -0.9, 0],
      [0, 0, 90],
      [1, 1, 45],
    ] as const) {
      const here = localModels({ ...initial, x, y, angle });
      const [low, high] = sliceFrame(340, here, "rosenbrock").y.domain;
      for (const h of [-0.5, 0, 0.5]) {
        expect(valueAlong(here, h)).toBeGreaterThanOrEqual(low);
        expect(valueAlong(here, h)).toBeLessThanOrEqual(high);
      }
    }
  });

  it("dashes the axis of the ellipse along which the surface bends down", () => {
    const frame = valleyFrame(340);
    const dashed = (x: number, y: number) =>
      valleyForeground(localModels({ ...initial, x, y }), frame).filter(
        ({ options }) => options.strokeDasharray === "5 3",
      ).length;
    expect(dashed(-1, 1.5)).toBe(1);
    expect(dashed(1, 1)).toBe(0);
  });

  it("has its numbers in a table", () => {
    expect(localTable(model).rows).toHaveLength(9);
  });
});
