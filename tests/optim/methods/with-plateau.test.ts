import {
  createOracle,
  gradientDescent,
  type Method,
  minimize,
  momentum,
  noisy,
  run,
  type Schedule,
  type State,
  withPlateau,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const around = (learningRate: Schedule) => momentum({ learningRate });

test("while the loss falls it is the method itself, bit for bit", () => {
  const options = { learningRate: 0.02 };
  const plain = run(momentum(options), bowl([1, 25]), [-4, 1], { steps: 15 });
  const watched = run(withPlateau(around, options), bowl([1, 25]), [-4, 1], { steps: 15 });
  expect(watched.frames.map(({ x }) => x)).toEqual(plain.frames.map(({ x }) => x));
  expect(watched.method).toBe("withPlateau(momentum)");
});

test("too high a rate is reduced until descent converges", () => {
  const method = withPlateau((learningRate) => gradientDescent({ learningRate }), {
    learningRate: 0.3,
    factor: 0.5,
    patience: 2,
  });
  const { frames } = run(method, bowl([1, 25]), [-4, 1], { steps: 200 });
  // Stable below 2/25 = 0.08: twice halved it is 0.075.
  expect(frames.at(-1)!.stepLength).toBeLessThanOrEqual(0.075);
  expect(frames.at(-1)!.f).toBeLessThan(1e-4);
  const rates = frames.slice(1).map(({ stepLength }) => stepLength!);
  rates.slice(1).forEach((rate, i) => {
    expect([1, 0.5]).toContain(rate / rates[i]!);
  });
  // The first loss is better than ∞; then three are not.
  expect(rates.slice(0, 5)).toEqual([0.3, 0.3, 0.3, 0.3, 0.15]);
});

test("with noise it ends closer to the minimum than the constant rate", () => {
  const objective = noisy(bowl([1]), { sigma: 1, seed: 3 });
  const constant = minimize(gradientDescent({ learningRate: 0.5 }), objective, [5], {
    steps: 2000,
  });
  const method = withPlateau((learningRate) => gradientDescent({ learningRate }), {
    learningRate: 0.5,
    factor: 0.5,
    patience: 40,
  });
  expect(minimize(method, objective, [5], { steps: 2000 }).f).toBeLessThan(constant.f);
});

test("the memory of the method inside goes on through a reduction", () => {
  const method = withPlateau(around, { learningRate: 0.1, patience: 0, threshold: 0.9 });
  const oracle = createOracle(bowl([1]));
  let state = method.init(oracle, Float64Array.of(2));
  state = method.step(oracle, state);
  const before = state.inner.v[0]!;
  state = method.step(oracle, state); // not ten times as low: the rate drops
  expect(state.plateau.learningRate).toBe(0.010000000000000002);
  expect(state.inner.v[0]).toBeCloseTo(0.9 * before + 1.8, 12);
});

test("in place it takes the same steps, bit for bit", () => {
  for (const learningRate of [0.0005, 0.0015, 0.01]) {
    const method = withPlateau(around, { learningRate, factor: 0.3, patience: 3 });
    const { frames } = run(method, rosenbrock, [-1.2, 1], { steps: 300 });
    const { x, k } = minimize(method, rosenbrock, [-1.2, 1], { steps: frames.length - 1 });
    expect(k).toBe(frames.length - 1);
    expect(x).toEqual(frames.at(-1)!.x);
  }
});

test("a state that was copied goes on identically, from any step", () => {
  const method = withPlateau(around, { learningRate: 0.1, patience: 0 });
  const { frames } = run(method, bowl([1, 25]), [-4, 1], { steps: 40 });
  frames.slice(0, -1).forEach(({ state }, k) => {
    const next = method.step(createOracle(bowl([1, 25])), structuredClone(state));
    expect(next).toEqual(frames[k + 1]!.state);
  });
});

describe("what ends the method inside ends the run", () => {
  const ending = (how: Partial<State>): Method => ({
    name: "ending",
    order: 1,
    init: (_oracle, x0) => ({ k: 0, x: x0 }),
    step: (_oracle, state) => ({ ...state, ...how }),
  });

  test("stalled, without an in-place form", () => {
    const method = withPlateau(() => ending({ stalled: "for a reason" }), { learningRate: 1 });
    expect(method.inPlace).toBeUndefined();
    expect(run(method, bowl([1]), [1]).outcome).toEqual({
      kind: "stalled",
      reason: "for a reason",
      step: 1,
    });
  });

  test("diverged, in both drivers alike", () => {
    const method = withPlateau((learningRate) => gradientDescent({ learningRate }), {
      learningRate: 1e200,
      minLearningRate: 1e200,
    });
    expect(run(method, bowl([1]), [1]).outcome.kind).toBe("diverged");
    expect(minimize(method, bowl([1]), [1]).outcome.kind).toBe("diverged");
  });
});

test("in place the step length is the rate of the step taken, as in the pure step", () => {
  const method = withPlateau((learningRate) => gradientDescent({ learningRate }), {
    learningRate: 0.1,
    patience: 0,
  });
  const rising = { dim: 1, value: (x: Float64Array) => -x[0]!, gradient: () => Float64Array.of(1) };
  const { frames } = run(method, rising, [0], { steps: 3 });
  const work = method.inPlace!(Float64Array.of(0));
  const rates = [1, 2, 3].map((k) => {
    expect(work.advance(rising, k)).toBeUndefined();
    return work.stepLength;
  });
  expect(rates).toEqual(frames.slice(1).map(({ state }) => state.stepLength));
  expect(new Set(rates).size).toBeGreaterThan(1);
});

test.each([
  [
    3,
    { learningRate: 1 },
    "withPlateau: makeMethod must be a function such as (learningRate) => gradientDescent({ learningRate }), got 3",
  ],
  [() => 3, { learningRate: 1 }, "withPlateau: makeMethod must return a method, got 3"],
  [around, { learningRate: 1, factor: 1 }, "reduceOnPlateau: factor must be in [0, 1), got 1"],
])("bad arguments are named: %#", (makeMethod, options, message) => {
  expect(() => withPlateau(makeMethod as never, options)).toThrow(message);
});
