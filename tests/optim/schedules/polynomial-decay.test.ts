import { linearRamp, polynomialDecay } from "@downhill/optim";
import { expect, test } from "vitest";

test("it starts at α and is at the end after T steps, exactly, and stays there", () => {
  for (const power of [0.5, 1, 2, 3.7]) {
    const rateOf = polynomialDecay({ learningRate: 0.3, steps: 7, power, end: 0.1 });
    expect([1, 8, 9, 1e6].map(rateOf)).toEqual([0.3, 0.1, 0.1, 0.1]);
    for (let k = 1; k < 8; k++) expect(rateOf(k)).toBeGreaterThan(rateOf(k + 1));
  }
});

test("with power 1 it is a straight line, with power 2 a parabola", () => {
  const line = polynomialDecay({ learningRate: 1, steps: 10 });
  const ramp = linearRamp({ learningRate: 1, startFactor: 1, endFactor: 0, steps: 10 });
  for (let k = 1; k <= 12; k++) expect(line(k)).toBeCloseTo(ramp(k), 15);
  expect(polynomialDecay({ learningRate: 1, steps: 10, power: 2 })(6)).toBe(0.25);
});

test("power 0 keeps the rate until the end", () => {
  const rateOf = polynomialDecay({ learningRate: 1, steps: 2, power: 0 });
  expect([1, 2, 3].map(rateOf)).toEqual([1, 1, 0]);
});

test.each([
  [{ learningRate: -1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, steps: 0 }, "steps must be a whole number, 1 or more, got 0"],
  [{ learningRate: 1, power: -1 }, "power must be in [0, ∞), got -1"],
  [{ learningRate: 1, end: -1 }, "end must be in [0, ∞), got -1"],
  [
    { learningRate: 1, T: 1 },
    'there is no option "T". The options are learningRate, steps, power, end',
  ],
])("%j is refused", (options, message) => {
  expect(() => polynomialDecay(options as never)).toThrow(`polynomialDecay: ${message}`);
});
