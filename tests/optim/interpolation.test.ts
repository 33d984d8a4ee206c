import { cubicMinimizer, parabolaMinimizer, secantZero } from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check-property.ts";

const number = fc.double({ min: -10, max: 10, noNaN: true });
const width = fc.double({ min: 0.1, max: 10, noNaN: true });

describe("cubicMinimizer", () => {
  test("finds the minimum of any cubic that has one, from either side", () => {
    check(
      fc.property(number, number, width, width, (low, start, toHigh, gap) => {
        // f′ = (t − low)(t − high)·s has its minimum at the root where it rises.
        const high = low - toHigh;
        const f = (t: number) => t ** 3 / 3 - ((low + high) * t * t) / 2 + low * high * t;
        const slope = (t: number) => (t - low) * (t - high);
        const ends = [start, start + gap] as const;
        for (const [a, b] of [ends, [ends[1], ends[0]] as const]) {
          const found = cubicMinimizer(a, f(a), slope(a), b, f(b), slope(b));
          expect(Math.abs(found - low)).toBeLessThan(1e-6 * (1 + Math.abs(low)));
        }
      }),
    );
  });

  test("finds the minimum of a parabola, which is a cubic too", () => {
    expect(cubicMinimizer(0, 9, -6, 1, 4, -4)).toBeCloseTo(3, 12);
  });

  test("is NaN when the cubic only falls", () => {
    expect(cubicMinimizer(0, 0, -1, 1, -2, -4)).toBe(Number.NaN); // −t − t³
  });

  test("bears values and slopes whose squares overflow", () => {
    expect(cubicMinimizer(0, 9e200, -6e200, 1, 4e200, -4e200)).toBeCloseTo(3, 12);
  });
});

test("parabolaMinimizer is exact on parabolas", () => {
  const f = (t: number) => 2 * (t - 3) ** 2 + 5;
  expect(parabolaMinimizer(1, f(1), -8, 7, f(7))).toBeCloseTo(3, 12);
  expect(parabolaMinimizer(7, f(7), 16, 1, f(1))).toBeCloseTo(3, 12);
});

test("secantZero is exact on linear slopes", () => {
  expect(secantZero(1, -8, 7, 16)).toBe(3);
  expect(secantZero(1, -8, 2, -4)).toBe(3);
});
