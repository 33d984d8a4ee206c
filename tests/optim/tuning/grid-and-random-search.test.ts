import {
  chanceOfTopShare,
  gridSearch,
  linearRange,
  logRange,
  randomSearch,
  searchSpace,
  trialsForTopShare,
} from "@downhill/optim";
import { expect, test } from "vitest";

const square = searchSpace({ x: linearRange(0, 1), y: linearRange(0, 1) });

/** Only x matters, and 0.7 is best. */
const miss = ({ x }: { x: number }) => Math.abs(x - 0.7);

test("of a parameter that matters alone, 9 grid points see 3 values and 9 random ones see 9", () => {
  const seen = (trials: readonly { values: { x: number } }[]) =>
    new Set(trials.map(({ values }) => values.x)).size;
  expect(seen(gridSearch(miss, square, { points: 3 }).trials)).toBe(3);
  expect(seen(randomSearch(miss, square, { trials: 9, seed: 1 }).trials)).toBe(9);
});

test("9 midpoints of a grid miss by 0.1333, 9 random trials by 0.05 on average, and win in 93.9 %", () => {
  const grid = gridSearch(miss, square, { points: 3, placement: "midpoints" }).best.score;
  expect(grid).toBeCloseTo(0.8333 - 0.7, 4);
  const runs = 4000;
  const misses = Array.from(
    { length: runs },
    (_, seed) => randomSearch(miss, square, { trials: 9, seed }).best.score,
  );
  // P(miss > t) = (1 − 2t)⁹ up to 0.3 and (0.7 − t)⁹ beyond.
  const meanInTheory = (1 - 0.4 ** 10) / 20 + 0.4 ** 10 / 10;
  const winsInTheory = 1 - (1 - 2 * grid) ** 9;
  expect(winsInTheory).toBeCloseTo(0.939, 3);
  // Three standard errors: the spread of a miss is about its mean, that of a win 0.24.
  const mean = misses.reduce((sum, value) => sum + value, 0) / runs;
  expect(Math.abs(mean - meanInTheory)).toBeLessThan((3 * 0.05) / Math.sqrt(runs));
  const wins = misses.filter((value) => value < grid).length / runs;
  expect(Math.abs(wins - winsInTheory)).toBeLessThan((3 * 0.24) / Math.sqrt(runs));
});

test("in the chapter's one dimension, midpoint grids of 6 and 12 reach 0.236 and 0.159", () => {
  const line = searchSpace({ rate: logRange(1e-5, 1) });
  const loss = ({ rate }: { rate: number }) => {
    const r = Math.log10(rate);
    return 0.2 + 0.15 * (r + 2) ** 2 + 0.1 * Math.sin(5 * r);
  };
  const best = (points: number) =>
    gridSearch(loss, line, { points, placement: "midpoints" }).best.score;
  expect(best(6)).toBeCloseTo(0.236, 3);
  expect(best(12)).toBeCloseTo(0.159, 3);
});

test("a grid by name has the product of its counts, and every trial is one of its settings", () => {
  const { trials } = gridSearch(miss, square, { points: { x: 4, y: 2 } });
  expect(trials.map(({ values }) => values)).toEqual(square.grid({ x: 4, y: 2 }));
  expect(trials.length).toBe(8);
});

test("more trials of one seed begin with the same ones", () => {
  const few = randomSearch(miss, square, { trials: 5, seed: 3 }).trials;
  expect(randomSearch(miss, square, { trials: 12, seed: 3 }).trials.slice(0, 5)).toEqual(few);
});

test("among equal scores the first trial wins", () => {
  expect(gridSearch(() => 1, square, { points: 2 }).best.index).toBe(0);
});

test("60 trials reach the best 5 % with chance 0.954, and 59 suffice for 95 %", () => {
  expect(chanceOfTopShare(60, 0.05)).toBeCloseTo(0.954, 3);
  expect(trialsForTopShare(0.05, 0.95)).toBe(59);
  expect(chanceOfTopShare(59, 0.05)).toBeGreaterThanOrEqual(0.95);
  expect(chanceOfTopShare(58, 0.05)).toBeLessThan(0.95);
  expect(chanceOfTopShare(1, 1e-18)).toBeCloseTo(1e-18, 30); // 1 − (1 − q) would be 0
});

test("the chance of the best share is that of a search", () => {
  const runs = 3000;
  const hits = Array.from(
    { length: runs },
    (_, seed) => randomSearch(({ x }) => x, square, { trials: 10, seed }).best.score < 0.1,
  ).filter(Boolean).length;
  const chance = chanceOfTopShare(10, 0.1);
  const standardError = Math.sqrt((chance * (1 - chance)) / runs);
  expect(Math.abs(hits / runs - chance)).toBeLessThan(3 * standardError);
});

test.each([
  [
    () => chanceOfTopShare(1.5, 0.1),
    "chanceOfTopShare: trials must be a whole number, 0 or more, got 1.5",
  ],
  [() => chanceOfTopShare(3, 5), "chanceOfTopShare: share must be in (0, 1), got 5"],
  [() => trialsForTopShare(0.05, 1), "trialsForTopShare: chance must be in (0, 1), got 1"],
  [() => trialsForTopShare(0, 0.5), "trialsForTopShare: share must be in (0, 1), got 0"],
])("%s is named", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});
