import { constantFactor } from "@downhill/optim";
import { expect, test } from "vitest";

test("the first T steps have the smaller rate, step T + 1 the full one", () => {
  const rateOf = constantFactor({ learningRate: 0.6, factor: 0.5, steps: 3 });
  expect([1, 2, 3, 4, 1e6].map(rateOf)).toEqual([0.3, 0.3, 0.3, 0.6, 0.6]);
});

test("by default it is PyTorch's third for five steps; no steps are the full rate at once", () => {
  const rateOf = constantFactor({ learningRate: 3 });
  expect([5, 6].map(rateOf)).toEqual([1, 3]);
  expect(constantFactor({ learningRate: 3, steps: 0 })(1)).toBe(3);
});

test.each([
  [{ learningRate: Number.NaN }, "learningRate must be in [0, ∞), got NaN"],
  [{ learningRate: 1, factor: 1.1 }, "factor must be in [0, 1], got 1.1"],
  [{ learningRate: 1, steps: 2.5 }, "steps must be a whole number, 0 or more, got 2.5"],
  [
    { learningRate: 1, total_iters: 4 },
    'there is no option "total_iters". The options are learningRate, factor, steps',
  ],
])("%j is refused", (options, message) => {
  expect(() => constantFactor(options as never)).toThrow(`constantFactor: ${message}`);
});
