import {
  averaged,
  gradientDescent,
  noisy,
  run,
  type ScheduleFreeSgdOptions,
  scheduleFreePointKernel,
  scheduleFreeSgd,
  scheduleFreeSgdKernel,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

const states = (options: ScheduleFreeSgdOptions, steps = 30) =>
  run(scheduleFreeSgd(options), dunes, dunes.start, { steps }).frames.map(({ state }) => state);

test("the kernels: a point between, a step of z, an average in x, all in place", () => {
  const [x, z, at] = [Float64Array.of(4), Float64Array.of(8), Float64Array.of(0)];
  scheduleFreePointKernel(at, x, z, 0.75);
  expect(at[0]).toBe(5);
  scheduleFreeSgdKernel(x, z, Float64Array.of(2), 0.5, 0.25);
  expect([z[0], x[0]]).toEqual([7, 0.75 * 4 + 0.25 * 7]);
});

test("at a constant rate x is the mean of z₁ … z_k, with countStart of z₀ … z_k", () => {
  for (const countStart of [false, true]) {
    const all = states({ learningRate: 0.05, countStart });
    for (let k = 1; k < all.length; k++)
      [0, 1].forEach((i) => {
        const points = all.slice(countStart ? 0 : 1, k + 1).map(({ z }) => z[i]!);
        const mean = points.reduce((sum, z) => sum + z, 0) / points.length;
        expect(all[k]!.x[i]).toBeCloseTo(mean, 13);
      });
  }
});

test("in general x is the mean of the z weighted by the squares of the rates", () => {
  const rate = (k: number) => 0.1 / k;
  const all = states({ learningRate: rate, warmUp: 4 });
  for (let k = 1; k < all.length; k++) {
    let [sum, weights] = [0, 0];
    for (let i = 1; i <= k; i++) {
      const weight = (rate(i) * Math.min(1, i / 4)) ** 2;
      sum += weight * all[i]!.z[0]!;
      weights += weight;
    }
    expect(all[k]!.x[0]).toBeCloseTo(sum / weights, 13);
    expect(all[k]!.stepLength).toBeCloseTo(rate(k) * Math.min(1, k / 4), 15);
  }
});

test("z moves along the gradient at (1 − β) z + β x, weight decay included", () => {
  const [alpha, beta, omega] = [0.05, 0.8, 0.1];
  const all = states({ learningRate: alpha, beta, weightDecay: omega });
  for (let k = 1; k < all.length; k++) {
    const { x, z } = all[k - 1]!;
    const y = z.map((zi, i) => (1 - beta) * zi + beta * x[i]!);
    const g = dunes.gradient(y);
    all[k]!.z.forEach((zi, i) => {
      expect(zi).toBeCloseTo(z[i]! - alpha * (g[i]! + omega * y[i]!), 14);
    });
  }
});

test("with β = 0 it is gradient descent with Polyak–Ruppert averaging", () => {
  const ours = states({ learningRate: 0.05, beta: 0 });
  const theirs = run(averaged(gradientDescent({ learningRate: 0.05 })), dunes, dunes.start, {
    steps: 30,
  }).frames;
  theirs.forEach(({ x, state }, k) => {
    expect(ours[k]!.z).toEqual(state.inner.x);
    x.forEach((xi, i) => {
      expect(ours[k]!.x[i]).toBeCloseTo(xi, 13);
    });
  });
});

test.each([0.5, 0.9])(
  "with β = %d it converges on ½λx² for αλ < 2/(1 − β), and not beyond",
  (beta) => {
    const end = (alphaLambda: number) => {
      const method = scheduleFreeSgd({ learningRate: alphaLambda / 3, beta });
      return Math.abs(run(method, bowl([3]), [1], { steps: 3000 }).frames.at(-1)!.x[0]!);
    };
    expect(end((0.98 * 2) / (1 - beta))).toBeLessThan(1e-3);
    expect(end((1.02 * 2) / (1 - beta))).toBeGreaterThan(1e3);
  },
);

test.each([
  [0.05, 0.9, 0.0079],
  [0.09, 0.9, 0.0051],
  [0.09, 0, 0.017],
])(
  "on the noisy bowl(1, 20) of the chapter, α = %d and β = %d end at a mean loss of %d",
  (learningRate, beta, loss) => {
    const runs = 400;
    let mean = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const problem = noisy(bowl([1, 20]), { sigma: 1, seed });
      const method = scheduleFreeSgd({ learningRate, beta, countStart: true });
      const work = method.inPlace!(Float64Array.of(-8, 1.5));
      for (let k = 1; k <= 500; k++) work.advance(problem.at(k), k);
      mean += problem.value(work.x) / runs;
    }
    // Computed elsewhere from the same random numbers; two digits are given.
    expect(Math.abs(mean / loss - 1)).toBeLessThan(0.03);
  },
);

describe("rates of 0", () => {
  test("at first leave x where it is, and do not make 0/0", () => {
    const method = scheduleFreeSgd({ learningRate: (k) => (k < 3 ? 0 : 1) });
    const xs = statesFor(method, [[1], [1], [1]], [5]).map(({ x }) => x[0]);
    expect(xs).toEqual([5, 5, 5, 4]);
  });
});

test("the default rate is 1, and maximize climbs", () => {
  expect(statesFor(scheduleFreeSgd(), [[0.5]])[1]!.x[0]).toBe(-0.5);
  expect(statesFor(scheduleFreeSgd({ maximize: true }), [[0.5]])[1]!.x[0]).toBe(0.5);
});

test.each([
  [{ beta: 1 }, RangeError, "scheduleFreeSgd: beta must be in [0, 1), got 1"],
  [{ warmUp: -1 }, RangeError, "scheduleFreeSgd: warmUp must be a whole number, 0 or more, got -1"],
  [{ countStart: 1 }, TypeError, "scheduleFreeSgd: countStart must be true or false, got 1"],
  [
    { warmup: 3 },
    TypeError,
    'scheduleFreeSgd: there is no option "warmup". The options are learningRate, beta, warmUp, countStart, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => scheduleFreeSgd(options as never)).toThrow(new kind(message));
});
