import fc from "fast-check";
import { expect, test } from "vitest";
import { LARGE, sizeClass } from "#src/optim/src/internal/size-class.ts";
import { check } from "../../check-property.ts";

test("tells whether every entry is ordinary, large or not finite", () => {
  check(
    fc.property(fc.float64Array({ maxLength: 40 }), (a) => {
      const largest = Math.max(0, ...a.map(Math.abs));
      const found = sizeClass(a);
      if (!a.every(Number.isFinite)) expect(found).toBe(2);
      else if (largest > LARGE) expect(found).toBe(1);
      else if (found !== 0) expect(a.length * largest).toBeGreaterThan(0.99 * LARGE);
    }),
    { numRuns: 500 },
  );
});

test("entries whose sum overflows are large, and still finite", () => {
  expect(sizeClass(Float64Array.of(1.7e308, -1.7e308))).toBe(1);
  expect(sizeClass(new Float64Array(0))).toBe(0);
  expect(sizeClass(Float64Array.of(1, -2, 3, 4, 5))).toBe(0);
});
