import { lion, lionKernel, type Objective, run, signSgd } from "@downhill/optim";
import { dunes } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("the kernel interpolates for the step, then remembers, in place", () => {
  const [x, m] = [Float64Array.of(2), Float64Array.of(4)];
  lionKernel(x, Float64Array.of(-8), m, 0.5, 0.25, 0.75, 0.5);
  // c = 0.25·4 − 0.75·8 = −5; x = 2 − 0.5 (−1 + 0.5·2); m = 0.75·4 − 0.25·8.
  expect([x[0], m[0]]).toEqual([2, 1]);
});

test("three steps by hand: signs of the interpolation, not of the average that is kept", () => {
  const states = statesFor(lion({ learningRate: 0.1, beta1: 0.5, beta2: 0.75 }), [[4], [-1], [-2]]);
  // m: 0, 1, 0.5, −0.125;  c: 2, 0, −0.75.
  expect(states.map(({ m }) => m[0])).toEqual([0, 1, 0.5, -0.125]);
  expect(states.map(({ x }) => x[0])).toEqual([0, -0.1, -0.1, 0]);
});

test("gradients 3, −1, −1, −1, −1 end at 0.3, and 30, −1, −1, −1, −1 at −0.5, where signSGD is at 0.3", () => {
  const end = (first: number, method = lion({ learningRate: 0.1 })) =>
    statesFor<{ k: number; x: Float64Array }>(method, [[first], [-1], [-1], [-1], [-1]]).at(-1)!
      .x[0];
  expect(end(3)).toBeCloseTo(0.3, 12);
  expect(end(30)).toBeCloseTo(-0.5, 12);
  expect(end(30, signSgd({ learningRate: 0.1 }) as never)).toBeCloseTo(0.3, 12);
});

test("without decay every coordinate moves by α in every step", () => {
  const { frames } = run(lion({ learningRate: 0.03 }), dunes, [0.25, 2.25], { steps: 60 });
  for (let k = 1; k < frames.length; k++)
    frames[k]!.x.forEach((xi, i) => {
      expect(Math.abs(xi - frames[k - 1]!.x[i]!)).toBeCloseTo(0.03, 14);
    });
});

test("with β₁ = β₂ it is signSGD with momentum, bit for bit", () => {
  const options = { steps: 80 };
  const ours = run(lion({ learningRate: 0.03, beta1: 0.9, beta2: 0.9 }), dunes, [1, 2], options);
  const theirs = run(signSgd({ learningRate: 0.03, beta: 0.9 }), dunes, [1, 2], options);
  expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
});

test("with decay ω it solves the problem in the box |xᵢ| ≤ 1/ω", () => {
  const far: Objective = {
    dim: 2,
    value: ([x = 0, y = 0]) => ((x - 5) ** 2 + (y - 0.2) ** 2) / 2,
    gradient: ([x = 0, y = 0]) => Float64Array.of(x - 5, y - 0.2),
  };
  const { frames } = run(lion({ learningRate: 0.01, weightDecay: 0.5 }), far, [0, 0], {
    steps: 2000,
  });
  const { x } = frames.at(-1)!;
  expect(x[0]).toBeCloseTo(2, 3);
  expect(Math.abs(x[1]! - 0.2)).toBeLessThan(0.2);
});

test("the default rate is 0.0001", () => {
  expect(statesFor(lion(), [[7]])[1]!.x[0]).toBe(-1e-4);
});

test.each([
  [{ beta1: 1 }, RangeError, "lion: beta1 must be in [0, 1), got 1"],
  [{ beta2: -1 }, RangeError, "lion: beta2 must be in [0, 1), got -1"],
  [{ weightDecay: -1 }, RangeError, "lion: weightDecay must be in [0, ∞), got -1"],
  [
    { beta: 0.9 },
    TypeError,
    'lion: there is no option "beta". The options are learningRate, beta1, beta2, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => lion(options as never)).toThrow(new kind(message));
});
