import { linearRamp } from "@downhill/optim";
import { expect, test } from "vitest";

test("it goes in equal parts from the first factor to the last, exactly, and stays there", () => {
  const rateOf = linearRamp({ learningRate: 2, startFactor: 0.5, endFactor: 0.25, steps: 4 });
  expect([1, 2, 3, 4, 5, 6, 1e6].map(rateOf)).toEqual([1, 0.875, 0.75, 0.625, 0.5, 0.5, 0.5]);
});

test("by default it is PyTorch's warm-up from a third in five steps", () => {
  const rateOf = linearRamp({ learningRate: 3 });
  expect(rateOf(1)).toBe(1);
  expect(rateOf(6)).toBe(3);
});

test("a quarter of the way from 0.1 to 0.001 is 0.07525", () => {
  const rateOf = linearRamp({ learningRate: 0.1, startFactor: 1, endFactor: 0.01, steps: 100 });
  expect(rateOf(26)).toBeCloseTo(0.07525, 12);
});

test.each([
  [{ learningRate: -1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, startFactor: -1 }, "startFactor must be in [0, ∞), got -1"],
  [{ learningRate: 1, endFactor: Number.NaN }, "endFactor must be in [0, ∞), got NaN"],
  [{ learningRate: 1, steps: 0 }, "steps must be a whole number, 1 or more, got 0"],
  [
    { learningRate: 1, end: 0 },
    'there is no option "end". The options are learningRate, startFactor, endFactor, steps',
  ],
])("%j is refused", (options, message) => {
  expect(() => linearRamp(options as never)).toThrow(`linearRamp: ${message}`);
});
