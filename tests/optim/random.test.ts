import { gauss, mulberry32, mulberry32Skip } from "@downhill/optim";
import { expect, test } from "vitest";

test("mulberry32(42) begins with the numbers that every reader sees", () => {
  const next = mulberry32(42);
  expect([next(), next(), next()]).toEqual([
    0.6011037519201636, 0.44829055899754167, 0.8524657934904099,
  ]);
});

test("gauss(mulberry32(42)) begins with the numbers that every reader sees", () => {
  const next = gauss(mulberry32(42));
  expect(next()).toBeCloseTo(-1.2848381576290195, 14); // log and cos may differ in the last digit
  expect(next()).toBeCloseTo(-0.9453528099747296, 14);
  expect(next()).toBeCloseTo(-0.6112802846514629, 14);
});

test("uniform numbers lie in [0, 1)", () => {
  const next = mulberry32(1);
  for (let i = 0; i < 10000; i++) {
    const u = next();
    expect(u >= 0 && u < 1).toBe(true);
  }
});

test("normal numbers have mean 0 and variance 1", () => {
  const next = gauss(mulberry32(3));
  const n = 40000;
  const draws = Array.from({ length: n }, next);
  const mean = draws.reduce((sum, z) => sum + z, 0) / n;
  const variance = draws.reduce((sum, z) => sum + (z - mean) ** 2, 0) / n;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n)); // four standard errors
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
});

test.each([0, 1, 5, 1000, 123456])("skipping %i draws continues the same sequence", (draws) => {
  const walked = mulberry32(42);
  for (let i = 0; i < draws; i++) walked();
  const skipped = mulberry32(mulberry32Skip(42, draws));
  expect([skipped(), skipped()]).toEqual([walked(), walked()]);
});
