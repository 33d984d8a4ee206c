import {
  gradientDescent,
  minimize,
  momentum,
  type Objective,
  run,
  sgdw,
  sgdwKernel,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { near } from "./gradient-stream.ts";
import { expectSamePath, path } from "./paths.ts";

test("the kernel is v ← βv + αg, x ← keep·x − v, in place", () => {
  const [x, v] = [Float64Array.of(8), Float64Array.of(10)];
  sgdwKernel(x, Float64Array.of(2), v, 0.75, 0.5, 0.25);
  expect([v[0], x[0]]).toEqual([3.5, 2.5]);
});

test("without decay it is momentum in the classical convention, to the bit, also with a schedule", () => {
  for (const learningRate of [0.02, (k: number) => 0.1 / k]) {
    const plain = momentum({ learningRate, convention: "classical" });
    expect(path(sgdw({ learningRate }), dunes, 60, dunes.start)).toEqual(
      path(plain, dunes, 60, dunes.start),
    );
  }
});

const flat: Objective = { dim: 1, value: () => 0, gradient: () => new Float64Array(1) };
const decayed = (options: object) =>
  run(sgdw({ learningRate: 0.5, weightDecay: 0.02, ...options }), flat, [2], {
    steps: 30,
  }).frames.at(-1)!.x[0]!;

test("without a gradient x is multiplied by 1 − ω, whatever α is, or by 1 − αω by rate", () => {
  for (const learningRate of [0, 0.5, 3])
    expect(near(decayed({ learningRate }), 2 * 0.98 ** 30)).toBe(true);
  expect(near(decayed({ decayBy: "rate" }), 2 * 0.99 ** 30)).toBe(true);
});

test("a schedule multiplier scales both, the gradient and the decay", () => {
  const method = sgdw({ learningRate: 0.5, weightDecay: 0.02, multiplier: 0.1, beta: 0 });
  const slope: Objective = { dim: 1, value: ([x = 0]) => x, gradient: () => Float64Array.of(1) };
  const end = minimize(method, slope, [2], { steps: 1 });
  expect(end.x[0]).toBeCloseTo(2 * (1 - 0.002) - 0.05, 14);
});

test("without momentum and by rate it is gradient descent with an L2 penalty; with momentum it is not", () => {
  const [learningRate, weightDecay] = [0.02, 0.3];
  const end = (beta: number) =>
    path(sgdw({ learningRate, weightDecay, decayBy: "rate", beta }), bowl([1, 25]));
  expectSamePath(end(0), path(gradientDescent({ learningRate, weightDecay }), bowl([1, 25])));
  const penalized = path(momentum({ learningRate, weightDecay, beta: 0.9 }), bowl([1, 25]));
  expect(Math.abs(end(0.9)[30]![0]! - penalized[30]![0]!)).toBeGreaterThan(1e-2);
});

test.each([
  [0, 0],
  [0.9, 0.001],
  [0.5, 0.3],
  [0.9, 1.5],
])("β = %d, ω = %d: on ½λx² the limit is αλ = (1 + β)(2 − ω)", (beta, weightDecay) => {
  const lambda = 3;
  const limit = ((1 + beta) * (2 - weightDecay)) / lambda;
  const end = (learningRate: number) =>
    Math.abs(
      path(sgdw({ learningRate, beta, weightDecay }), bowl([lambda]), 6000, [1]).at(-1)![0]!,
    );
  expect(end(0.99 * limit)).toBeLessThan(1e-6);
  expect(end(1.01 * limit)).toBeGreaterThan(1e3);
});

test("a decay above 2 ends the run at its last finite point, in minimize as in run", () => {
  const method = sgdw({ learningRate: 0.1, weightDecay: 1e6 });
  const trace = run(method, flat, [2]);
  expect(trace.outcome.kind).toBe("diverged");
  const end = minimize(method, flat, [2]);
  expect([end.outcome, end.x]).toEqual([trace.outcome, trace.frames.at(-1)!.x]);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta: 1 }, RangeError, "sgdw: beta must be in [0, 1), got 1"],
    [{ weightDecay: -1 }, RangeError, "sgdw: weightDecay must be in [0, ∞), got -1"],
    [
      { decayBy: "pytorch" },
      RangeError,
      'sgdw: decayBy must be one of "rate", "multiplier", got "pytorch"',
    ],
    [
      { learningRate: undefined },
      TypeError,
      "sgdw: learningRate must be a number in [0, ∞) or a schedule k => rate, got undefined",
    ],
    [
      { momentum: 0.9 },
      TypeError,
      'sgdw: there is no option "momentum". The options are learningRate, beta, weightDecay, decayBy, multiplier, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => sgdw({ learningRate: 0.1, ...options } as never)).toThrow(new kind(message));
  });
});
