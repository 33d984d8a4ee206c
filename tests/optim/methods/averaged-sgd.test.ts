import { averaged, averagedSgd, averagedSgdKernel, gradientDescent, run } from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("the kernel shrinks, steps, and moves the average by the share μ, in place", () => {
  const [x, average] = [Float64Array.of(8), Float64Array.of(4)];
  averagedSgdKernel(x, Float64Array.of(2), average, 0.5, 0.25, 0.5);
  expect([x[0], average[0]]).toEqual([0.875 * 8 - 1, 4 + 0.5 * (6 - 4)]);
  averagedSgdKernel(x, Float64Array.of(0), average, 0.5, 0, 1);
  expect(average[0]).toBe(6);
});

test("where nothing is averaged yet, an infinite point is its own average, as in PyTorch", () => {
  const [x, average] = [Float64Array.of(Number.NEGATIVE_INFINITY), Float64Array.of(0)];
  for (let step = 0; step < 2; step++) {
    averagedSgdKernel(x, Float64Array.of(1), average, 0.5, 0, 1);
    expect(average[0]).toBe(Number.NEGATIVE_INFINITY);
  }
});

test("without λ the points are those of gradient descent, bit for bit", () => {
  const ours = run(averagedSgd({ learningRate: 0.03, lambda: 0 }), dunes, dunes.start, {
    steps: 60,
  });
  const plain = run(gradientDescent({ learningRate: 0.03 }), dunes, dunes.start, { steps: 60 });
  expect(ours.frames.map(({ x }) => x)).toEqual(plain.frames.map(({ x }) => x));
});

test("the average is the mean of the points since start, and the point itself before", () => {
  const gradients = [[1], [-2], [4], [3], [-7]];
  const states = statesFor(averagedSgd({ learningRate: 0.1, lambda: 0, start: 3 }), gradients);
  const xs = states.map(({ x }) => x[0]!);
  const mean = (from: number, to: number) =>
    xs.slice(from, to + 1).reduce((sum, x) => sum + x, 0) / (to - from + 1);
  [xs[0]!, xs[1]!, xs[2]!, xs[3]!, mean(3, 4), mean(3, 5)].forEach((expected, k) => {
    expect(states[k]!.average[0]).toBeCloseTo(expected, 15);
  });
});

test("with λ the rate of step k is α/(1 + λα(k − 1))^a, and x shrinks by λη", () => {
  const [alpha, lambda, power] = [0.5, 0.2, 0.75];
  const states = statesFor(
    averagedSgd({ learningRate: alpha, lambda, power }),
    [[1], [1], [1]],
    [2],
  );
  let x = 2;
  [1, 2, 3].forEach((k) => {
    const eta = alpha / (1 + lambda * alpha * (k - 1)) ** power;
    x = x * (1 - lambda * eta) - eta;
    expect(states[k]!.x[0]).toBeCloseTo(x, 15);
    expect(states[k]!.stepLength).toBe(eta);
  });
});

test("its average is what averaged reports around gradient descent", () => {
  const learningRate = (k: number) => 0.04 / Math.sqrt(k);
  const options = { steps: 100 };
  const inside = run(averagedSgd({ learningRate, lambda: 0 }), bowl([1, 25]), [-4, 1], options);
  const outside = run(averaged(gradientDescent({ learningRate })), bowl([1, 25]), [-4, 1], options);
  inside.frames.forEach(({ state }, k) => {
    state.average.forEach((xi, i) => {
      expect(outside.frames[k]!.x[i]).toBeCloseTo(xi, 13);
    });
  });
});

test("its defaults are PyTorch's 0.01, 0.0001 and 0.75, with an average from the first step on", () => {
  const named = { learningRate: 0.01, lambda: 1e-4, power: 0.75, start: 1 };
  expect(statesFor(averagedSgd(), [[2], [1]])).toEqual(statesFor(averagedSgd(named), [[2], [1]]));
});

test.each([
  [{ lambda: -1 }, RangeError, "averagedSgd: lambda must be in [0, ∞), got -1"],
  [{ power: Number.NaN }, RangeError, "averagedSgd: power must be in [0, ∞), got NaN"],
  [{ start: 0 }, RangeError, "averagedSgd: start must be a whole number, 1 or more, got 0"],
  [{ learningRate: -1 }, RangeError, "averagedSgd: learningRate must be in [0, ∞), got -1"],
  [
    { t0: 10 },
    TypeError,
    'averagedSgd: there is no option "t0". The options are learningRate, lambda, power, start, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => averagedSgd(options as never)).toThrow(new kind(message));
});

test("a schedule that gives a bad rate is named with its step", () => {
  const method = averagedSgd({ learningRate: (k) => 2 - k });
  expect(() => statesFor(method, [[1], [1], [1]])).toThrow(
    new RangeError("averagedSgd: the learning rate of step 3 must be in [0, ∞), got -1"),
  );
});
