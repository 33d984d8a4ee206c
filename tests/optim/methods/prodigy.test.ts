import { type Objective, prodigy, prodigyKernel, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

/** |x₁ − a| + |x₂ − b|, convex, with its minimum at (a, b). */
const corner = (a: number, b: number): Objective => ({
  dim: 2,
  value: ([x = 0, y = 0]) => Math.abs(x - a) + Math.abs(y - b),
  gradient: ([x = 0, y = 0]) => Float64Array.of(Math.sign(x - a), Math.sign(y - b)),
});

test("every step is the lines of the docstring, computed here one by one", () => {
  const [gamma, d0, beta1, beta2, epsilon, omega] = [3, 0.1, 0.8, 0.9, 0.01, 0.05];
  const options = { learningRate: gamma, d0, beta1, beta2, epsilon, weightDecay: omega };
  const gradients = [
    [1, -2],
    [3, -1],
    [2, -1],
    [-1, 2],
    [1, 1],
  ];
  const states = statesFor(prodigy(options), gradients, [4, -3]);
  const beta3 = Math.sqrt(beta2);
  const start = [4, -3];
  let [x, m, v, s, r, d] = [start, [0, 0], [0, 0], [0, 0], 0, d0];
  gradients.forEach((g, i) => {
    const along = g.reduce((sum, gj, j) => sum + gj * (start[j]! - x[j]!), 0);
    r = beta3 * r + (1 - beta3) * gamma * d ** 2 * along;
    s = s.map((sj, j) => beta3 * sj + (1 - beta3) * gamma * d ** 2 * g[j]!);
    m = m.map((mj, j) => beta1 * mj + (1 - beta1) * d * g[j]!);
    v = v.map((vj, j) => beta2 * vj + (1 - beta2) * (d * g[j]!) ** 2);
    x = x.map((xj, j) => xj - gamma * d * (m[j]! / (Math.sqrt(v[j]!) + d * epsilon) + omega * xj));
    d = Math.max(d, r / (Math.abs(s[0]!) + Math.abs(s[1]!)));
    const state = states[i + 1]!;
    expect([state.r, state.d]).toEqual([expect.closeTo(r, 13), expect.closeTo(d, 13)]);
    x.forEach((xj, j) => {
      expect(state.x[j]).toBeCloseTo(xj, 13);
    });
  });
  expect(d).toBeGreaterThan(d0);
});

describe("the estimate d on a convex function", () => {
  test.each([
    [1, 0.5],
    [30, -20],
    [0.001, 0.002],
  ])("from 0 to a minimum at (%d, %d) never falls, and never passes the distance", (a, b) => {
    const { frames } = run(prodigy(), corner(a, b), [0, 0], { steps: 400 });
    const distance = Math.max(Math.abs(a), Math.abs(b));
    const ds = frames.map(({ state }) => state.d);
    ds.forEach((d, k) => {
      expect(d).toBeLessThanOrEqual(distance);
      if (k > 0) expect(d).toBeGreaterThanOrEqual(ds[k - 1]!);
    });
    expect(ds.at(-1)!).toBeGreaterThan(0.1 * distance);
  });

  test("grows exponentially at first: a d₀ a thousand times smaller costs a few steps more", () => {
    const steps = (d0: number) =>
      run(prodigy({ d0 }), corner(1, 1), [0, 0], {
        until: ({ state }) => state.d > 0.1,
        steps: 1000,
      }).frames.length;
    expect(steps(1e-9)).toBeLessThan(steps(1e-6) + 30);
    expect(steps(1e-6)).toBeLessThan(60);
  });
});

test("without a rate to choose it comes near the minimum of a bowl, wherever it starts", () => {
  for (const start of [0.04, 4, 400]) {
    const { frames } = run(prodigy(), bowl([1, 25]), [-start, start], { steps: 600 });
    expect(Math.hypot(...frames.at(-1)!.x)).toBeLessThan(0.05 * start);
  }
});

test("a function a thousand times steeper gives nearly the same path", () => {
  const path = (scale: number) =>
    run(prodigy(), bowl([scale, 25 * scale]), [-4, 1], { steps: 50 }).frames.map(({ x }) => x);
  path(1000).forEach((x, k) => {
    expect(x[0]).toBeCloseTo(path(1)[k]![0]!, 5);
  });
});

test("gradients of 0 leave x and d where they are", () => {
  const { x, d } = statesFor(prodigy(), [[0], [0]], [3]).at(-1)!;
  expect([x[0], d]).toEqual([3, 1e-6]);
});

test("the kernel works in place", () => {
  const [x, m, v] = [Float64Array.of(8), Float64Array.of(0), Float64Array.of(0)];
  prodigyKernel(x, Float64Array.of(4), m, v, 0.5, 0.5, 0.5, 0.75, 2, 0.25);
  // d g = 2: m = 1, v = 1; x = 8 − 0.25 (1/(1 + 1) + 2).
  expect([x[0], m[0], v[0]]).toEqual([7.375, 1, 1]);
});

test("its defaults: factor 1, d₀ 1e-6, β 0.9 and 0.999, ε 1e-8, no decay", () => {
  const named = { learningRate: 1, d0: 1e-6, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  expect(statesFor(prodigy(), [[2], [1]])).toEqual(
    statesFor(prodigy({ ...named, weightDecay: 0 }), [[2], [1]]),
  );
});

test.each([
  [{ d0: 0 }, RangeError, "prodigy: d0 must be in (0, ∞), got 0"],
  [{ beta1: 1 }, RangeError, "prodigy: beta1 must be in [0, 1), got 1"],
  [{ beta2: 1 }, RangeError, "prodigy: beta2 must be in [0, 1), got 1"],
  [{ epsilon: 0 }, RangeError, "prodigy: epsilon must be in (0, ∞), got 0"],
  [{ weightDecay: -1 }, RangeError, "prodigy: weightDecay must be in [0, ∞), got -1"],
  [
    { lr: 1 },
    TypeError,
    'prodigy: there is no option "lr". The options are learningRate, d0, beta1, beta2, epsilon, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => prodigy(options as never)).toThrow(new kind(message));
});
