import { warmupStableDecay } from "@downhill/optim";
import { describe, expect, test } from "vitest";

const options = { learningRate: 1, steps: 20, warmupSteps: 4, decaySteps: 5 } as const;

describe.each(["linear", "cosine", "root"] as const)("%s", (shape) => {
  test("up in w steps, level until T − d, and down to the end after T, exactly", () => {
    const rateOf = warmupStableDecay({ ...options, shape, end: 0.1 });
    expect([1, 2, 3, 4].map(rateOf)).toEqual([0.25, 0.5, 0.75, 1]);
    for (let k = 4; k <= 16; k++) expect(rateOf(k)).toBe(1);
    for (let k = 16; k <= 20; k++) expect(rateOf(k + 1)).toBeLessThan(rateOf(k));
    expect([21, 22, 1e6].map(rateOf)).toEqual([0.1, 0.1, 0.1]);
  });
});

test("the shapes at two fifths of the decay: 1 − t, (1 + cos πt)/2, 1 − √t", () => {
  const at = (shape: "linear" | "cosine" | "root") => warmupStableDecay({ ...options, shape })(18);
  expect(at("linear")).toBeCloseTo(0.6, 15);
  expect(at("cosine")).toBeCloseTo((1 + Math.cos(0.4 * Math.PI)) / 2, 15);
  expect(at("root")).toBeCloseTo(1 - Math.sqrt(0.4), 15);
});

test("by default there is no warm-up, and the last fifth decays in a straight line", () => {
  const rateOf = warmupStableDecay({ learningRate: 1, steps: 100 });
  expect([1, 81].map(rateOf)).toEqual([1, 1]);
  expect(rateOf(91)).toBeCloseTo(0.5, 15);
  expect(rateOf(101)).toBe(0);
});

test("without decay it is level to the last step", () => {
  const rateOf = warmupStableDecay({ learningRate: 1, steps: 3, decaySteps: 0 });
  expect([1, 2, 3, 4].map(rateOf)).toEqual([1, 1, 1, 0]);
});

test("with nothing but warm-up and decay it is a triangle", () => {
  const rateOf = warmupStableDecay({ learningRate: 1, steps: 4, warmupSteps: 2, decaySteps: 2 });
  expect([1, 2, 3, 4, 5].map(rateOf)).toEqual([0.5, 1, 1, 0.5, 0]);
});

test.each([
  [{ learningRate: -1, steps: 10 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, steps: 0 }, "steps must be a whole number, 1 or more, got 0"],
  [
    { learningRate: 1, steps: 9, warmupSteps: -1 },
    "warmupSteps must be a whole number, 0 or more, got -1",
  ],
  [
    { learningRate: 1, steps: 9, decaySteps: 0.5 },
    "decaySteps must be a whole number, 0 or more, got 0.5",
  ],
  [
    { learningRate: 1, steps: 9, shape: "sqrt" },
    'shape must be one of "linear", "cosine", "root", got "sqrt"',
  ],
  [{ learningRate: 1, steps: 9, end: -1 }, "end must be in [0, ∞), got -1"],
  [
    { learningRate: 1, steps: 9, warmupSteps: 5, decaySteps: 5 },
    "warm-up and decay must not take more than all 9 steps, got 5 + 5. Shorten one of the two",
  ],
  [
    { learningRate: 1, warmup: 9 },
    'there is no option "warmup". The options are learningRate, steps, warmupSteps, decaySteps, shape, end',
  ],
])("%j is refused", (given, message) => {
  expect(() => warmupStableDecay(given as never)).toThrow(`warmupStableDecay: ${message}`);
});
