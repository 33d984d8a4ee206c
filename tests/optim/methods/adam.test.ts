import { adam, adamKernel, minimize, type Objective, run } from "@downhill/optim";
import { beale, bowl, dunes, saddleB } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { expectSamePath, path } from "./paths.ts";

const exact = (options = {}) => adam({ learningRate: 1, epsilon: 0, ...options });

test("the kernel is m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g², x ← x − αm̂/(√ŝ + ε), in place", () => {
  const [x, m, s] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(24)];
  adamKernel(x, Float64Array.of(4), m, s, 0.5, 0.5, 0.75, 1, 2);
  expect([m[0], s[0]]).toEqual([3, 22]);
  expect(near(x[0]!, 1 - (0.5 * (3 / 0.75)) / (Math.sqrt(22 / 0.4375) + 1))).toBe(true);
});

test("the kernel works in single precision, at its accuracy", () => {
  const lists = [1, 2, 3, 4].map((scale) => [1, 2, 3].map((value) => value / (scale * 7)));
  const [x, g, m, s] = lists.map((list) => Float64Array.from(list));
  const [x32, g32, m32, s32] = lists.map((list) => Float32Array.from(list));
  adamKernel(x!, g!, m!, s!, 0.1, 0.9, 0.999, 1e-8, 3);
  adamKernel(x32!, g32!, m32!, s32!, 0.1, 0.9, 0.999, 1e-8, 3);
  for (const [i, xi] of x32!.entries()) expect(near(xi, x![i]!, 1e-6)).toBe(true);
});

