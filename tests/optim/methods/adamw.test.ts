import {
  adam,
  adamw,
  adamwKernel,
  amsgrad,
  gauss,
  minimize,
  mulberry32,
  type Objective,
  run,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { movesOn, near } from "./gradient-stream.ts";
import { expectSamePath, path } from "./paths.ts";

test("the kernel is Adam's on an x that has shrunk first, in place", () => {
  const [x, m, s] = [Float64Array.of(8), Float64Array.of(2), Float64Array.of(24)];
  adamwKernel(x, Float64Array.of(4), m, s, 0.75, 0.5, 0.5, 0.75, 1, 2);
  expect([m[0], s[0]]).toEqual([3, 22]);
  expect(near(x[0]!, 6 - (0.5 * (3 / 0.75)) / (Math.sqrt(22 / 0.4375) + 1))).toBe(true);
});

test("without decay it is Adam, and with amsgrad PyTorch's AMSGrad, to the bit", () => {
  const options = { learningRate: 0.05, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 };
  const decay = { ...options, weightDecay: 0 };
  const start = dunes.start;
  expect(path(adamw(decay), dunes, 60, start)).toEqual(path(adam(options), dunes, 60, start));
  expect(path(adamw({ ...decay, amsgrad: true }), dunes, 60, start)).toEqual(
    path(amsgrad(options), dunes, 60, start),
  );
});

const flat = { dim: 1, value: () => 0, gradient: () => new Float64Array(1) };
const decayed = (options: object, steps: number) =>
  run(adamw(options), flat, [2], { steps }).frames.at(-1)!.x[0]!;

describe("without a gradient x is multiplied each step", () => {
  test("by 1 − αω, as in PyTorch, the default with ω = 0.01", () => {
    expect(near(decayed({ learningRate: 0.5 }, 30), 2 * (1 - 0.005) ** 30)).toBe(true);
    expect(near(decayed({ learningRate: 0.5, amsgrad: true }, 30), 2 * 0.995 ** 30)).toBe(true);
  });

  test("by 1 − ω, as in the paper, whatever α is", () => {
    for (const learningRate of [0, 0.5, 3]) {
      const options = { learningRate, weightDecay: 0.02, decayBy: "multiplier" };
      expect(near(decayed(options, 30), 2 * 0.98 ** 30)).toBe(true);
    }
  });

  test("by 1 − ηω with a schedule multiplier η", () => {
    const options = { weightDecay: 0.1, decayBy: "multiplier", multiplier: (k: number) => 1 / k };
    expect(near(decayed(options, 3), 2 * 0.9 * 0.95 * (1 - 0.1 / 3))).toBe(true);
  });
});

test("at a constant rate the two forms agree at ω_multiplier = α ω_rate", () => {
  const byRate = adamw({ learningRate: 0.05, weightDecay: 0.2 });
  const byMultiplier = adamw({ learningRate: 0.05, weightDecay: 0.01, decayBy: "multiplier" });
  expectSamePath(path(byMultiplier, bowl([1, 25])), path(byRate, bowl([1, 25])));
});

test("η multiplies the rate as a schedule would, in both forms", () => {
  const falling = (k: number) => 1 / k;
  const scheduled = adamw({ learningRate: (k) => 0.05 / k });
  const multiplied = adamw({ learningRate: 0.05, multiplier: falling });
  expectSamePath(path(multiplied, bowl([1, 25])), path(scheduled, bowl([1, 25])));
  expect(run(multiplied, bowl([1, 25]), [1, 1], { steps: 4 }).frames[4]!.stepLength).toBe(0.0125);
});

test("x = 2, g = 0.5, α = 0.1, ω = 0.01: one step leads to 1.898, with L2 in Adam to 1.9", () => {
  const slope: Objective = {
    dim: 1,
    value: ([x = 0]) => 0.5 * x,
    gradient: () => Float64Array.of(0.5),
  };
  const end = (method: ReturnType<typeof adam> | ReturnType<typeof adamw>) =>
    minimize(method, slope, [2], { steps: 1 }).x[0];
  expect(end(adamw({ learningRate: 0.1 }))).toBeCloseTo(1.898, 6);
  expect(end(adam({ learningRate: 0.1, weightDecay: 0.01 }))).toBeCloseTo(1.9, 6);
});

describe("under pure noise of size σ, from 1, after 2000 steps of α = 0.001 with ω = 0.1", () => {
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1);
  const mean = (method: ReturnType<typeof adam> | ReturnType<typeof adamw>, sigma: number) => {
    let sum = 0;
    for (const seed of seeds) {
      const normal = gauss(mulberry32(seed));
      const gradientInto = (_x: Float64Array, out: Float64Array) => out.fill(sigma * normal());
      const noise = { dim: 1, value: () => 0, gradient: () => new Float64Array(1), gradientInto };
      const work = method.inPlace!(Float64Array.of(1));
      for (let k = 1; k <= 2000; k++) work.advance(noise, k);
      sum += work.x[0]!;
    }
    return sum / seeds.length;
  };

  test.each([
    [10, 0.978],
    [0.1, 0.191],
  ])("σ = %d: an L2 penalty in Adam leaves %d on average, AdamW 0.817", (sigma, left) => {
    const [learningRate, weightDecay] = [0.001, 0.1];
    expect(mean(adam({ learningRate, weightDecay }), sigma)).toBeCloseTo(left, 3);
    expect(mean(adamw({ learningRate, weightDecay }), sigma)).toBeCloseTo(0.817, 3);
  });
});

test("with maximize the decay still shrinks x", () => {
  const slope: Objective = { dim: 1, value: ([x = 0]) => x, gradient: () => Float64Array.of(1) };
  const method = adamw({ learningRate: 0.1, weightDecay: 0.5, maximize: true });
  expect(minimize(method, slope, [2], { steps: 1 }).x[0]).toBeCloseTo(2 * 0.95 + 0.1, 7);
});

test("a decay that enlarges x ends the run at its last finite point, in minimize as in run", () => {
  const method = adamw({ learningRate: 1, weightDecay: 1e6 });
  const trace = run(method, flat, [2]);
  expect(trace.outcome.kind).toBe("diverged");
  const end = minimize(method, flat, [2]);
  expect([end.outcome, end.x]).toEqual([trace.outcome, trace.frames.at(-1)!.x]);
});

test("without options it is PyTorch's: α = 0.001, ε = 1e-8", () => {
  expect(near(movesOn(adamw(), [1e-8])[0]!, -0.001 / 2)).toBe(true);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta1: 1 }, RangeError, "adamw: beta1 must be in [0, 1), got 1"],
    [{ weightDecay: -0.1 }, RangeError, "adamw: weightDecay must be in [0, ∞), got -0.1"],
    [{ amsgrad: 1 }, TypeError, "adamw: amsgrad must be true or false, got 1"],
    [{ maximize: 1 }, TypeError, "adamw: maximize must be true or false, got 1"],
    [
      { wd: 0.1 },
      TypeError,
      'adamw: there is no option "wd". The options are learningRate, beta1, beta2, epsilon, weightDecay, decayBy, multiplier, amsgrad, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => adamw(options as never)).toThrow(new kind(message));
  });
});
