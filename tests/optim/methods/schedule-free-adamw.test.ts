import { run, scheduleFreeAdamw, scheduleFreeAdamwKernel } from "@downhill/optim";
import { dunes } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("every step is the four lines of the docstring, computed here one by one", () => {
  const [alpha, beta1, beta2, epsilon, omega, warmUp] = [0.1, 0.8, 0.9, 0.01, 0.2, 3];
  const { frames } = run(
    scheduleFreeAdamw({ learningRate: alpha, beta1, beta2, epsilon, weightDecay: omega, warmUp }),
    dunes,
    dunes.start,
    { steps: 12 },
  );
  let [x, z, v, sum] = [[...dunes.start], [...dunes.start], [0, 0], 0];
  for (let k = 1; k <= 12; k++) {
    const rate = alpha * Math.min(1, k / warmUp);
    const y = z.map((zi, i) => (1 - beta1) * zi + beta1 * x[i]!);
    const g = dunes.gradient(Float64Array.from(y));
    v = v.map((vi, i) => beta2 * vi + (1 - beta2) * g[i]! ** 2);
    z = z.map((zi, i) => {
      const vHat = v[i]! / (1 - beta2 ** k);
      return zi - rate * (g[i]! / (Math.sqrt(vHat) + epsilon) + omega * y[i]!);
    });
    sum += rate ** 2;
    const c = rate ** 2 / sum;
    x = x.map((xi, i) => (1 - c) * xi + c * z[i]!);
    const { state } = frames[k]!;
    [0, 1].forEach((i) => {
      expect(state.x[i]).toBeCloseTo(x[i]!, 13);
      expect(state.z[i]).toBeCloseTo(z[i]!, 13);
      expect(state.v[i]).toBeCloseTo(v[i]!, 13);
    });
  }
});

test("two steps by hand", () => {
  const options = { learningRate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 1, weightDecay: 0.5 };
  const [, first, second] = statesFor(scheduleFreeAdamw(options), [[3], [-1]], [2]);
  // v = 2.25, v̂ = 9: z = 2 − 0.5 (3/4 + 0.5·2), and x = z.
  expect([first!.z[0], first!.x[0]]).toEqual([1.125, 1.125]);
  // v = 1.6875 + 0.25, v̂ = 1.9375/0.4375: z from y = z = x = 1.125, and x the mean of the two.
  const z = 1.125 - 0.5 * (-1 / (Math.sqrt(1.9375 / 0.4375) + 1) + 0.5 * 1.125);
  expect(second!.z[0]).toBeCloseTo(z, 14);
  expect(second!.x[0]).toBeCloseTo((1.125 + z) / 2, 14);
});

test("the first step is α sign(g) in every coordinate, whatever its size", () => {
  const [, first] = statesFor(scheduleFreeAdamw({ learningRate: 0.01 }), [[50, -0.3, 0]]);
  expect(first!.x[0]).toBeCloseTo(-0.01, 9);
  expect(first!.x[1]).toBeCloseTo(0.01, 9);
  expect(first!.x[2]).toBe(0);
});

test("the decay is decoupled: where the gradient is 0, z shrinks by αωy", () => {
  const method = scheduleFreeAdamw({ learningRate: 0.5, weightDecay: 0.25 });
  expect(statesFor(method, [[0]], [8])[1]!.z[0]).toBe(7);
});

test("the kernel is one step, in place", () => {
  const [x, z, v] = [Float64Array.of(2), Float64Array.of(2), Float64Array.of(0)];
  scheduleFreeAdamwKernel(x, z, Float64Array.of(3), v, 0.5, 1, 0.5, 0.75, 1, 0.5, 1);
  expect([x[0], z[0], v[0]]).toEqual([1.125, 1.125, 2.25]);
});

test("its defaults: 0.0025, 0.9, 0.999, 1e-8, no warm-up, no decay", () => {
  const named = { learningRate: 0.0025, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  expect(statesFor(scheduleFreeAdamw(), [[2], [1]])).toEqual(
    statesFor(scheduleFreeAdamw({ ...named, warmUp: 0, weightDecay: 0 }), [[2], [1]]),
  );
});

test.each([
  [{ beta1: 1 }, RangeError, "scheduleFreeAdamw: beta1 must be in [0, 1), got 1"],
  [{ beta2: 1 }, RangeError, "scheduleFreeAdamw: beta2 must be in [0, 1), got 1"],
  [{ epsilon: 0 }, RangeError, "scheduleFreeAdamw: epsilon must be in (0, ∞), got 0"],
  [{ weightDecay: -1 }, RangeError, "scheduleFreeAdamw: weightDecay must be in [0, ∞), got -1"],
  [
    { warmUp: 0.5 },
    RangeError,
    "scheduleFreeAdamw: warmUp must be a whole number, 0 or more, got 0.5",
  ],
  [
    { beta: 0.9 },
    TypeError,
    'scheduleFreeAdamw: there is no option "beta". The options are learningRate, beta1, beta2, epsilon, warmUp, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => scheduleFreeAdamw(options as never)).toThrow(new kind(message));
});