describe("the averages", () => {
  test("for a constant gradient bias correction gives m̂ = g and ŝ = g², for any β₁ and β₂", () => {
    check(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((g) => Math.abs(g) > 1e-6),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (g, beta1, beta2) => {
          for (const { k, m, s } of statesOn(adam({ beta1, beta2 }), constant(g, 20)).slice(1)) {
            expect(near(m[0]! / (1 - beta1 ** k), g, 1e-12)).toBe(true);
            expect(near(s[0]! / (1 - beta2 ** k), g * g, 1e-12)).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test("are the weighted sums (1 − β)Σ β^(k−i) gᵢ of gradients and of their squares", () => {
    const gradients = [3, -1, 0, 7, 2.5, -4];
    const { m, s } = statesOn(adam({ beta1: 0.8, beta2: 0.95 }), gradients).at(-1)!;
    const sum = (beta: number, power: number) =>
      gradients.reduce((total, g, i) => total + (1 - beta) * beta ** (5 - i) * g ** power, 0);
    expect(near(m[0]!, sum(0.8, 1))).toBe(true);
    expect(near(s[0]!, sum(0.95, 2))).toBe(true);
  });
});

describe("the length of a step", () => {
  test("the first is α·sign(g), whatever g and the constants are", () => {
    check(
      fc.property(
        fc.double({ min: -1e150, max: 1e150, noNaN: true }).filter((g) => Math.abs(g) > 1e-140),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        (g, beta1, beta2) => {
          const [move] = movesOn(exact({ learningRate: 0.3, beta1, beta2 }), [g]);
          expect(near(move!, -0.3 * Math.sign(g), 1e-14)).toBe(true);
        },
      ),
    );
  });

  test("without bias correction it is (1 − β₁ᵏ)/√(1 − β₂ᵏ) of that, for a steady gradient: at most 6.57, in step 12", () => {
    const moves = movesOn(exact({ biasCorrection: false }), constant(3, 100));
    for (const [i, move] of moves.entries()) {
      const k = i + 1;
      expect(near(-move, (1 - 0.9 ** k) / Math.sqrt(1 - 0.999 ** k), 1e-12)).toBe(true);
    }
    expect(moves.indexOf(Math.min(...moves)) + 1).toBe(12);
    expect(-moves[11]!).toBeCloseTo(6.57, 2);
  });

  test("without bias correction ε hat is ε", () => {
    const options = { epsilon: 1, biasCorrection: false };
    const gradients = [2, -1, 0.5, 3];
    expect(movesOn(exact({ ...options, epsilonHat: true }), gradients)).toEqual(
      movesOn(exact(options), gradients),
    );
  });

  test("α = 0.001, gradients 2 and 4: the second step is −0.00096518", () => {
    const states = statesOn(adam(), [2, 4]);
    expect(states[2]!.m[0]).toBeCloseTo(0.58, 14);
    expect(states[2]!.s[0]).toBeCloseTo(0.019996, 14);
    expect(states[2]!.x[0]).toBeCloseTo(-0.00096518, 8);
  });

  test("a steady gradient makes steps of α; one that alternates hardly any", () => {
    for (const move of movesOn(exact(), constant(-5, 100))) expect(near(move, 1, 1e-12)).toBe(true);
    const alternating = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    expect(Math.abs(movesOn(exact(), alternating).at(-1)!)).toBeLessThan(0.06);
  });

  test("after a long silence a single gradient makes one of α(1 − β₁)/√(1 − β₂): 3.162 α, or 31.6 with β₁ = 0", () => {
    const silence = [1e-9, ...constant(0, 20_000)];
    const lastMove = (beta1: number) =>
      movesOn(adam({ learningRate: 1, beta1 }), [...silence, 1]).at(-1)!;
    expect(-lastMove(0.9)).toBeCloseTo(3.162, 3);
    expect(-lastMove(0)).toBeCloseTo(31.62, 2);
  });

  const longest = (beta1: number, beta2: number) =>
    (1 - beta1) / Math.sqrt((1 - beta2) * (1 - beta1 ** 2 / beta2));

  test("no gradients make one longer than α(1 − β₁)/√((1 − β₂)(1 − β₁²/β₂))", () => {
    const gradient = fc.oneof(
      fc.constant(0),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: -40, max: 40 }).map((power) => 10 ** power),
    );
    const constants = fc.constantFrom([0.9, 0.999], [0.5, 0.9], [0, 0.5], [0.9, 0.82]);
    check(
      fc.property(fc.array(gradient, { maxLength: 60 }), constants, (gradients, [beta1, beta2]) => {
        for (const move of movesOn(exact({ beta1, beta2 }), [1e-60, ...gradients]))
          expect(Math.abs(move)).toBeLessThanOrEqual(longest(beta1!, beta2!) * (1 + 1e-12));
      }),
    );
  });

  test("gradients that grow like (β₂/β₁)ᵏ after a silence come as close to it as one likes: 7.27 α", () => {
    const growing = Array.from({ length: 300 }, (_, i) => (0.999 / 0.9) ** i);
    const last = movesOn(exact(), [1e-6, ...constant(0, 20_000), ...growing]).at(-1)!;
    expect(longest(0.9, 0.999)).toBeCloseTo(7.27, 2);
    expect(near(-last, longest(0.9, 0.999), 1e-6)).toBe(true);
  });
});

test.each([4, 1024, 1 / 8, 2 ** -41])(
  "with ε = 0, multiplying f by %d leaves the path, to the bit",
  (c) => {
    const method = exact({ learningRate: 0.1 });
    expect(path(method, bowl([c, 25 * c]))).toEqual(path(method, bowl([1, 25])));
  },
);

test("turning f changes the path: it is tied to the axes", () => {
  const [end, turned] = [0, Math.PI / 4].map(
    (angle) =>
      run(
        adam({ learningRate: 0.1 }),
        bowl([1, 25], angle),
        [-4 * Math.cos(angle) - Math.sin(angle), -4 * Math.sin(angle) + Math.cos(angle)],
        { steps: 50 },
      ).frames.at(-1)!.f,
  );
  expect(Math.abs(turned! - end!)).toBeGreaterThan(0.01);
});

describe("on known functions", () => {
  test("bowl(1, 25), α = 0.1: f after 10, 50, 100, 200, 300 steps", () => {
    const { frames } = run(adam({ learningRate: 0.1 }), bowl([1, 25]), [-4, 1], { steps: 300 });
    for (const [k, f] of [
      [10, 4.6],
      [50, 2.7e-2],
      [100, 3.4e-4],
      [200, 9.6e-9],
      [300, 3.0e-13],
    ] as const)
      expect(near(frames[k]!.f, f, 0.02)).toBe(true);
  });

  test("bowl(1, 25), α = 0.05: it is at (−3.017, 0.111) after 20 steps", () => {
    const { frames } = run(adam({ learningRate: 0.05 }), bowl([1, 25]), [-4, 1], { steps: 20 });
    expect(frames.at(-1)!.x[0]).toBeCloseTo(-3.017, 3);
    expect(frames.at(-1)!.x[1]).toBeCloseTo(0.111, 3);
  });

  test.each([
    [0.1, 253],
    [0.3, 90],
  ])(
    "from (1, 1.5) on Beale's function α = %d needs %d steps to within 0.1 of the minimum",
    (learningRate, steps) => {
      const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
      expect(run(adam({ learningRate }), beale, [1, 1.5], { until }).frames.length - 1).toBe(steps);
    },
  );

  test("it leaves the saddle in 25 steps with α = 0.02, and never from its axis", () => {
    const until = ({ x }: { x: Float64Array }) => Math.abs(x[1]!) > 0.5;
    const leave = (y: number) => run(adam({ learningRate: 0.02 }), saddleB, [1, y], { until });
    expect(leave(1e-3).frames.length - 1).toBe(25);
    expect(leave(0).outcome.kind).toBe("budget");
  });
});

describe("epsilonHat", () => {
  test("is the efficient form α√(1 − β₂ᵏ)/(1 − β₁ᵏ) · m/(√s + ε̂)", () => {
    const states = statesOn(adam({ learningRate: 1, epsilon: 0.3, epsilonHat: true }), [2, -1, 4]);
    for (const { k, x, m, s } of states.slice(1)) {
      const a = Math.sqrt(1 - 0.999 ** k) / (1 - 0.9 ** k);
      expect(near(-x[0]!, (a * m[0]!) / (Math.sqrt(s[0]!) + 0.3))).toBe(true);
    }
  });

  test("without ε the two forms are the same", () => {
    const plain = path(exact({ learningRate: 0.1 }), bowl([1, 25]));
    expect(path(exact({ learningRate: 0.1, epsilonHat: true }), bowl([1, 25]))).toEqual(plain);
  });

  test("makes a first step shorter: ε counts √(1/(1 − β₂)) times as much", () => {
    const [plain] = movesOn(adam({ learningRate: 1, epsilon: 1 }), [1]);
    const [hat] = movesOn(adam({ learningRate: 1, epsilon: 1, epsilonHat: true }), [1]);
    expect(-plain!).toBeCloseTo(1 / 2, 14);
    expect(-hat!).toBeCloseTo(1 / (1 + 1 / Math.sqrt(0.001)), 12);
  });
});

test("weightDecay is an L2 penalty: the same as adding ½ω‖x‖² to f", () => {
  const penalized: Objective = {
    dim: 2,
    value: (x) => dunes.value(x) + 0.15 * (x[0]! ** 2 + x[1]! ** 2),
    gradient: (x) => dunes.gradient(x).map((g, i) => g + 0.3 * x[i]!),
  };
  const ours = path(adam({ learningRate: 0.05, weightDecay: 0.3 }), dunes, 60, dunes.start);
  const theirs = run(adam({ learningRate: 0.05 }), penalized, dunes.start, { steps: 60 }).frames;
  expectSamePath(
    ours,
    theirs.map(({ x }) => x),
  );
});

test("a gradient that is always 0 moves nothing, but with ε = 0 it is 0/0 and ends the run", () => {
  for (const move of movesOn(adam(), constant(0, 30))) expect(Math.abs(move)).toBe(0);
  const outcome = { kind: "diverged", reason: "x is not finite at step 1", step: 1 };
  expect(run(exact(), bowl([1, 25]), [1, 0]).outcome).toEqual(outcome);
  const end = minimize(exact(), bowl([1, 25]), [1, 0]);
  expect([end.outcome, end.x]).toEqual([outcome, Float64Array.of(1, 0)]);
});

test("without options it is PyTorch's: α = 0.001, β = (0.9, 0.999), ε = 1e-8", () => {
  expect(near(movesOn(adam(), [1e-8])[0]!, -0.001 / 2)).toBe(true);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta1: 1.2 }, RangeError, "adam: beta1 must be in [0, 1), got 1.2"],
    [{ beta2: 1 }, RangeError, "adam: beta2 must be in [0, 1), got 1"],
    [{ epsilon: -1 }, RangeError, "adam: epsilon must be in [0, ∞), got -1"],
    [{ epsilonHat: "yes" }, TypeError, 'adam: epsilonHat must be true or false, got "yes"'],
    [{ weightDecay: -1 }, RangeError, "adam: weightDecay must be in [0, ∞), got -1"],
    [
      { learningRate: "0.1" },
      TypeError,
      'adam: learningRate must be a number in [0, ∞) or a schedule k => rate, got "0.1"',
    ],
    [null, TypeError, "adam: options must be an object such as { learningRate: … }, got null"],
    [
      { betas: [0.9, 0.999] },
      TypeError,
      'adam: there is no option "betas". The options are learningRate, beta1, beta2, epsilon, epsilonHat, biasCorrection, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => adam(options as never)).toThrow(new kind(message));
  });
});
