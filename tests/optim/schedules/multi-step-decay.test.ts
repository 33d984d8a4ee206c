import { multiStepDecay, stepDecay } from "@downhill/optim";
import { expect, test } from "vitest";

test("after each milestone the rate drops; one given twice drops it twice; the order is free", () => {
  const rateOf = multiStepDecay({ learningRate: 1, milestones: [5, 2, 5], factor: 0.5 });
  expect([1, 2, 3, 4, 5, 6, 7].map(rateOf)).toEqual([1, 1, 0.5, 0.5, 0.5, 0.125, 0.125]);
});

test("with equal distances it is step decay, and without milestones constant", () => {
  const many = multiStepDecay({ learningRate: 3, milestones: [7, 14, 21], factor: 0.3 });
  const even = stepDecay({ learningRate: 3, every: 7, factor: 0.3 });
  for (let k = 1; k <= 28; k++) expect(many(k)).toBe(even(k));
  expect(multiStepDecay({ learningRate: 3, milestones: [] })(99)).toBe(3);
});

test("a list that is changed later changes nothing", () => {
  const milestones = [5];
  const rateOf = multiStepDecay({ learningRate: 1, milestones });
  milestones.push(1);
  expect(rateOf(4)).toBe(1);
});

test.each([
  [{ learningRate: -1, milestones: [] }, "learningRate must be in [0, ∞), got -1"],
  [
    { learningRate: 1, milestones: 30 },
    "milestones must be a list of whole numbers such as [30, 80], got 30",
  ],
  [
    { learningRate: 1, milestones: [3, 1.5] },
    "every milestone must be a whole number, 0 or more, got 1.5",
  ],
  [{ learningRate: 1, milestones: [], factor: -1 }, "factor must be in [0, ∞), got -1"],
  [
    { learningRate: 1, gamma: 1 },
    'there is no option "gamma". The options are learningRate, milestones, factor',
  ],
])("%j is refused", (options, message) => {
  expect(() => multiStepDecay(options as never)).toThrow(`multiStepDecay: ${message}`);
});
