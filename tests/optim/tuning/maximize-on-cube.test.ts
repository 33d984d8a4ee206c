import { maximizeOnCube, mulberry32, type Vec } from "@downhill/optim";
import { expect, test } from "vitest";

/** Two hills; the higher one, of height 2, has its top at (0.3, 0.8). */
const hills = ([x = 0, y = 0]: Vec) =>
  2 * Math.exp(-40 * ((x - 0.3) ** 2 + (y - 0.8) ** 2)) +
  Math.exp(-10 * ((x - 0.8) ** 2 + (y - 0.2) ** 2));

test.each([1, 2, 3, 4])(
  "seed %d: finds the higher of two hills, to twice the last step of 2e-4",
  (seed) => {
    const u = maximizeOnCube(hills, 2, { candidates: 100, rng: mulberry32(seed) });
    expect(Math.abs(u[0]! - 0.3)).toBeLessThan(4e-4);
    expect(Math.abs(u[1]! - 0.8)).toBeLessThan(4e-4);
  },
);

test("a maximum on the border is found there, and the cube is never left", () => {
  const plane = (u: Vec) => {
    expect(u.every((ui) => ui >= 0 && ui <= 1)).toBe(true);
    return u[0]! - 2 * u[1]! + u[2]!;
  };
  const u = maximizeOnCube(plane, 3, { candidates: 20, rng: mulberry32(1) });
  expect(u).toEqual(Float64Array.of(1, 0, 1));
});

test("it also climbs from given starts", () => {
  const needle = ([x = 0]: Vec) => (Math.abs(x - 0.5) < 1e-6 ? 10 - x : x);
  const rng = mulberry32(1);
  const u = maximizeOnCube(needle, 1, { candidates: 5, rng, starts: [Float64Array.of(0.5)] });
  expect(needle(u)).toBeGreaterThan(9);
});

test("points of height −∞ are avoided where others exist, and do no harm where not", () => {
  const barred = ([x = 0]: Vec) => (x > 0.1 ? Number.NEGATIVE_INFINITY : x);
  const u = maximizeOnCube(barred, 1, { candidates: 60, rng: mulberry32(1) });
  expect(u[0]).toBeCloseTo(0.1, 3);
  const nowhere = () => Number.NEGATIVE_INFINITY;
  expect(maximizeOnCube(nowhere, 2, { candidates: 3, rng: mulberry32(1) }).length).toBe(2);
});
