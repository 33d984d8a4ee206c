import {
  minimize,
  nesterov,
  type Objective,
  rmsprop,
  rmspropCenteredKernel,
  rmspropKernel,
  rmspropMomentumKernel,
  run,
} from "@downhill/optim";
import { beale, bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { expectSamePath, path } from "./paths.ts";

describe("the kernels, in place", () => {
  const one = (value: number) => Float64Array.of(value);

  test("plain: s ← ρs + (1 − ρ)g², x ← x − αg/(√(s + δ) + ε)", () => {
    const [x, s] = [one(1), one(14)];
    rmspropKernel(x, one(2), s, 0.5, 0.5, 1);
    expect([s[0], x[0]]).toEqual([9, 1 - 1 / 4]);
    rmspropKernel(x.fill(0), one(3), s, 0.5, 0.5, 0, 7);
    expect([s[0], x[0]]).toEqual([9, -1.5 / 4]);
  });

  test("with momentum: v ← βv + wg/(√(s + δ) + ε), x ← x − αv", () => {
    const [x, s, v] = [one(1), one(14), one(2)];
    rmspropMomentumKernel(x, one(2), s, v, 0.5, 0.5, 0.25, 1);
    expect([s[0], v[0], x[0]]).toEqual([9, 1, 0.5]);
    rmspropMomentumKernel(x, one(3), s, v, 1, 0.5, 0.25, 0, 7, 4);
    expect([s[0], v[0], x[0]]).toEqual([9, 3.25, -2.75]);
  });

  test("centred: the same with s − m² under the root", () => {
    const [x, s, m, v] = [one(1), one(14), one(0), one(2)];
    rmspropCenteredKernel(x, one(2), s, m, v, 0.5, 0.5, 0.25, 1, 8);
    expect([s[0], m[0], v[0], x[0]]).toEqual([9, 1, 0.5 + 2 / 5, 1 - 0.5 * 0.9]);
  });
});

test("ρ = 0.9, α = 0.001: gradients 4 and 2 make a second step of 0.0014744", () => {
  const method = rmsprop({ learningRate: 0.001, rho: 0.9 });
  const states = statesOn(method, [4, 2]);
  expect(states[2]!.s[0]).toBeCloseTo(1.84, 14);
  expect(-states[2]!.x[0]!).toBeCloseTo(0.0014744, 7);
});

test("for a constant gradient step k is α/√(1 − ρᵏ): long at first, then α", () => {
  const moves = movesOn(rmsprop({ learningRate: 0.01, rho: 0.9, epsilon: 0 }), constant(-3, 400));
  moves.forEach((move, i) => {
    expect(near(move, 0.01 / Math.sqrt(1 - 0.9 ** (i + 1)), 1e-12)).toBe(true);
  });
  expect(moves[0]).toBeCloseTo(3.16e-2, 4);
});

test("no step is longer than α/√(1 − ρ)", () => {
  const moves = movesOn(rmsprop({ learningRate: 1, rho: 0.99, epsilon: 0 }), [
    1e-3,
    ...constant(1e-3, 300),
    1e9,
    -1e12,
    5,
  ]);
  for (const move of moves) expect(Math.abs(move)).toBeLessThanOrEqual(10 * (1 + 1e-12));
  expect(near(moves[302]!, 10, 1e-4)).toBe(true);
});

test("it forgets: gradients of 0.1 after 200 of 10, α = 0.01, ρ = 0.9", () => {
  const gradients = [...constant(10, 200), ...constant(0.1, 200)];
  const moves = movesOn(rmsprop({ learningRate: 0.01, rho: 0.9 }), gradients);
  for (const [k, step] of [
    [200, 1e-2],
    [201, 1.05e-4],
    [230, 4.9e-4],
    [250, 1.4e-3],
    [300, 8.9e-3],
    [400, 1e-2],
  ] as const)
    expect(near(-moves[k - 1]!, step, 0.02)).toBe(true);
});

test.each([
  [0.9, 0, -0.199, 3],
  [0.99, 0, -0.444, 3],
  [0.999, 0.09, -0.0007, 4],
])(
  "nine gradients of 0.1, then one of −0.9, ten times: ρ = %d from s = %d drifts by %d",
  (rho, initialAccumulator, drift, digits) => {
    const cycle = [...constant(0.1, 9), -0.9];
    const gradients = Array.from({ length: 100 }, (_, i) => cycle[i % 10]!);
    const moves = movesOn(rmsprop({ learningRate: 0.01, rho, initialAccumulator }), gradients);
    expect(moves.reduce((sum, move) => sum + move, 0)).toBeCloseTo(drift, digits);
  },
);

test.each([0.01, 0.1])("at the constant rate %d it ends in the cycle ±α/2", (learningRate) => {
  const end = run(rmsprop({ learningRate, rho: 0.9 }), bowl([1, 25]), [-4, 1], { steps: 1500 });
  const [before, last] = end.frames.slice(-2).map(({ x }) => x);
  for (const i of [0, 1]) {
    expect(Math.abs(last![i]!)).toBeCloseTo(learningRate / 2, 6);
    expect(last![i]! + before![i]!).toBeCloseTo(0, 6);
  }
});

test("from (1, 1.5) on Beale's function α = 0.05 needs 107 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  const method = rmsprop({ learningRate: 0.05, rho: 0.9 });
  expect(run(method, beale, [1, 1.5], { until }).frames.length - 1).toBe(107);
});

