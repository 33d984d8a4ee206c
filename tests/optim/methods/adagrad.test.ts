import { adagrad, adagradKernel, run } from "@downhill/optim";
import { beale, bowl, saddleB } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { path } from "./paths.ts";

const exact = (options = {}) => adagrad({ learningRate: 0.5, epsilon: 0, ...options });

test("the kernel is s ← s + g², x ← x − αg/(√(s + δ) + ε), in place", () => {
  const [x, s] = [Float64Array.of(1), Float64Array.of(7)];
  adagradKernel(x, Float64Array.of(3), s, 0.5, 1);
  expect([s[0], x[0]]).toEqual([16, 1 - 1.5 / 5]);
  adagradKernel(x, Float64Array.of(0), s, 0.5, 0, 9);
  expect([s[0], x[0]]).toEqual([16, 1 - 1.5 / 5]);
  adagradKernel(x.fill(0), Float64Array.of(3), s, 0.5, 0, 11);
  expect([s[0], x[0]]).toEqual([25, -1.5 / 6]);
});

test("a constant gradient g gives steps α/√k, whatever g is", () => {
  for (const g of [2, -1e-3, 1e10])
    movesOn(exact(), constant(g, 50)).forEach((move, i) => {
      expect(near(move, (-Math.sign(g) * 0.5) / Math.sqrt(i + 1))).toBe(true);
    });
});

test("gradients (3, 4) and (0.1, 0.1) at α = 0.1 give effective rates of 0.02 and 0.7071", () => {
  const rate = (gradients: readonly number[]) =>
    0.1 / Math.sqrt(statesOn(exact(), gradients).at(-1)!.s[0]!);
  expect(rate([3, 4])).toBe(0.02);
  expect(rate([0.1, 0.1])).toBeCloseTo(Math.SQRT1_2, 14);
});

test("it never forgets: after 200 gradients of 10, those of 0.1 move by 7.07e-6", () => {
  const moves = movesOn(exact({ learningRate: 0.01 }), [
    ...constant(10, 200),
    ...constant(0.1, 200),
  ]);
  expect(moves[199]).toBeCloseTo(-7.07e-4, 6);
  for (const k of [201, 300, 400]) expect(moves[k - 1]).toBeCloseTo(-7.07e-6, 8);
});

test("steps weighted by gradients sum to at most 2α‖g‖: the lemma behind the regret bound", () => {
  check(
    fc.property(
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1 }),
      (gs) => {
        fc.pre(Math.abs(gs[0]!) > 1e-3);
        const moves = movesOn(exact({ learningRate: 1 }), gs);
        const sum = gs.reduce((total, g, i) => total - g * moves[i]!, 0);
        expect(sum).toBeLessThanOrEqual(2 * Math.hypot(...gs) * (1 + 1e-12));
      },
    ),
  );
});

test("with ε = 0, multiplying f by a power of 2 leaves the path, to the bit", () => {
  const once = path(exact(), bowl([1, 25]));
  for (const c of [4, 1024, 1 / 8]) expect(path(exact(), bowl([c, 25 * c]))).toEqual(once);
});

test.each([
  [1e-4, 0.9999, Math.SQRT1_2],
  [1e-6, 0.9901, 0.01],
])(
  "a first gradient of %d with ε = 1e-8 moves by %d α outside the root, %d α inside",
  (g, outside, inside) => {
    const [out] = movesOn(adagrad({ learningRate: 1, epsilon: 1e-8 }), [g]);
    const [inn] = movesOn(adagrad({ learningRate: 1, epsilon: 1e-8, epsilonInside: true }), [g]);
    expect(-out!).toBeCloseTo(outside, 4);
    expect(-inn!).toBeCloseTo(inside, 4);
  },
);

test("ε² inside stays within a factor √2 of ε outside, for every gradient", () => {
  for (const g of [1e-12, 1e-9, 1e-8, 1e-7, 1]) {
    const [out] = movesOn(adagrad({ learningRate: 1, epsilon: 1e-8 }), [g]);
    const [inn] = movesOn(adagrad({ learningRate: 1, epsilon: 1e-16, epsilonInside: true }), [g]);
    expect(inn! / out!).toBeGreaterThanOrEqual(1);
    expect(inn! / out!).toBeLessThanOrEqual(Math.SQRT2 + 1e-12);
  }
});

