import { type YogiOptions, yogi, yogiKernel } from "@downhill/optim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { statesFor } from "./gradient-sequence.ts";

const plain: YogiOptions = {
  learningRate: 0.1,
  beta1: 0.5,
  beta2: 0.75,
  epsilon: 0.5,
  initialAccumulator: 1,
};

test("three steps by hand: v goes up or down by (1 − β₂) g²", () => {
  const states = statesFor(yogi(plain), [[2], [1], [-4]]);
  expect(states.map(({ m }) => m[0])).toEqual([0, 1, 1, -1.5]);
  expect(states.map(({ v }) => v[0])).toEqual([1, 2, 1.75, 5.75]);
  const first = -0.1 / (Math.sqrt(2) + 0.5);
  const second = first - 0.1 / (Math.sqrt(1.75) + 0.5);
  const third = second + 0.15 / (Math.sqrt(5.75) + 0.5);
  [0, first, second, third].forEach((x, k) => {
    expect(states[k]!.x[0]).toBeCloseTo(x, 15);
  });
});

test("with bias correction m is divided by 1 − β₁^k and v by 1 − β₂^k", () => {
  const states = statesFor(yogi({ ...plain, biasCorrection: true }), [[2], [1]]);
  const first = (-0.1 * (1 / 0.5)) / (Math.sqrt(2 / 0.25) + 0.5);
  const second = first - (0.1 * (1 / 0.75)) / (Math.sqrt(1.75 / 0.4375) + 0.5);
  expect(states[1]!.x[0]).toBeCloseTo(first, 15);
  expect(states[2]!.x[0]).toBeCloseTo(second, 15);
});

test("after a large gradient small ones hardly change v, where Adam's would fall by β₂ each", () => {
  const gradients = [[100], ...Array.from({ length: 50 }, () => [0.1])];
  const states = statesFor(yogi({ beta2: 0.9 }), gradients);
  expect(states[1]!.v[0]).toBeCloseTo(1000, 5);
  expect(states.at(-1)!.v[0]).toBeCloseTo(1000 - 50 * 0.1 * 0.01, 5);
});

test("where gradients are larger than √v it rises just as fast as Adam's sum of squares may", () => {
  const [, first] = statesFor(
    yogi({ learningRate: 0.1, initialAccumulator: 0, biasCorrection: true, epsilon: 1e-12 }),
    [[3, -0.01, 0]],
  );
  // From v = 0 the first step is Adam's: α sign(g).
  expect(first!.x[0]).toBeCloseTo(-0.1, 10);
  expect(first!.x[1]).toBeCloseTo(0.1, 10);
  expect(first!.x[2]).toBe(0);
});

test("v never becomes negative", () => {
  const entry = fc.oneof(fc.constant(0), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
  check(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (gs, beta2) => {
        for (const { v } of statesFor(
          yogi({ beta2 }),
          gs.map((g) => [g]),
        ))
          expect(v[0]).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("the kernel alone has no bias correction", () => {
  const [x, m, v] = [Float64Array.of(0), Float64Array.of(0), Float64Array.of(1)];
  yogiKernel(x, Float64Array.of(2), m, v, 0.1, 0.5, 0.75, 0.5);
  expect(x[0]).toBe(statesFor(yogi(plain), [[2]])[1]!.x[0]);
});

test("its defaults: rate 0.01, β 0.9 and 0.999, ε 0.001, v from 1e-6", () => {
  const named = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-3 };
  expect(statesFor(yogi(), [[2], [1]])).toEqual(
    statesFor(yogi({ ...named, initialAccumulator: 1e-6, biasCorrection: false }), [[2], [1]]),
  );
});

test.each([
  [{ beta1: 1 }, RangeError, "yogi: beta1 must be in [0, 1), got 1"],
  [{ beta2: 1 }, RangeError, "yogi: beta2 must be in [0, 1), got 1"],
  [{ epsilon: 0 }, RangeError, "yogi: epsilon must be in (0, ∞), got 0"],
  [{ initialAccumulator: -1 }, RangeError, "yogi: initialAccumulator must be in [0, ∞), got -1"],
  [{ biasCorrection: 1 }, TypeError, "yogi: biasCorrection must be true or false, got 1"],
  [
    { lr: 1 },
    TypeError,
    'yogi: there is no option "lr". The options are learningRate, beta1, beta2, epsilon, initialAccumulator, biasCorrection, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => yogi(options as never)).toThrow(new kind(message));
});
