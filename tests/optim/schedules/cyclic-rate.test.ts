import { cyclicMomentum, cyclicRate } from "@downhill/optim";
import { expect, test } from "vitest";

const course = { stepsUp: 4, stepsDown: 2 } as const;

test("up in u steps and down in d, between the two rates, exactly", () => {
  const rateOf = cyclicRate({ learningRate: 1, base: 0.5, ...course });
  const cycle = [0.5, 0.625, 0.75, 0.875, 1, 0.75];
  expect([...cycle, ...cycle].map((_, n) => rateOf(n + 1))).toEqual([...cycle, ...cycle]);
});

test("triangular2 halves the height with each cycle", () => {
  const rateOf = cyclicRate({ learningRate: 1, base: 0.2, ...course, mode: "triangular2" });
  [1, 1 / 2, 1 / 4, 1 / 8].forEach((height, cycle) => {
    expect(rateOf(6 * cycle + 1)).toBe(0.2);
    expect(rateOf(6 * cycle + 5) - 0.2).toBeCloseTo(0.8 * height, 15);
  });
  expect(rateOf(6e6 + 5)).toBe(0.2);
});

test("exp_range lowers it by γ at each step, and γ = 1 is triangular", () => {
  const options = { learningRate: 1, base: 0, ...course } as const;
  const falling = cyclicRate({ ...options, mode: "exp_range", factor: 0.9 });
  const even = cyclicRate(options);
  for (let k = 1; k < 30; k++) {
    expect(falling(k)).toBeCloseTo(even(k) * 0.9 ** (k - 1), 15);
    expect(cyclicRate({ ...options, mode: "exp_range" })(k)).toBe(even(k));
  }
});

test("stepsDown is stepsUp unless given, and that is 2000", () => {
  const rateOf = cyclicRate({ learningRate: 1, base: 0 });
  expect([1, 1001, 2001, 3001, 4001].map(rateOf)).toEqual([0, 0.5, 1, 0.5, 0]);
});

test("the momentum mirrors the rate: a straight line through all pairs", () => {
  for (const mode of ["triangular", "triangular2", "exp_range"] as const) {
    const rateOf = cyclicRate({ learningRate: 1, base: 0, ...course, mode, factor: 0.95 });
    const betaOf = cyclicMomentum({ ...course, mode, factor: 0.95 });
    for (let k = 1; k < 30; k++) expect(betaOf(k)).toBeCloseTo(0.9 - 0.1 * rateOf(k), 14);
  }
  expect(cyclicMomentum()(2001)).toBe(0.8);
});

test.each([
  [{ learningRate: -1, base: 0 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1 }, "base must be a number in [0, ∞), got undefined"],
  [{ learningRate: 1, base: 0, stepsUp: 0 }, "stepsUp must be a whole number, 1 or more, got 0"],
  [
    { learningRate: 1, base: 0, stepsDown: 0 },
    "stepsDown must be a whole number, 1 or more, got 0",
  ],
  [
    { learningRate: 1, base: 0, mode: "square" },
    'mode must be one of "triangular", "triangular2", "exp_range", got "square"',
  ],
  [{ learningRate: 1, base: 0, factor: 1.1 }, "factor must be in [0, 1], got 1.1"],
  [
    { learningRate: 1, base: 0, gamma: 1 },
    'there is no option "gamma". The options are learningRate, base, stepsUp, stepsDown, mode, factor',
  ],
])("%j is refused", (options, message) => {
  expect(() => cyclicRate(options as never)).toThrow(`cyclicRate: ${message}`);
});

test.each([
  [{ base: 1.1 }, "base must be in [0, 1], got 1.1"],
  [{ max: -1 }, "max must be in [0, 1], got -1"],
  [{ stepsUp: 0.5 }, "stepsUp must be a whole number, 1 or more, got 0.5"],
  [
    { learningRate: 1 },
    'there is no option "learningRate". The options are base, max, stepsUp, stepsDown, mode, factor',
  ],
])("as momentum, %j is refused", (options, message) => {
  expect(() => cyclicMomentum(options as never)).toThrow(`cyclicMomentum: ${message}`);
});
