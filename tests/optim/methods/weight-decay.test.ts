import {
  averaged,
  decoupledWeightDecay,
  gradientDescent,
  lion,
  lookahead,
  type Method,
  minimize,
  momentum,
  nesterov,
  run,
  type State,
  scheduleFreeAdamw,
  weightDecayKernel,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("the kernel takes a share of the point before off, in place", () => {
  const x = Float64Array.of(3);
  weightDecayKernel(x, Float64Array.of(4), 0.5);
  expect(x[0]).toBe(1);
});

test("around gradient descent it is the L2 penalty of the option weightDecay", () => {
  const ours = run(
    decoupledWeightDecay(gradientDescent({ learningRate: 0.02 }), { weightDecay: 0.3 }),
    dunes,
    dunes.start,
    { steps: 60 },
  ).frames;
  const penalty = run(
    gradientDescent({ learningRate: 0.02, weightDecay: 0.3 }),
    dunes,
    dunes.start,
    { steps: 60 },
  ).frames;
  ours.forEach(({ x }, k) => {
    x.forEach((xi, i) => {
      expect(xi).toBeCloseTo(penalty[k]!.x[i]!, 13);
    });
  });
});

test("around momentum it is SGDW: the velocity knows nothing of the decay", () => {
  const [alpha, beta, omega] = [0.1, 0.5, 0.25];
  const states = statesFor(
    decoupledWeightDecay(momentum({ learningRate: alpha, beta }), { weightDecay: omega }),
    [[3], [-1], [2]],
    [4],
  );
  expect(states.map(({ v }) => v[0])).toEqual([0, 3, 0.5, 2.25]);
  let x = 4;
  [3, 0.5, 2.25].forEach((v, i) => {
    x = x - alpha * v - alpha * omega * x;
    expect(states[i + 1]!.x[0]).toBeCloseTo(x, 14);
  });
});

test("around Lion it is Lion's own decay", () => {
  const gradients = [[3], [-1], [-0.5], [2]];
  const ours = statesFor(
    decoupledWeightDecay(lion({ learningRate: 0.1 }), { weightDecay: 0.5 }),
    gradients,
    [4],
  );
  const own = statesFor(lion({ learningRate: 0.1, weightDecay: 0.5 }), gradients, [4]);
  ours.forEach(({ x }, k) => {
    expect(x[0]).toBeCloseTo(own[k]!.x[0]!, 14);
  });
});

test("it follows the schedule of the method, or with independent nothing but ω", () => {
  const flat = [[0], [0], [0]];
  const falling = gradientDescent({ learningRate: (k) => 1 / k });
  const xs = (options: { weightDecay: number; independent?: boolean }) =>
    statesFor(decoupledWeightDecay(falling, options), flat, [8]).map(({ x }) => x[0]);
  expect(xs({ weightDecay: 0.5 })).toEqual([8, 4, 3, 3 - (1 / 3) * 0.5 * 3]);
  expect(xs({ weightDecay: 0.5, independent: true })).toEqual([8, 4, 2, 1]);
});

test("the default is 0.01 times the rate", () => {
  const [, first] = statesFor(
    decoupledWeightDecay(gradientDescent({ learningRate: 0.5 })),
    [[0]],
    [8],
  );
  expect(first!.x[0]).toBe(8 - 0.5 * 0.01 * 8);
});

describe("a method that takes no step", () => {
  const stuck: Method<State> = {
    name: "stuck",
    order: 0,
    init: (_oracle, x) => ({ k: 0, x }),
    step: (_oracle, state) => ({ ...state, stalled: "nowhere to go" }),
  };

  test("is not decayed either", () => {
    const { outcome, frames } = run(decoupledWeightDecay(stuck), bowl([1]), [3]);
    expect(outcome).toEqual({ kind: "stalled", reason: "nowhere to go", step: 1 });
    expect(frames.length).toBe(1);
  });

  test("without a step length it needs independent", () => {
    const still: Method<State> = { ...stuck, step: (_oracle, { k, x }) => ({ k: k + 1, x }) };
    expect(() => run(decoupledWeightDecay(still), bowl([1]), [3])).toThrow(
      new TypeError(
        "decoupledWeightDecay: stuck has no step length to decay by. Use independent: true",
      ),
    );
    const { frames } = run(
      decoupledWeightDecay(still, { weightDecay: 0.5, independent: true }),
      bowl([1]),
      [3],
      { steps: 1 },
    );
    expect(frames[1]!.x[0]).toBe(1.5);
  });
});

test("a decay that throws x out of the numbers is divergence, with the last finite x", () => {
  const method = decoupledWeightDecay(gradientDescent({ learningRate: 0 }), {
    weightDecay: 10,
    independent: true,
  });
  const flat = { dim: 1, value: () => 0, gradient: () => Float64Array.of(0) };
  const end = minimize(method, flat, [1]);
  // x turns and grows ninefold: 9³²² < 1.8e308 < 9³²³.
  const outcome = { kind: "diverged", reason: "x is not finite at step 323", step: 323 };
  expect(end.outcome).toEqual(outcome);
  expect(end.x[0]! / 9 ** 322).toBeCloseTo(1, 12);
  const trace = run(method, flat, [1]);
  expect(trace.outcome).toEqual(outcome);
  expect(trace.frames.at(-1)!.x).toEqual(end.x);
});

test("methods that step on from points of their own are refused", () => {
  const inner = gradientDescent({ learningRate: 0.1 });
  for (const method of [
    averaged(inner),
    lookahead(inner),
    scheduleFreeAdamw(),
    nesterov({ learningRate: 0.1, form: "two-sequence" }),
    nesterov({ learningRate: 0.1, form: "1983" }),
  ])
    expect(() => decoupledWeightDecay(method as Method<State>)).toThrow(
      new RangeError(
        `decoupledWeightDecay: ${method.name} steps on from points of its own, so that moving its x changes nothing. Put decoupledWeightDecay inside of it, around the method that it runs`,
      ),
    );
});

test.each([
  [{ weightDecay: -1 }, RangeError, "decoupledWeightDecay: weightDecay must be in [0, ∞), got -1"],
  [{ independent: 1 }, TypeError, "decoupledWeightDecay: independent must be true or false, got 1"],
  [
    { omega: 1 },
    TypeError,
    'decoupledWeightDecay: there is no option "omega". The options are weightDecay, independent',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() =>
    decoupledWeightDecay(gradientDescent({ learningRate: 1 }), options as never),
  ).toThrow(new kind(message));
});
