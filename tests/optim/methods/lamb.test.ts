import { lamb, lambKernel, norm, run } from "@downhill/optim";
import { dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("every step is the share α of the length of x, decay or not", () => {
  for (const weightDecay of [0, 0.1]) {
    const { frames } = run(lamb({ learningRate: 0.03, weightDecay }), dunes, [1, 2], { steps: 50 });
    for (let k = 1; k < frames.length; k++) {
      const before = frames[k - 1]!.x;
      const step = frames[k]!.x.map((xi, i) => xi - before[i]!);
      expect(norm(step)).toBeCloseTo(0.03 * norm(before), 13);
    }
  }
});

test("two steps by hand: Adam's direction with the decay in it, rescaled", () => {
  const [alpha, beta1, beta2, epsilon, omega] = [0.1, 0.5, 0.75, 0.5, 0.25];
  const options = { learningRate: alpha, beta1, beta2, epsilon, weightDecay: omega };
  const gradients = [
    [2, -1],
    [1, 3],
  ];
  const states = statesFor(lamb(options), gradients, [3, 4]);
  let [x, m, v] = [
    [3, 4],
    [0, 0],
    [0, 0],
  ];
  gradients.forEach((g, i) => {
    const k = i + 1;
    m = m.map((mi, j) => beta1 * mi + (1 - beta1) * g[j]!);
    v = v.map((vi, j) => beta2 * vi + (1 - beta2) * g[j]! ** 2);
    const u = x.map(
      (xi, j) =>
        m[j]! / (1 - beta1 ** k) / (Math.sqrt(v[j]! / (1 - beta2 ** k)) + epsilon) + omega * xi,
    );
    const ratio = Math.hypot(...x) / Math.hypot(...u);
    x = x.map((xi, j) => xi - alpha * ratio * u[j]!);
    x.forEach((xi, j) => {
      expect(states[k]!.x[j]).toBeCloseTo(xi, 13);
      expect(states[k]!.v[j]).toBeCloseTo(v[j]!, 14);
    });
  });
});

test("a layer of zeros takes the direction itself, and a direction of zeros nothing", () => {
  const [, first] = statesFor(lamb({ learningRate: 0.5 }), [[3, -2]]);
  expect(first!.x[0]).toBeCloseTo(-0.5, 6);
  expect(first!.x[1]).toBeCloseTo(0.5, 6);
  expect([...statesFor(lamb(), [[0, 0]], [3, 4])[1]!.x]).toEqual([3, 4]);
});

test("layers are rescaled each by itself", () => {
  const method = lamb({ learningRate: 0.1, layers: [2, 1] });
  const together = statesFor(method, [[1, -2, 5]], [3, 4, 100])[1]!.x;
  const first = statesFor(lamb({ learningRate: 0.1 }), [[1, -2]], [3, 4])[1]!.x;
  const second = statesFor(lamb({ learningRate: 0.1 }), [[5]], [100])[1]!.x;
  expect([...together]).toEqual([...first, ...second]);
});

test("the kernel works in place", () => {
  const [x, m, v] = [Float64Array.of(8), Float64Array.of(0), Float64Array.of(0)];
  lambKernel(x, Float64Array.of(2), m, v, 0.25, 0.5, 0.75, 1e-6, 0, 1);
  expect([x[0], m[0], v[0]]).toEqual([6, 1, 1]);
});

test("its defaults: 0.001, 0.9, 0.999, 1e-6, no decay, one layer", () => {
  const named = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-6, weightDecay: 0 };
  const gradients = [
    [1, -2],
    [3, 4],
  ];
  expect(statesFor(lamb(), gradients, [1, 2])).toEqual(
    statesFor(lamb({ ...named, layers: [2] }), gradients, [1, 2]),
  );
});

describe("bad options are named", () => {
  test.each([
    [{ beta1: 1 }, RangeError, "lamb: beta1 must be in [0, 1), got 1"],
    [{ beta2: 1 }, RangeError, "lamb: beta2 must be in [0, 1), got 1"],
    [{ epsilon: 0 }, RangeError, "lamb: epsilon must be in (0, ∞), got 0"],
    [{ weightDecay: -1 }, RangeError, "lamb: weightDecay must be in [0, ∞), got -1"],
    [{ layers: 3 }, TypeError, "lamb: layers must be a list of sizes such as [100, 10], got 3"],
    [{ layers: [2, 0] }, RangeError, "lamb: layers[1] must be a whole number, 1 or more, got 0"],
    [
      { lr: 1 },
      TypeError,
      'lamb: there is no option "lr". The options are layers, learningRate, beta1, beta2, epsilon, weightDecay, maximize',
    ],
  ])("%o", (options, kind, message) => {
    expect(() => lamb(options as never)).toThrow(new kind(message));
  });

  test("layers that do not add up to x, at the start", () => {
    expect(() => statesFor(lamb({ layers: [2, 2] }), [[1, 2, 3]])).toThrow(
      new RangeError("lamb: layers add up to 4 entries, but x has 3"),
    );
  });
});
