import { compoundedTimeDecay, timeDecay } from "@downhill/optim";
import { expect, test } from "vitest";

const rateOf = compoundedTimeDecay({ learningRate: 1, decay: 0.1 });

test("each rate is the one before divided by 1 + dn, with n counted from 0", () => {
  expect(rateOf(1)).toBe(1);
  expect(rateOf(2)).toBe(1);
  for (let n = 0; n < 40; n++) expect(rateOf(n + 2)).toBeCloseTo(rateOf(n + 1) / (1 + 0.1 * n), 15);
});

test.each([
  [10, 0.0298, 0.5],
  [20, 4.1e-6, 0.333],
  [50, 2.6e-25, 0.167],
])("after %d steps it is at %d, where %d was meant", (n, compounded, meant) => {
  expect(rateOf(n + 1) / compounded).toBeCloseTo(1, 1);
  expect(timeDecay({ learningRate: 1, decay: 0.1 })(n + 1)).toBeCloseTo(meant, 3);
});

test("all rates together reach 5.33 α, so that a run freezes", () => {
  let sum = 0;
  for (let k = 1; k <= 200; k++) sum += rateOf(k);
  expect(sum).toBeCloseTo(5.33, 2);
  let more = 0;
  for (let k = 201; k <= 400; k++) more += rateOf(k);
  expect(more).toBeLessThan(1e-100);
});

test("it ends at 0, and without decay it is constant", () => {
  expect(rateOf(1e6)).toBe(0);
  expect(compoundedTimeDecay({ learningRate: 0.2, decay: 0 })(1000)).toBe(0.2);
});

test.each([
  [{ learningRate: -1, decay: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, decay: Number.NaN }, "decay must be in [0, ∞), got NaN"],
  [
    { learningRate: 1, decay: 1, power: 1 },
    'there is no option "power". The options are learningRate, decay',
  ],
])("%j is refused", (options, message) => {
  expect(() => compoundedTimeDecay(options as never)).toThrow(`compoundedTimeDecay: ${message}`);
});
