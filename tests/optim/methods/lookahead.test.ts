import {
  averaged,
  createOracle,
  decoupledWeightDecay,
  gradientDescent,
  linearCg,
  lookahead,
  type Method,
  momentum,
  nelderMead,
  run,
  type State,
  scheduleFreeSgd,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

test("with the slow rate 1 it is the fast method, bit for bit", () => {
  const fast = momentum({ learningRate: 0.02 });
  const alone = run(fast, dunes, dunes.start, { steps: 43 }).frames;
  const { frames } = run(lookahead(fast, { slowRate: 1 }), dunes, dunes.start, { steps: 43 });
  expect(frames.map(({ state }) => state.inner)).toEqual(alone.map(({ state }) => state));
  expect(frames.map(({ x }) => x)).toEqual(alone.map(({ x }) => x));
});

test("after every period it goes the share s of the way back, and in between it is the fast method", () => {
  const fast = momentum({ learningRate: 0.02 });
  const { frames } = run(lookahead(fast, { period: 3, slowRate: 0.25 }), dunes, [1, 2], {
    steps: 12,
  });
  for (let k = 3; k <= 12; k += 3) {
    const from = frames[k - 3]!;
    const alone = run({ ...fast, init: () => from.state.inner }, dunes, [1, 2], {
      until: (frame) => frame.k === k,
    }).frames;
    expect(frames[k - 1]!.x).toEqual(alone[2]!.x);
    frames[k]!.x.forEach((xi, i) => {
      expect(xi).toBeCloseTo(0.75 * from.x[i]! + 0.25 * alone[3]!.x[i]!, 14);
    });
    expect(frames[k]!.state.slow).toEqual(frames[k]!.x);
    expect(frames[k]!.state.inner.v).toEqual(alone[3]!.state.v); // what it remembers it keeps
  }
});

describe("on ½λx²", () => {
  const shrink = (alphaLambda: number, s: number, p: number) => 1 - s + s * (1 - alphaLambda) ** p;

  test.each([
    [0.3, 0.5, 5],
    [1.9, 0.5, 5],
    [2.2, 0.5, 5],
    [1.7, 0.8, 4],
  ])("αλ = %d, s = %d: %d steps multiply x by 1 − s + s(1 − αλ)^p", (rate, slowRate, period) => {
    const method = lookahead(gradientDescent({ learningRate: rate }), { slowRate, period });
    const { frames } = run(method, bowl([1]), [1], { steps: 3 * period });
    for (let n = 1; n <= 3; n++)
      expect(frames[n * period]!.x[0]).toBeCloseTo(shrink(rate, slowRate, period) ** n, 12);
  });

  test.each([
    [3, 0.5],
    [5, 0.5],
    [7, 0.8],
  ])(
    "for the odd period %d and s = %d it is stable up to 1 + ((2 − s)/s)^{1/p}, beyond 2",
    (period, slowRate) => {
      const limit = 1 + ((2 - slowRate) / slowRate) ** (1 / period);
      expect(limit).toBeGreaterThan(2);
      const end = (rate: number) => {
        const method = lookahead(gradientDescent({ learningRate: rate }), { slowRate, period });
        return Math.abs(run(method, bowl([1]), [1], { steps: 300 * period }).frames.at(-1)!.x[0]!);
      };
      expect(end(0.99 * limit)).toBeLessThan(1e-3);
      expect(end(1.01 * limit)).toBeGreaterThan(1e3);
    },
  );
});

test("a fast method that takes no step ends the run, and is not sent back again", () => {
  const stuck: Method<State> = {
    name: "stuck",
    order: 0,
    init: (_oracle, x) => ({ k: 0, x }),
    step: (_oracle, state) =>
      state.k < 2
        ? { k: state.k + 1, x: state.x.map((xi) => xi + 4) }
        : { ...state, stalled: "nowhere to go" },
  };
  const method = lookahead(stuck, { period: 2 });
  const { frames, outcome } = run(method, bowl([1]), [0]);
  expect(outcome).toEqual({ kind: "stalled", reason: "nowhere to go", step: 3 });
  expect(frames.map(({ x }) => x[0])).toEqual([0, 4, 4]);
  const { state } = frames.at(-1)!;
  expect(method.step(createOracle(bowl([1])), state)).toEqual({
    ...state,
    stalled: "nowhere to go",
  });
});

test("its defaults: every 5 steps, half of the way", () => {
  const fast = gradientDescent({ learningRate: 0.1 });
  const path = (method: ReturnType<typeof lookahead>) =>
    run(method, bowl([1, 25]), [-4, 1], { steps: 12 }).frames.map(({ x }) => x);
  expect(path(lookahead(fast))).toEqual(path(lookahead(fast, { period: 5, slowRate: 0.5 })));
});

describe("methods that step on from points of their own are refused", () => {
  const fast = gradientDescent({ learningRate: 0.1 });
  test.each([averaged(fast), lookahead(fast), scheduleFreeSgd()])("$name", (method) => {
    expect(() => lookahead<never>(method as never)).toThrow(
      new RangeError(
        `lookahead: ${method.name} steps on from points of its own, so that moving its x changes nothing. Put lookahead inside of it, around the method that it runs`,
      ),
    );
  });

  test("so is what remembers other points, or a residual, beside x", () => {
    for (const method of [nelderMead(), linearCg()])
      for (const around of [lookahead, decoupledWeightDecay])
        expect(() => around(method as Method<State>)).toThrow(method.name);
  });

  test("what only changes gradients or decays weights is welcome", () => {
    expect(lookahead(decoupledWeightDecay(fast)).name).toBe(
      "lookahead(decoupledWeightDecay(gradientDescent))",
    );
  });
});

test.each([
  [{ period: 0 }, RangeError, "lookahead: period must be a whole number, 1 or more, got 0"],
  [{ slowRate: 0 }, RangeError, "lookahead: slowRate must be in (0, 1], got 0"],
  [{ slowRate: 1.5 }, RangeError, "lookahead: slowRate must be in (0, 1], got 1.5"],
  [{ k: 5 }, TypeError, 'lookahead: there is no option "k". The options are period, slowRate'],
])("bad options %o are named", (options, kind, message) => {
  expect(() => lookahead(gradientDescent({ learningRate: 1 }), options as never)).toThrow(
    new kind(message),
  );
});
