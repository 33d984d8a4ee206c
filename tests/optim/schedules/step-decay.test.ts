import { stepDecay } from "@downhill/optim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../check-property.ts";

test("each rate serves exactly r steps", () => {
  const rateOf = stepDecay({ learningRate: 1, every: 10, factor: 0.5 });
  const rates = Array.from({ length: 30 }, (_, n) => rateOf(n + 1));
  expect(rates).toEqual([...Array(10).fill(1), ...Array(10).fill(0.5), ...Array(10).fill(0.25)]);
});

test("⌊(1 + n)/r⌋ is the same a step early: its first drop comes at n = 9", () => {
  const printed = (n: number) => 0.5 ** Math.floor((1 + n) / 10);
  const rateOf = stepDecay({ learningRate: 1, every: 10, factor: 0.5 });
  const early = (k: number) => rateOf(k + 1);
  for (let n = 0; n < 40; n++) expect(early(n + 1)).toBe(printed(n));
  expect([8, 9].map(printed)).toEqual([1, 0.5]);
});

test("r steps later the rate is always γ times as high", () => {
  check(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      (every, factor, k) => {
        const rateOf = stepDecay({ learningRate: 2, every, factor });
        expect(rateOf(k + every)).toBeCloseTo(factor * rateOf(k), 12);
      },
    ),
  );
});

test("a factor of 0 stops the run after the first steps", () => {
  const rateOf = stepDecay({ learningRate: 1, every: 2, factor: 0 });
  expect([1, 2, 3, 9].map(rateOf)).toEqual([1, 1, 0, 0]);
});

test.each([
  [{ learningRate: -1, every: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, every: 0 }, "every must be a whole number, 1 or more, got 0"],
  [{ learningRate: 1 }, "every must be a whole number, got undefined"],
  [{ learningRate: 1, every: 1, factor: -1 }, "factor must be in [0, ∞), got -1"],
  [
    { learningRate: 1, step_size: 1 },
    'there is no option "step_size". The options are learningRate, every, factor',
  ],
])("%j is refused", (options, message) => {
  expect(() => stepDecay(options as never)).toThrow(`stepDecay: ${message}`);
});
