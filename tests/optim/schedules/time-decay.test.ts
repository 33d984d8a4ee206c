import { timeDecay } from "@downhill/optim";
import { expect, test } from "vitest";

test("after n steps the rate is α/(1 + dn): a half at n = 1/d", () => {
  const rateOf = timeDecay({ learningRate: 1, decay: 0.1 });
  expect(rateOf(1)).toBe(1);
  expect(rateOf(11)).toBe(0.5);
  expect(rateOf(21)).toBeCloseTo(1 / 3, 15);
  expect(rateOf(51)).toBeCloseTo(0.167, 3);
});

test("the power makes it 1/√ or 1/square, and 0 leaves it constant", () => {
  const at = (power: number) => timeDecay({ learningRate: 1, decay: 1, power })(4);
  expect([0, 0.5, 1, 2].map(at)).toEqual([1, 0.5, 0.25, 0.0625]);
});

test("its sum grows like (α/d) ln(1 + dN), without end; that of its squares does not", () => {
  const rateOf = timeDecay({ learningRate: 1, decay: 0.5 });
  let [sum, squares, squaresBefore] = [0, 0, 0];
  const N = 200_000;
  for (let k = 1; k <= N; k++) {
    sum += rateOf(k);
    squares += rateOf(k) ** 2;
    if (k === N / 2) squaresBefore = squares;
  }
  expect(sum / (2 * Math.log(1 + 0.5 * N))).toBeCloseTo(1, 1);
  expect(squares - squaresBefore).toBeLessThan(1e-4);
});

test.each([
  [{ learningRate: -1, decay: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1, decay: -0.1 }, "decay must be in [0, ∞), got -0.1"],
  [{ learningRate: 1 }, "decay must be a number in [0, ∞), got undefined"],
  [{ learningRate: 1, decay: 1, power: -1 }, "power must be in [0, ∞), got -1"],
  [{ learningRate: 1, d: 1 }, 'there is no option "d". The options are learningRate, decay, power'],
])("%j is refused", (options, message) => {
  expect(() => timeDecay(options as never)).toThrow(`timeDecay: ${message}`);
});
