import {
  createOracle,
  gradientDescent,
  momentum,
  momentumKernel,
  noisy,
  type Objective,
  run,
} from "@downhill/optim";
import { bowl, chain, doubleWell1d, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { expectSamePath, path } from "./paths.ts";

/** Steps until the distance to the minimum at 0 is at most a thousandth of the start's. */
function stepsToThousandth(
  method: ReturnType<typeof momentum> | ReturnType<typeof gradientDescent>,
  kappa: number,
): number {
  const target = 1e-3 * Math.hypot(4, 1);
  const trace = run(method, bowl([1, kappa]), [-4, 1], {
    until: ({ x }) => Math.hypot(...x) <= target,
  });
  expect(trace.outcome.kind).toBe("converged");
  return trace.frames.length - 1;
}

test("the kernel is v ← βv + γg, x ← x − αv, in place, with γ = 1 unless said otherwise", () => {
  const [x, v] = [Float64Array.of(1), Float64Array.of(10)];
  momentumKernel(x, Float64Array.of(2), v, 0.1, 0.5);
  expect([v[0], x[0]]).toEqual([7, 1 - 0.1 * 7]);
  momentumKernel(x, Float64Array.of(2), v, 0, 0.5, 0.25);
  expect(v[0]).toBe(4);
});

test("with β = 0 it is gradient descent, bit for bit", () => {
  const plain = run(gradientDescent({ learningRate: 0.03 }), dunes, dunes.start, { steps: 60 });
  const none = path(momentum({ learningRate: 0.03, beta: 0 }), dunes, 60, dunes.start);
  expect(none).toEqual(plain.frames.map(({ x }) => x));
});

test("a constant gradient leads to the velocity g/(1 − β) and the step ηg/(1 − β)", () => {
  const slope: Objective = {
    dim: 1,
    value: ([x = 0]) => 2 * x,
    gradient: () => Float64Array.of(2),
  };
  const { frames } = run(momentum({ learningRate: 0.01, beta: 0.9 }), slope, [0], { steps: 400 });
  expect(frames.at(-1)!.state.v[0]).toBeCloseTo(20, 12);
  expect(frames.at(-2)!.x[0]! - frames.at(-1)!.x[0]!).toBeCloseTo(0.2, 12);
});

test("the point is the unrolled sum θ₀ − η Σ (1 − β^(t−i+1))/(1 − β) gᵢ", () => {
  const [eta, beta] = [0.02, 0.9];
  const problem = noisy(bowl([1, 25]), { sigma: 1, seed: 5 });
  const { frames } = run(momentum({ learningRate: eta, beta }), problem, [-4, 1], { steps: 25 });
  const unrolled = Float64Array.of(-4, 1);
  for (let i = 1; i <= 25; i++) {
    const weight = (eta * (1 - beta ** (25 - i + 1))) / (1 - beta);
    problem
      .at(i)
      .gradient(frames[i - 1]!.x)
      .forEach((g, j) => {
        unrolled[j] = unrolled[j]! - weight * g;
      });
  }
  expectSamePath([frames[25]!.x], [unrolled]);
});

describe("on a quadratic", () => {
  const best = (kappa: number) => {
    const root = Math.sqrt(kappa);
    return { learningRate: (2 / (root + 1)) ** 2, beta: ((root - 1) / (root + 1)) ** 2 };
  };

  test.each([
    [25, 87, 24, 103],
    [50, 173, 35, 106],
    [100, 346, 51, 94],
  ])(
    "κ = %d takes %d steps by best descent, %d by best momentum, %d with 1/L and 0.9",
    (kappa, descent, ball, heavy) => {
      expect(stepsToThousandth(gradientDescent({ learningRate: 2 / (1 + kappa) }), kappa)).toBe(
        descent,
      );
      expect(stepsToThousandth(momentum(best(kappa)), kappa)).toBe(ball);
      expect(stepsToThousandth(momentum({ learningRate: 1 / kappa, beta: 0.9 }), kappa)).toBe(
        heavy,
      );
    },
  );

  test.each([
    [4, 0.4444, 0.1111, 0.3333],
    [9, 0.25, 0.25, 0.5],
    [25, 0.1111, 0.4444, 0.6667],
    [50, 0.0614, 0.5658, 0.7522],
    [100, 0.03306, 0.6694, 0.8182],
  ])(
    "κ = %d is solved at the rate (√κ − 1)/(√κ + 1) by η = %d, β = %d",
    (kappa, eta, beta, rate) => {
      const options = best(kappa);
      expect(options.learningRate).toBeCloseTo(eta, 4);
      expect(options.beta).toBeCloseTo(beta, 4);
      // Both ends are critically damped: the error goes like t ρᵗ, so twice the time, half of ρᵗ.
      const half = 60;
      const xs = path(momentum(options), bowl([1, kappa]), 2 * half, [-4, 1]);
      const [now, then] = [Math.hypot(...xs[half]!), Math.hypot(...xs[2 * half]!)];
      const measured = (then / now / 2) ** (1 / half);
      expect(Math.abs(measured / rate - 1)).toBeLessThan(1e-3);
    },
  );

  test.each([
    [0.01, 0.81, 0.9],
    [0.01, 0.9, 0.9487],
    [0.01, 0.5, 0.9796],
    [0.01, 0.99, 0.995],
    [3.7, 0.9, 0.9487],
    [3.8, 0.9, 1],
    [3.81, 0.9, 1.0647],
  ])(
    "ηλ = %d, β = %d: the larger root is %d, measured from three steps of a run",
    (etaLambda, beta, radius) => {
      const xs = path(momentum({ learningRate: etaLambda, beta }), bowl([1]), 3, [1]).map(
        (x) => x[0]!,
      );
      // x₂ = p x₁ − q x₀ and x₃ = p x₂ − q x₁ hold for every run; the roots of σ² − pσ + q rule it.
      const [x0, x1, x2, x3] = xs as [number, number, number, number];
      const det = x1 * x1 - x0 * x2;
      const p = (x1 * x2 - x0 * x3) / det;
      const q = (x2 * x2 - x1 * x3) / det;
      const inside = p * p - 4 * q;
      const larger = inside <= 1e-9 ? Math.sqrt(q) : (Math.abs(p) + Math.sqrt(inside)) / 2;
      expect(larger).toBeCloseTo(radius, 4);
    },
  );

  test("from 0 on the chain, after k steps only k coordinates have moved", () => {
    const problem = chain(60);
    const xs = path(momentum({ learningRate: 0.1 }), problem, 40, problem.start);
    xs.forEach((x, k) => {
      expect(x.findLastIndex((entry) => entry !== 0)).toBe(k - 1);
    });
  });

  test("with noise its floor is about that of descent at the effective rate: 0.0501 and 0.0526", () => {
    const problem = noisy(bowl([1]), { sigma: 1, seed: 11 });
    const floor = (learningRate: number, beta: number) => {
      const work = momentum({ learningRate, beta }).inPlace!(Float64Array.of(0));
      const [skipped, steps] = [500, 150_000];
      let sum = 0;
      for (let k = 1; k <= steps; k++) {
        work.advance(problem.at(k), k);
        if (k > skipped) sum += work.x[0]! ** 2;
      }
      return sum / (steps - skipped);
    };
    const theory = (eta: number, beta: number) =>
      (eta * (1 + beta)) / ((1 - beta) * (2 * (1 + beta) - eta));
    expect(theory(0.1, 0)).toBeCloseTo(0.0526, 4);
    expect(theory(0.01, 0.9)).toBeCloseTo(0.0501, 4);
    // About 15000 independent samples: a standard error near 1.2 %, four of them allowed.
    expect(Math.abs(floor(0.1, 0) / theory(0.1, 0) - 1)).toBeLessThan(0.05);
    expect(Math.abs(floor(0.01, 0.9) / theory(0.01, 0.9) - 1)).toBeLessThan(0.05);
  });
});

describe("in the double well, from 2", () => {
  const [left, , right] = doubleWell1d.criticalPoints.map(({ x }) => x[0]!);
  test.each([
    [0.01, 0, right],
    [0.01, 0.5, right],
    [0.01, 0.8, right],
    [0.01, 0.9, left],
    [0.01, 0.95, left],
    [0.02, 0.8, left],
    [0.02, 0.9, left],
    [0.02, 0.95, right],
  ])("η = %d, β = %d ends in the well at %d", (learningRate, beta, well) => {
    const { frames } = run(momentum({ learningRate, beta }), doubleWell1d, [2], { steps: 3000 });
    expect(frames.at(-1)!.x[0]).toBeCloseTo(well!, 9);
  });
});

test("weight decay enters the velocity, and maximize turns the gradient before it", () => {
  const method = momentum({ learningRate: 0.1, beta: 0.5, weightDecay: 0.5, maximize: true });
  const oracle = createOracle(bowl([1]));
  const first = method.step(oracle, method.init(oracle, Float64Array.of(2)));
  expect(first.v[0]).toBe(-2 + 0.5 * 2);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta: 1.2 }, RangeError, "momentum: beta must be in [0, 1), got 1.2"],
    [{ beta: 1 }, RangeError, "momentum: beta must be in [0, 1), got 1"],
    [{ beta: -0.1 }, RangeError, "momentum: beta must be in [0, 1), got -0.1"],
    [{ beta: Number.NaN }, RangeError, "momentum: beta must be in [0, 1), got NaN"],
    [{ beta: "0.9" }, TypeError, 'momentum: beta must be a number in [0, 1), got "0.9"'],
    [{ dampening: 2 }, RangeError, "momentum: dampening must be in [0, 1], got 2"],
    [
      { convention: "b" },
      RangeError,
      'momentum: convention must be one of "pytorch", "classical", "ewa", got "b"',
    ],
    [
      { convention: "ewa", dampening: 0.5 },
      RangeError,
      'momentum: dampening needs convention "pytorch", got "ewa". Leave one of the two out',
    ],
    [
      { biasCorrection: true },
      RangeError,
      'momentum: biasCorrection needs convention "ewa", got "pytorch". Leave one of the two out',
    ],
    [
      { convention: "ewa", biasCorrection: 1 },
      TypeError,
      "momentum: biasCorrection must be true or false, got 1",
    ],
    [
      { momentum: 0.9 },
      TypeError,
      'momentum: there is no option "momentum". The options are learningRate, beta, convention, dampening, biasCorrection, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => momentum({ learningRate: 0.1, ...options } as never)).toThrow(new kind(message));
  });
});