test.each([
  {},
  { beta: 0.9 },
  { beta: 0.9, nesterov: true },
  { beta: 0.5, centered: true, initialAccumulator: 1 },
])("with ε = 0 and %j, multiplying f by a power of 2 leaves the path, to the bit", (options) => {
  // A warm start in s is scaled with f, as the squared gradients are.
  const method = (c: number) => {
    const { initialAccumulator = 0, ...rest } = { initialAccumulator: 0, ...options };
    const start = initialAccumulator * c * c;
    return rmsprop({ learningRate: 0.01, epsilon: 0, ...rest, initialAccumulator: start });
  };
  const once = path(method(1), bowl([1, 25]));
  for (const c of [4, 1024, 1 / 8]) expect(path(method(c), bowl([c, 25 * c]))).toEqual(once);
});

describe("momentum", () => {
  const base = { learningRate: 0.01, beta: 0.8, rho: 0.9 };

  test("both conventions are the same at a constant rate", () => {
    const outside = path(rmsprop(base), dunes, 60, dunes.start);
    const inside = path(rmsprop({ ...base, convention: "classical" }), dunes, 60, dunes.start);
    expectSamePath(inside, outside);
  });

  test("when the rate changes, the classical velocity remembers the old one", () => {
    const learningRate = (k: number) => (k === 1 ? 0.1 : 0);
    const options = { ...base, learningRate, epsilon: 0, rho: 0 };
    expect(movesOn(rmsprop(options), [1, 1])).toEqual([-0.1, 0]);
    expect(movesOn(rmsprop({ ...options, convention: "classical" }), [1, 1])).toEqual([
      -0.1,
      -0.1 * 0.8,
    ]);
  });

  test("a steady gradient leads to the velocity 1/(1 − β)", () => {
    const last = statesOn(rmsprop({ ...base, epsilon: 0 }), constant(5, 400)).at(-1)!;
    expect(last.v![0]).toBeCloseTo(5, 12);
  });

  test("nesterov looks ahead: with s frozen it is Nesterov's method at the rate α/√s", () => {
    // ρ near 1 and a warm start keep s at 4, but for 1e-12.
    const frozen = rmsprop({
      ...base,
      nesterov: true,
      rho: 1 - 1e-15,
      initialAccumulator: 4,
      epsilon: 0,
    });
    const plain = nesterov({ learningRate: 0.01 / 2, beta: 0.8 });
    const ours = path(frozen, bowl([1, 25]));
    path(plain, bowl([1, 25])).forEach((x, k) => {
      for (const i of [0, 1]) expect(ours[k]![i]).toBeCloseTo(x[i]!, 10);
    });
  });

  test("nesterov with β = 0 is plain, and so is its classical form", () => {
    const plain = path(rmsprop({ learningRate: 0.01 }), bowl([1, 25]));
    for (const convention of ["pytorch", "classical"] as const)
      expectSamePath(
        path(rmsprop({ learningRate: 0.01, nesterov: true, convention }), bowl([1, 25])),
        plain,
      );
  });

  test("the classical look-ahead is x − βv, without a second α", () => {
    const seen: number[] = [];
    const flat = {
      dim: 1,
      value: () => 0,
      gradient(x: Float64Array) {
        seen.push(x[0]!);
        return Float64Array.of(1);
      },
    };
    const options = { learningRate: 0.25, beta: 0.5, rho: 0, epsilon: 0, nesterov: true } as const;
    for (const convention of ["classical", "pytorch"] as const) {
      seen.length = 0;
      minimize(rmsprop({ ...options, convention }), flat, [0], { steps: 2 });
      // v₁ is 0.25 in one and 1 in the other; both have moved to −0.25 and look at −0.375.
      expect(seen.slice(0, 2)).toEqual([0, -0.375]);
    }
  });
});

