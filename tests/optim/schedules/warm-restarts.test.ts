import { cosineAnnealing, warmRestarts } from "@downhill/optim";
import { expect, test } from "vitest";

/** The steps at which the rate is back at α. */
const restarts = (rateOf: (k: number) => number, until: number) =>
  Array.from({ length: until }, (_, i) => i + 1).filter((k) => rateOf(k) === 1);

test("with growth 2 the periods double: 10, 20, 40, 80", () => {
  const rateOf = warmRestarts({ learningRate: 1, period: 10, growth: 2 });
  expect(restarts(rateOf, 200)).toEqual([1, 11, 31, 71, 151]);
});

test("with growth 1 all periods are equal, as far as one looks", () => {
  const rateOf = warmRestarts({ learningRate: 1, period: 25 });
  expect(restarts(rateOf, 110)).toEqual([1, 26, 51, 76, 101]);
  expect(rateOf(1 + 25 * 40_000)).toBe(1);
});

test("each period is cosine annealing over its own length", () => {
  const rateOf = warmRestarts({ learningRate: 0.5, period: 4, growth: 3, end: 0.1 });
  let start = 0;
  for (const steps of [4, 12, 36]) {
    const annealing = cosineAnnealing({ learningRate: 0.5, steps, end: 0.1 });
    for (let k = 1; k <= steps; k++) expect(rateOf(start + k)).toBe(annealing(k));
    start += steps;
  }
});

test("a period of one step never falls", () => {
  const rateOf = warmRestarts({ learningRate: 1, period: 1 });
  expect([1, 2, 3].map(rateOf)).toEqual([1, 1, 1]);
});

test.each([
  [{ learningRate: -1, period: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, period: 0 }, "period must be a whole number, 1 or more, got 0"],
  [
    { learningRate: 1, period: 1, growth: 0.5 },
    "growth must be a whole number, 1 or more, got 0.5",
  ],
  [{ learningRate: 1, period: 1, end: -1 }, "end must be in [0, ∞), got -1"],
  [
    { learningRate: 1, T_0: 1 },
    'there is no option "T_0". The options are learningRate, period, growth, end',
  ],
])("%j is refused", (options, message) => {
  expect(() => warmRestarts(options as never)).toThrow(`warmRestarts: ${message}`);
});
