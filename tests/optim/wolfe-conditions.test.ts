import { armijo, roundingOf, strongCurvature } from "@downhill/optim";
import { doubleWell1d } from "@downhill/optim/problems";
import { expect, test } from "vitest";

/** From 2 along −f′(2) = −21: φ(0) = 6, φ′(0) = −441. */
const phi = (alpha: number) => doubleWell1d.value(Float64Array.of(2 - 21 * alpha));
const slope = (alpha: number) => -21 * doubleWell1d.gradient(Float64Array.of(2 - 21 * alpha))[0]!;
const alphas = Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 10000);

test.each([
  [1e-4, 0.1988],
  [0.1, 0.1773],
  [0.3, 0.0521],
])("Armijo's condition with c₁ = %d holds on the double well up to α = %d", (c1, end) => {
  for (const alpha of alphas)
    if (Math.abs(alpha - end) > 1e-4)
      expect(armijo(phi(alpha), alpha, 6, -441, c1), `${alpha}`).toBe(alpha < end);
});

test.each([
  [1e-4, 0.9, [[0.0025, 0.1904]]],
  [0.1, 0.3, [[0.0221, 0.1725]]],
  [
    1e-4,
    0.1,
    [
      [0.033, 0.1042],
      [0.1486, 0.1633],
    ],
  ],
] as const)(
  "both conditions with c₁ = %d and c₂ = %d hold where the book says",
  (c1, c2, islands) => {
    for (const alpha of alphas) {
      const edge = islands.some((island) => island.some((end) => Math.abs(alpha - end) < 1e-4));
      const inside = islands.some(([low, high]) => low < alpha && alpha < high);
      if (!edge)
        expect(
          armijo(phi(alpha), alpha, 6, -441, c1) && strongCurvature(slope(alpha), -441, c2),
          `${alpha}`,
        ).toBe(inside);
    }
  },
);

test("a value that is not finite never passes Armijo's condition", () => {
  for (const f of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(armijo(f, 1, 6, -441, 1e-4)).toBe(false);
});

test("a slope that is NaN is not flat", () => {
  expect(strongCurvature(Number.NaN, -1, 0.9)).toBe(false);
});

test("an allowance lets f be higher by so much and no more", () => {
  expect(roundingOf(-1000)).toBeCloseTo(1e-10, 24);
  const allowance = roundingOf(1000);
  expect(armijo(1000 + 0.9e-10, 1e-16, 1000, -1, 1e-4)).toBe(false);
  expect(armijo(1000 + 0.9e-10, 1e-16, 1000, -1, 1e-4, allowance)).toBe(true);
  expect(armijo(1000 + 1.2e-10, 1e-16, 1000, -1, 1e-4, allowance)).toBe(false);
  expect(roundingOf(0)).toBe(0);
});