test("learningRateDecay divides the rate by 1 + (k − 1)δ, of a schedule too", () => {
  const decaying = exact({ learningRateDecay: 0.5 });
  const states = statesOn(decaying, constant(1, 5));
  expect(states.slice(1).map(({ stepLength }) => stepLength)).toEqual([
    0.5,
    0.5 / 1.5,
    0.25,
    0.2,
    0.5 / 3,
  ]);
  const both = exact({ learningRate: (k: number) => k, learningRateDecay: 1 });
  for (const { stepLength } of statesOn(both, constant(1, 5)).slice(1)) expect(stepLength).toBe(1);
});

test("initialAccumulator is s before the first step", () => {
  expect(movesOn(exact({ initialAccumulator: 7 }), [3])).toEqual([-1.5 / 4]);
});

test.each([
  [0.1, 2.32, 2],
  [0.4, 0.11, 3],
  [1, 2.3e-7, 8],
  [2, 1.7e-24, 25],
])(
  "on bowl(1, 25), 100 steps with α = %d end at a distance of %d",
  (learningRate, distance, digits) => {
    const end = run(adagrad({ learningRate }), bowl([1, 25]), [-4, 1], { steps: 100 }).frames.at(
      -1,
    )!;
    expect(Math.hypot(...end.x)).toBeCloseTo(distance, digits);
  },
);

describe("it is tied to the axes", () => {
  test.each([
    [0, 9.1e-6, 7],
    [15, 0.64, 2],
    [30, 2.1, 1],
    [45, 2.9, 1],
  ])("the ravine bowl(1, 100) turned by %d° has f = %d after 40 steps", (degrees, f, digits) => {
    const angle = (degrees * Math.PI) / 180;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const start = [-4 * c - s, -4 * s + c];
    const { frames } = run(adagrad({ learningRate: 1 }), bowl([1, 100], angle), start, {
      steps: 40,
    });
    expect(frames.at(-1)!.f).toBeCloseTo(f, digits);
  });
});

test("from (1, 1.5) on Beale's function α = 1 needs 223 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  expect(run(adagrad({ learningRate: 1 }), beale, [1, 1.5], { until }).frames.length - 1).toBe(223);
});

test("it leaves the saddle at a speed that hardly depends on the slope: 91 steps at α = 0.02", () => {
  const until = ({ x }: { x: Float64Array }) => Math.abs(x[1]!) > 0.5;
  const method = adagrad({ learningRate: 0.02 });
  expect(run(method, saddleB, [1, 1e-3], { until }).frames.length - 1).toBe(91);
});

test("without options it is PyTorch's: α = 0.01, ε = 1e-10", () => {
  expect(movesOn(adagrad(), [1e-10, 3])).toEqual([
    -(0.01 * 1e-10) / (1e-10 + 1e-10),
    -0.03 / (Math.sqrt(1e-20 + 9) + 1e-10),
  ]);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ epsilon: -1 }, RangeError, "adagrad: epsilon must be in [0, ∞), got -1"],
    [{ epsilon: "1" }, TypeError, 'adagrad: epsilon must be a number in [0, ∞), got "1"'],
    [
      { learningRateDecay: Number.NaN },
      RangeError,
      "adagrad: learningRateDecay must be in [0, ∞), got NaN",
    ],
    [
      { initialAccumulator: -0.1 },
      RangeError,
      "adagrad: initialAccumulator must be in [0, ∞), got -0.1",
    ],
    [{ epsilonInside: 1 }, TypeError, "adagrad: epsilonInside must be true or false, got 1"],
    [{ learningRate: -1 }, RangeError, "adagrad: learningRate must be in [0, ∞), got -1"],
    [
      { lr: 0.1 },
      TypeError,
      'adagrad: there is no option "lr". The options are learningRate, learningRateDecay, initialAccumulator, epsilon, epsilonInside, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => adagrad(options as never)).toThrow(new kind(message));
  });
});