describe("centring", () => {
  test("s − m² is the variance: steps for gradients 10 ± 1 are ten times those for their mean", () => {
    const gradients = Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 11 : 9));
    const centred = movesOn(rmsprop({ learningRate: 1, centered: true }), gradients);
    const plain = movesOn(rmsprop({ learningRate: 1 }), gradients);
    const mean = (moves: readonly number[]) => (moves.at(-1)! + moves.at(-2)!) / 2;
    expect(mean(plain)).toBeCloseTo(-1, 1);
    expect(mean(centred)).toBeCloseTo(-10, 1);
  });

  test("a constant gradient makes s − m² negative by rounding: the run ends before it, in run and minimize", () => {
    const slope: Objective = {
      dim: 1,
      value: ([x = 0]) => 0.7 * x,
      gradient: () => Float64Array.of(0.7),
    };
    const method = rmsprop({ learningRate: 1e-12, rho: 0.5, centered: true });
    const trace = run(method, slope, [1]);
    expect(trace.outcome.kind).toBe("diverged");
    const end = minimize(method, slope, [1]);
    expect(end.outcome).toEqual(trace.outcome);
    expect([end.k, end.x]).toEqual([trace.frames.at(-1)!.k, trace.frames.at(-1)!.x]);
    const guarded = rmsprop({ learningRate: 1e-12, rho: 0.5, centered: true, epsilonInside: true });
    expect(run(guarded, slope, [1]).outcome.kind).toBe("budget");
  });
});

test("with ε = 0 a gradient that was always 0 becomes 0/0, and the last numbers are kept", () => {
  const method = rmsprop({ learningRate: 0.1, epsilon: 0 });
  const outcome = { kind: "diverged", reason: "x is not finite at step 1", step: 1 };
  expect(run(method, bowl([1, 25]), [1, 0]).outcome).toEqual(outcome);
  const end = minimize(method, bowl([1, 25]), [1, 0]);
  expect(end.outcome).toEqual(outcome);
  expect(end.x).toEqual(Float64Array.of(1, 0));
  const { frames } = run(rmsprop({ learningRate: 0.1 }), bowl([1, 25]), [1, 0], { steps: 50 });
  for (const { x } of frames) expect(x[1]).toBe(0);
});

test("without options it is PyTorch's: α = 0.01, ρ = 0.99, ε = 1e-8", () => {
  expect(near(movesOn(rmsprop(), [3])[0]!, -0.03 / (0.3 + 1e-8))).toBe(true);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ rho: 1 }, RangeError, "rmsprop: rho must be in [0, 1), got 1"],
    [{ beta: -0.1 }, RangeError, "rmsprop: beta must be in [0, 1), got -0.1"],
    [{ epsilon: Number.NaN }, RangeError, "rmsprop: epsilon must be in [0, ∞), got NaN"],
    [
      { initialAccumulator: -1 },
      RangeError,
      "rmsprop: initialAccumulator must be in [0, ∞), got -1",
    ],
    [{ centered: "no" }, TypeError, 'rmsprop: centered must be true or false, got "no"'],
    [{ nesterov: 1 }, TypeError, "rmsprop: nesterov must be true or false, got 1"],
    [{ epsilonInside: 0 }, TypeError, "rmsprop: epsilonInside must be true or false, got 0"],
    [
      { convention: "ewa" },
      RangeError,
      'rmsprop: convention must be one of "pytorch", "classical", got "ewa"',
    ],
    [
      { alpha: 0.9 },
      TypeError,
      'rmsprop: there is no option "alpha". The options are learningRate, rho, epsilon, epsilonInside, initialAccumulator, beta, convention, nesterov, centered, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => rmsprop(options as never)).toThrow(new kind(message));
  });
});
