import {
  createOracle,
  gradientDescent,
  gradientNoise,
  type Method,
  noisy,
  run,
  type State,
} from "@downhill/optim";
import { bowl, saddleB } from "@downhill/optim/problems";
import { expect, test } from "vitest";

const ravine = bowl([1, 25]);
const descent = gradientDescent({ learningRate: 0.01 });

test("step k adds √(η/(1 + k)^γ) times the noise that noisy gives iteration k", () => {
  const [eta, gamma, seed] = [0.3, 0.55, 42];
  const stormy = noisy(bowl([0, 0]), { sigma: 1, seed });
  const { frames } = run(gradientNoise(descent, { eta, gamma, seed }), ravine, [-4, 1], {
    steps: 20,
  });
  for (let k = 1; k <= 20; k++) {
    const before = frames[k - 1]!.x;
    const xi = stormy.at(k).gradient(before);
    const sigma = Math.sqrt(eta / (1 + k) ** gamma);
    const g = ravine.gradient(before);
    frames[k]!.x.forEach((after, i) => {
      expect(after).toBeCloseTo(before[i]! - 0.01 * (g[i]! + sigma * xi[i]!), 15);
    });
  }
});

test("its variance at step 100 with η = 0.3 is 0.0237", () => {
  const [n, k] = [20_000, 100];
  const flat = {
    dim: n,
    value: () => 0,
    gradient: (x: Float64Array) => new Float64Array(x.length),
  };
  const method = gradientNoise(gradientDescent({ learningRate: 1 }), { eta: 0.3, seed: 1 });
  const x = new Float64Array(n);
  const next = method.step(createOracle(flat), { k: k - 1, x });
  const variance = next.x.reduce((sum, xi) => sum + xi * xi, 0) / n;
  // A standard error of √(2/20000) = 1 %, four of them allowed.
  expect(Math.abs(variance / 0.0237 - 1)).toBeLessThan(0.04);
});

test("there is no hidden state: a step from a copy of a state, in any order, is the same step", () => {
  const method = gradientNoise(descent, { eta: 1, seed: 5 });
  const { frames } = run(method, ravine, [-4, 1], { steps: 10 });
  for (const k of [7, 2, 9, 2]) {
    const again = method.step(createOracle(ravine), structuredClone(frames[k]!.state));
    expect(again).toEqual(frames[k + 1]!.state);
  }
});

test("another seed gives another path; η = 0 none of it", () => {
  const end = (eta: number, seed: number) =>
    run(gradientNoise(descent, { eta, seed }), ravine, [-4, 1], { steps: 5 }).frames.at(-1)!.x;
  expect(end(1, 1)).not.toEqual(end(1, 2));
  expect(end(0, 1)).toEqual(run(descent, ravine, [-4, 1], { steps: 5 }).frames.at(-1)!.x);
});

test("f fits the noise: its differences along an axis are the noisy slopes", () => {
  const seen: number[][] = [];
  const curious: Method<State> = {
    name: "curious",
    order: 1,
    init: (_oracle, x) => ({ k: 0, x }),
    step(oracle, { k, x }) {
      const h = 1e-6;
      const moved = (i: number, by: number) => x.map((xi, j) => (i === j ? xi + by : xi));
      const g = oracle.g(x);
      for (const i of [0, 1])
        seen.push([(oracle.f(moved(i, h)) - oracle.f(moved(i, -h))) / (2 * h), g[i]!]);
      return { k: k + 1, x };
    },
  };
  run(gradientNoise(curious, { eta: 4, seed: 8 }), ravine, [-4, 1], { steps: 3 });
  for (const [difference, slope] of seen) expect(difference).toBeCloseTo(slope!, 6);
  expect(seen[0]![1]).not.toBeCloseTo(seen[2]![1]!, 3); // another step, another noise
});

test("it leaves a saddle point on whose ridge descent rests", () => {
  const options = { steps: 400 };
  const method = gradientDescent({ learningRate: 0.1 });
  expect(run(method, saddleB, [1, 0], options).frames.at(-1)!.f).toBeCloseTo(0, 12);
  const shaken = run(gradientNoise(method, { eta: 0.01, seed: 1 }), saddleB, [1, 0], options);
  expect(shaken.frames.at(-1)!.f).toBeLessThan(-0.24);
});

test("the defaults are η = 0.01 and γ = 0.55", () => {
  const end = (options: { eta?: number; gamma?: number; seed: number }) =>
    run(gradientNoise(descent, options), ravine, [-4, 1], { steps: 5 }).frames.at(-1)!.x;
  expect(end({ seed: 3 })).toEqual(end({ eta: 0.01, gamma: 0.55, seed: 3 }));
});

test.each([
  [{ eta: -1, seed: 1 }, RangeError, "gradientNoise: eta must be in [0, ∞), got -1"],
  [{ gamma: -1, seed: 1 }, RangeError, "gradientNoise: gamma must be in [0, ∞), got -1"],
  [{ seed: 0.5 }, RangeError, "gradientNoise: seed must be a whole number, 0 or more, got 0.5"],
  [{}, TypeError, "gradientNoise: seed must be a whole number, got undefined"],
  [
    { seed: 1, sigma: 1 },
    TypeError,
    'gradientNoise: there is no option "sigma". The options are eta, gamma, seed',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => gradientNoise(descent, options as never)).toThrow(new kind(message));
});
