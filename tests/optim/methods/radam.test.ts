import {
  momentum,
  radam,
  radamEarlyKernel,
  radamLength,
  radamRectification,
  run,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { movesOn, near, statesOn } from "./gradient-stream.ts";
import { path } from "./paths.ts";

test("the early kernel steps with m̂ and keeps s up to date, in place", () => {
  const [x, m, s] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(24)];
  radamEarlyKernel(x, Float64Array.of(4), m, s, 0.5, 0.5, 0.75, 2);
  expect([m[0], s[0], x[0]]).toEqual([3, 22, 1 - (0.5 / 0.75) * 3]);
});

describe("the length of the average", () => {
  test("is 1 after one step, and 2/(1 − β₂) − 1 in the long run", () => {
    for (const beta2 of [0.5, 0.9, 0.999]) {
      expect(near(radamLength(1, beta2), 1, 1e-9)).toBe(true);
      expect(near(radamLength(1e6, beta2), 2 / (1 - beta2) - 1)).toBe(true);
      expect(radamLength(Number.POSITIVE_INFINITY, beta2)).toBe(2 / (1 - beta2) - 1);
    }
  });

  test("is that of the plain average with the same centre of mass", () => {
    const [k, beta] = [12, 0.8];
    const ages = Array.from({ length: k }, (_, i) => i);
    const weights = ages.map((age) => beta ** age);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const meanAge = sum(ages.map((age, i) => age * weights[i]!)) / sum(weights);
    // The ages 0, …, n − 1 have the mean (n − 1)/2.
    expect(near(radamLength(k, beta), 2 * meanAge + 1)).toBe(true);
  });

  test("grows with k", () => {
    for (let k = 1; k < 2000; k++)
      expect(radamLength(k + 1, 0.999)).toBeGreaterThan(radamLength(k, 0.999));
  });
});

describe("the rectification", () => {
  const onset = (beta2: number, threshold: number) => {
    for (let k = 1; k < 1e4; k++)
      if (radamRectification(k, beta2, threshold) !== undefined) return k;
    return Number.POSITIVE_INFINITY;
  };

  test.each([
    [0.9999, 5, 6],
    [0.999, 5, 6],
    [0.99, 5, 6],
    [0.9, 5, 6],
    [0.999, 4, 5],
    [0.9, 4, 5],
    [2 / 3, 4, 7],
    [2 / 3, 5, Number.POSITIVE_INFINITY],
    [0.6, 4, Number.POSITIVE_INFINITY],
    [0, 4, Number.POSITIVE_INFINITY],
  ])("with β₂ = %d and threshold %d begins at step %d", (beta2, threshold, step) => {
    expect(onset(beta2, threshold)).toBe(step);
  });

  test("grows from 0.026 at step 6 through 0.5 at step 556 towards 1", () => {
    const r = (k: number) => radamRectification(k, 0.999, 5)!;
    expect(r(6)).toBeCloseTo(0.0258, 4);
    expect(r(555)).toBeLessThan(0.5);
    expect(r(556)).toBeGreaterThanOrEqual(0.5);
    for (let k = 6; k < 3000; k++) expect(r(k + 1)).toBeGreaterThan(r(k));
    expect(r(1e5)).toBeLessThanOrEqual(1);
    expect(r(1e5)).toBeCloseTo(1, 12);
  });
});

const averaged = (beta: number) =>
  momentum({ learningRate: 0.02, beta, convention: "ewa", biasCorrection: true });

test("before that it is bias-corrected momentum, to the bit", () => {
  const steps = (method: ReturnType<typeof radam> | ReturnType<typeof momentum>) =>
    run<never>(method as never, dunes, dunes.start, { steps: 8 }).frames.map(({ x }) => x);
  const [early, plain] = [steps(radam({ learningRate: 0.02 })), steps(averaged(0.9))];
  expect(early.slice(0, 6)).toEqual(plain.slice(0, 6));
  expect(early[6]).not.toEqual(plain[6]);
});

test("with β₂ = 0.6 it remains that for ever", () => {
  const options = { learningRate: 0.02, beta2: 0.6, threshold: 4 };
  expect(path(radam(options), bowl([1, 25]))).toEqual(path(averaged(0.9), bowl([1, 25])));
});

test("after that a step is Adam's, r times: with ε added before the bias correction", () => {
  const gradients = [2, -1, 4, 3, 1, 5, -2, 7];
  const states = statesOn(radam({ learningRate: 1, epsilon: 0.3 }), gradients);
  for (const { k, x, m, s } of states.slice(6)) {
    const r = radamRectification(k, 0.999, 5)!;
    const step =
      (r * (m[0]! / (1 - 0.9 ** k)) * Math.sqrt(1 - 0.999 ** k)) / (Math.sqrt(s[0]!) + 0.3);
    expect(near(-x[0]!, step, 1e-12)).toBe(true);
  }
});

test("early steps scale with the gradient, later ones do not", () => {
  const moves = (c: number) =>
    movesOn(
      radam({ learningRate: 1, epsilon: 0 }),
      [2, -1, 4, 3, 1, 5, -2].map((g) => c * g),
    );
  const [once, fourfold] = [moves(1), moves(4)];
  for (const i of [0, 1, 2, 3, 4]) expect(fourfold[i]).toBe(4 * once[i]!);
  for (const i of [5, 6]) expect(fourfold[i]).toBe(once[i]);
});

test("without options it is PyTorch's: α = 0.001, threshold 5, ε = 1e-8", () => {
  const same = radam({
    learningRate: 0.001,
    threshold: 5,
    epsilon: 1e-8,
    beta1: 0.9,
    beta2: 0.999,
  });
  const gradients = [1, -2, 3, 4, 5, 6, 7];
  expect(movesOn(radam(), gradients)).toEqual(movesOn(same, gradients));
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ threshold: 3.9 }, RangeError, "radam: threshold must be in [4, ∞), got 3.9"],
    [{ threshold: Number.NaN }, RangeError, "radam: threshold must be in [4, ∞), got NaN"],
    [{ beta2: 1 }, RangeError, "radam: beta2 must be in [0, 1), got 1"],
    [
      { warmUp: 5 },
      TypeError,
      'radam: there is no option "warmUp". The options are learningRate, beta1, beta2, epsilon, threshold, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => radam(options as never)).toThrow(new kind(message));
  });
});
