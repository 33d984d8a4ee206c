import { constantRate } from "@downhill/optim";
import { expect, test } from "vitest";

test("every step has the same rate", () => {
  const rateOf = constantRate({ learningRate: 0.3 });
  expect([1, 2, 1000, 1e6].map(rateOf)).toEqual([0.3, 0.3, 0.3, 0.3]);
});

test.each([
  [{ learningRate: -1 }, "learningRate must be in [0, ∞), got -1"],
  [{}, "learningRate must be a number in [0, ∞), got undefined"],
  [{ lr: 1 }, 'there is no option "lr". The options are learningRate'],
  [0.1, "options must be an object such as { learningRate: … }, got 0.1"],
])("%j is refused", (options, message) => {
  expect(() => constantRate(options as never)).toThrow(`constantRate: ${message}`);
});
