import { adamax, adamaxKernel, run } from "@downhill/optim";
import { beale, bowl } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { path } from "./paths.ts";

const exact = (options = {}) => adamax({ learningRate: 1, epsilon: 0, ...options });

test("the kernel is m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), x ← x − αm̂/u, in place", () => {
  const [x, m, u] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(8)];
  adamaxKernel(x, Float64Array.of(-4), m, u, 0.5, 0.5, 0.75, 1, 2);
  expect([m[0], u[0]]).toEqual([-1, 6]);
  expect(near(x[0]!, 1 + (0.5 * (1 / 0.75)) / 6)).toBe(true);
  adamaxKernel(x, Float64Array.of(-5), m, u, 0.5, 0.5, 0.5, 1, 2);
  expect(u[0]).toBe(6);
});

test("α = 0.002, gradients 2 and 4: the second step is −0.0015263", () => {
  const states = statesOn(adamax(), [2, 4]);
  expect(states[2]!.u[0]).toBeCloseTo(4, 7);
  expect(states[2]!.m[0]! / (1 - 0.9 ** 2)).toBeCloseTo(3.0526, 4);
  expect(states[2]!.x[0]).toBeCloseTo(-0.0015263, 7);
});

test("a constant gradient makes steps of α from the first on: u needs no correction", () => {
  for (const g of [3, -1e-9, 1e200])
    for (const move of movesOn(exact(), constant(g, 50)))
      expect(near(move, -Math.sign(g), 1e-12)).toBe(true);
});

test("u is the limit of p-norm averages ((1 − β₂ᵖ) Σ β₂^(p(k−i)) |gᵢ|ᵖ)^(1/p)", () => {
  const gradients = [1, -0.2, 0.7, 0.1, 0.95, 0.3];
  const { u } = statesOn(exact({ beta2: 0.9 }), gradients).at(-1)!;
  const average = (p: number) =>
    ((1 - 0.9 ** p) *
      gradients.reduce((sum, g, i) => sum + 0.9 ** (p * (5 - i)) * Math.abs(g) ** p, 0)) **
    (1 / p);
  const gaps = [10, 100, 1000].map((p) => Math.abs(average(p) - u[0]!));
  expect(gaps[1]).toBeLessThan(gaps[0]!);
  expect(gaps[2]).toBeLessThan(1e-3);
});

test("no step is longer than α(1 − β₁)/(1 − β₁/β₂), which growing gradients come close to", () => {
  const longest = (1 - 0.9) / (1 - 0.9 / 0.999);
  check(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (gradients) => {
      for (const move of movesOn(exact(), [1e-9, ...gradients]))
        expect(Math.abs(move)).toBeLessThanOrEqual(longest * (1 + 1e-12));
    }),
  );
  const fading = Array.from({ length: 500 }, (_, i) => 0.999 ** i);
  expect(near(-movesOn(exact(), fading).at(-1)!, longest, 1e-9)).toBe(true);
});

test("with ε = 0, multiplying f leaves the path, to the bit for powers of 2", () => {
  const method = exact({ learningRate: 0.1 });
  for (const c of [2, 1024, 1 / 8])
    expect(path(method, bowl([c, 25 * c]))).toEqual(path(method, bowl([1, 25])));
});

test("from (1, 1.5) on Beale's function α = 0.5 needs 307 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  expect(run(adamax({ learningRate: 0.5 }), beale, [1, 1.5], { until }).frames.length - 1).toBe(
    307,
  );
});

test("without options it is PyTorch's: α = 0.002, ε = 1e-8 inside the maximum", () => {
  expect(near(movesOn(adamax(), [1e-8])[0]!, -0.002 / 2)).toBe(true);
});

test("with ε outside, as in Keras, u keeps the gradients themselves and the divisor is u + ε", () => {
  const states = statesOn(exact({ epsilon: 1, epsilonOutside: true, beta2: 0.5 }), [4, 1]);
  expect(states.map(({ u }) => u[0])).toEqual([0, 4, 2]);
  expect(near(states[1]!.x[0]!, -4 / 5)).toBe(true);
  expect(near(states[2]!.x[0]!, -(0.9 * 0.4 + 0.1) / (1 - 0.9 ** 2) / 3)).toBe(true);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta2: 1 }, RangeError, "adamax: beta2 must be in [0, 1), got 1"],
    [{ epsilonOutside: 1 }, TypeError, "adamax: epsilonOutside must be true or false, got 1"],
    [{ epsilon: -1 }, RangeError, "adamax: epsilon must be in [0, ∞), got -1"],
    [
      { eps: 1 },
      TypeError,
      'adamax: there is no option "eps". The options are learningRate, beta1, beta2, epsilon, epsilonOutside, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => adamax(options as never)).toThrow(new kind(message));
  });
});
