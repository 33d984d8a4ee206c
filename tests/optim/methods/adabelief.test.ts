import { adabelief, adabeliefKernel } from "@downhill/optim";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

const plain = { learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 0.125 };

test("three steps by hand: the spread is around the updated average, and ε is added to it", () => {
  const states = statesFor(adabelief(plain), [[2], [1], [-3]]);
  expect(states.map(({ m }) => m[0])).toEqual([0, 1, 1, -1]);
  // s: 0.25·1² + ε;  0.75·0.375 + 0 + ε;  0.75·0.40625 + 0.25·(−2)² + ε.
  expect(states.map(({ s }) => s[0])).toEqual([0, 0.375, 0.40625, 1.4296875]);
  const first = (-0.1 * 2) / (Math.sqrt(0.375 / 0.25) + 0.125);
  const second = first - 0.1 / 0.75 / (Math.sqrt(0.40625 / 0.4375) + 0.125);
  const third = second + 0.1 / 0.875 / (Math.sqrt(1.4296875 / 0.578125) + 0.125);
  [0, first, second, third].forEach((x, k) => {
    expect(states[k]!.x[0]).toBeCloseTo(x, 14);
  });
});

test("the first step is α/β₁ in every coordinate, but for ε", () => {
  const [, first] = statesFor(adabelief({ learningRate: 0.01, epsilon: 1e-16 }), [[5, -0.2]]);
  expect(first!.x[0]).toBeCloseTo(-0.01 / 0.9, 9);
  expect(first!.x[1]).toBeCloseTo(0.01 / 0.9, 9);
});

test("on a constant slope the steps grow to αg/(√(ε/(1 − β₂)) + ε), beyond Adam's α", () => {
  const [alpha, beta2, epsilon, g] = [0.01, 0.9, 1e-4, 2];
  const states = statesFor(
    adabelief({ learningRate: alpha, beta2, epsilon }),
    Array.from({ length: 400 }, () => [g]),
  );
  const last = states.at(-2)!.x[0]! - states.at(-1)!.x[0]!;
  expect(last).toBeCloseTo((alpha * g) / (Math.sqrt(epsilon / (1 - beta2)) + epsilon), 10);
  expect(last).toBeGreaterThan(10 * alpha);
});

test("where gradients alternate the steps are small: nothing is as expected", () => {
  const gradients = Array.from({ length: 200 }, (_, k) => [k % 2 === 0 ? 2 : -2]);
  const states = statesFor(adabelief({ learningRate: 0.01 }), gradients);
  expect(Math.abs(states.at(-1)!.x[0]! - states.at(-2)!.x[0]!)).toBeLessThan(0.001);
});

test("the kernel is one step, in place", () => {
  const [x, m, s] = [Float64Array.of(0), Float64Array.of(0), Float64Array.of(0)];
  adabeliefKernel(x, Float64Array.of(2), m, s, 0.1, 0.5, 0.75, 0.125, 1);
  expect([x[0], m[0], s[0]]).toEqual([statesFor(adabelief(plain), [[2]])[1]!.x[0], 1, 0.375]);
});

test("a gradient that is always 0 moves nothing", () => {
  expect(statesFor(adabelief(), [[0], [0]]).at(-1)!.x[0]).toBe(0);
});

test("its defaults: rate 0.001, β 0.9 and 0.999, ε 1e-8", () => {
  const named = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  expect(statesFor(adabelief(), [[2], [1]])).toEqual(statesFor(adabelief(named), [[2], [1]]));
});

test.each([
  [{ beta1: 1 }, RangeError, "adabelief: beta1 must be in [0, 1), got 1"],
  [{ beta2: 2 }, RangeError, "adabelief: beta2 must be in [0, 1), got 2"],
  [{ epsilon: 0 }, RangeError, "adabelief: epsilon must be in (0, ∞), got 0"],
  [
    { eps: 1 },
    TypeError,
    'adabelief: there is no option "eps". The options are learningRate, beta1, beta2, epsilon, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => adabelief(options as never)).toThrow(new kind(message));
});
