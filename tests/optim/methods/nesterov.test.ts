import {
  gradientDescent,
  lookAheadKernel,
  momentum,
  type NesterovForm,
  nesterov,
  nesterovLibraryKernel,
  nesterovTwoSequenceKernel,
  type Objective,
  run,
  type Vec,
} from "@downhill/optim";
import { bowl, chain, dunes, type Problem } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const states = (form: NesterovForm, problem = dunes, steps = 100, learningRate = 0.02) =>
  run(nesterov({ learningRate, beta: 0.9, form }), problem, problem.start, { steps }).frames.map(
    ({ state }) => state,
  );

/** Equal up to rounding: the forms do the same sums in another order. */
function expectSame(ours: readonly Vec[], theirs: readonly Vec[]): void {
  ours.forEach((x, k) => {
    x.forEach((xi, i) => {
      expect(Math.abs(xi - theirs[k]![i]!)).toBeLessThan(1e-13);
    });
  });
}

describe("the kernels, in place", () => {
  const [x, y, g, v] = [1, 2, 3, 10].map((entry) => Float64Array.of(entry)) as [Vec, Vec, Vec, Vec];

  test("at ← x − αβv", () => {
    const at = new Float64Array(1);
    lookAheadKernel(at, x, v, 0.5, 0.5);
    expect(at[0]).toBe(1 - 0.25 * 10);
  });

  test("v ← βv + g, x ← x − α(g + βv)", () => {
    const [newX, newV] = [Float64Array.from(x), Float64Array.from(v)];
    nesterovLibraryKernel(newX, g, newV, 0.5, 0.5);
    expect([newV[0], newX[0]]).toEqual([8, 1 - 0.5 * (3 + 0.5 * 8)]);
  });

  test("x⁺ = y − αg, y ← x⁺ + β(x⁺ − x), v ← x − x⁺", () => {
    const [newX, newY, newV] = [x, y, v].map((entry) => Float64Array.from(entry)) as [
      Vec,
      Vec,
      Vec,
    ];
    nesterovTwoSequenceKernel(newX, newY, g, newV, 0.5, 0.5);
    expect([newX[0], newY[0], newV[0]]).toEqual([0.5, 0.5 + 0.5 * (0.5 - 1), 0.5]);
  });
});

test("with β = 0 it is gradient descent in every form", () => {
  const plain = run(gradientDescent({ learningRate: 0.03 }), dunes, dunes.start, { steps: 60 });
  for (const form of ["lookahead", "sutskever", "pytorch", "two-sequence"] as const) {
    const none = run(nesterov({ learningRate: 0.03, beta: 0, form }), dunes, dunes.start, {
      steps: 60,
    });
    expect(none.frames.map(({ x }) => x)).toEqual(plain.frames.map(({ x }) => x));
  }
});

test("one step ahead on f = 5x²: heavy ball overshoots to −0.2, Nesterov lands at 0.025", () => {
  const options = { learningRate: 0.05, beta: 0.9 };
  const second = (method: ReturnType<typeof momentum> | ReturnType<typeof nesterov>) =>
    run(method, bowl([10]), [1], { steps: 2 }).frames.map(({ x }) => x[0]!);
  expect(second(momentum(options))[1]).toBeCloseTo(0.5, 14);
  expect(second(momentum(options))[2]).toBeCloseTo(-0.2, 14);
  expect(second(nesterov(options))[1]).toBeCloseTo(0.5, 14);
  expect(second(nesterov(options))[2]).toBeCloseTo(0.025, 14);
  expect(second(nesterov({ ...options, form: "pytorch" }))[2]).toBeCloseTo(-0.4025, 14);
});

describe("the forms convert into each other", () => {
  const ahead = states("lookahead");
  const lookAheadPoints = ahead.map(({ x, v }) => x.map((xi, i) => xi - 0.02 * 0.9 * v[i]!));

  test("PyTorch stores the look-ahead point of the others", () => {
    expectSame(
      states("pytorch").map(({ x }) => x),
      lookAheadPoints,
    );
  });

  test("Sutskever's form is the same x, its velocity η times the other", () => {
    const theirs = states("sutskever");
    expectSame(
      theirs.map(({ x }) => x),
      ahead.map(({ x }) => x),
    );
    expectSame(
      theirs.map(({ v }) => v),
      ahead.map(({ v }) => v.map((entry) => 0.02 * entry)),
    );
  });

  test("two sequences with a fixed β: x is the same, y is the look-ahead point", () => {
    const theirs = states("two-sequence");
    expectSame(
      theirs.map(({ x }) => x),
      ahead.map(({ x }) => x),
    );
    expectSame(
      theirs.map(({ y }) => y!),
      lookAheadPoints,
    );
  });

  test("in both two-sequence forms v is the last step", () => {
    for (const method of [
      nesterov({ learningRate: 0.02, form: "1983" }),
      nesterov({ learningRate: 0.02, form: "two-sequence" }),
    ]) {
      const { frames } = run(method, dunes, dunes.start, { steps: 20 });
      for (let k = 1; k <= 20; k++)
        expect(frames[k]!.state.v).toEqual(frames[k - 1]!.x.map((xi, i) => xi - frames[k]!.x[i]!));
    }
  });
});

test("the form of 1983 has a₁ = (1 + √5)/2, and its first two β are 0 and (a₁ − 1)/a₂", () => {
  const { frames } = run(nesterov({ learningRate: 0.02, form: "1983" }), dunes, dunes.start, {
    steps: 2,
  });
  const [, first, second] = frames.map(({ state }) => state);
  expect(first!.a).toBe((1 + Math.sqrt(5)) / 2);
  expect(first!.y).toEqual(first!.x);
  const beta = (first!.a! - 1) / second!.a!;
  expect(second!.y![0]).toBeCloseTo(second!.x[0]! + beta * (second!.x[0]! - first!.x[0]!), 14);
});

describe("on the worst case of first-order methods, chain(60)", () => {
  const problem = chain(60);
  const { x: best, f: lowest } = problem.criticalPoints[0]!;
  const distance = best.reduce((sum, entry) => sum + entry ** 2, 0);
  const gaps = (method: ReturnType<typeof nesterov>) =>
    run(method, problem, problem.start, { steps: 2000 }).frames.map(({ f }) => f - lowest);
  const learningRate = 1 / problem.L!;

  test.each(["two-sequence", "1983"] as const)(
    "the form %s stays below 2L‖x₀ − x*‖²/(t + 1)²",
    (form) => {
      gaps(nesterov({ learningRate, form })).forEach((gap, t) => {
        expect(gap).toBeLessThanOrEqual((2 * problem.L! * distance) / (t + 1) ** 2);
      });
    },
  );

  test("β_t = (t − 1)/(t + 2) has the syllabus's values, and heavy ball wins in the end", () => {
    const ours = gaps(nesterov({ learningRate, form: "two-sequence" }));
    const heavy = gaps(momentum({ learningRate, beta: 0.9 }));
    const digits = (values: readonly number[], places: number) =>
      places === 3
        ? [10, 50, 100].map((t) => Number(values[t]!.toPrecision(3)))
        : Number(values[500]!.toPrecision(2));
    expect(digits(ours, 3)).toEqual([0.079, 0.0123, 0.0023]);
    expect(digits(ours, 2)).toBe(2.4e-6);
    expect(digits(heavy, 3)).toEqual([0.119, 0.0116, 0.00458]);
    expect(digits(heavy, 2)).toBe(1.5e-5);
    expect(ours[2000]).toBeCloseTo(1.8e-8, 9);
    expect(heavy[2000]).toBeLessThan(1e-13);
  });
});

test("bowl(1, 25) with η = 0.04, β = 2/3 takes 41 ± 1 steps to a thousandth", () => {
  const target = 1e-3 * Math.hypot(4, 1);
  const { frames } = run(nesterov({ learningRate: 0.04, beta: 2 / 3 }), bowl([1, 25]), [-4, 1], {
    until: ({ x }) => Math.hypot(...x) <= target,
  });
  expect(Math.abs(frames.length - 1 - 41)).toBeLessThanOrEqual(1);
});

test("it takes one gradient a step, at the look-ahead point and nowhere else", () => {
  const seen: Vec[] = [];
  const watched = {
    ...bowl([1, 25]),
    gradient: (x: Vec) => {
      seen.push(Float64Array.from(x));
      return bowl([1, 25]).gradient(x);
    },
  };
  const method = nesterov({ learningRate: 0.04, beta: 0.9 });
  const { frames } = run(method, watched, [-4, 1], { steps: 3 });
  expect(frames.map(({ calls }) => calls.g)).toEqual([0, 1, 2, 3]);
  const { x, v } = frames[2]!.state;
  expect(seen).toContainEqual(x.map((xi, i) => xi - 0.04 * 0.9 * v[i]!));
});

test("weight decay is taken where the gradient is: it descends on f + ½ω‖x‖²", () => {
  for (const form of ["lookahead", "sutskever", "pytorch", "two-sequence", "1983"] as const) {
    const points = (problem: Problem, weightDecay: number) =>
      run(nesterov({ learningRate: 0.02, form, weightDecay }), problem, [-4, 1], {
        steps: 40,
      }).frames.map(({ x }) => x);
    expectSame(points(bowl([1, 5]), 2), points(bowl([3, 7]), 0));
  }
});

test("where heavy ball never arrives, Nesterov does", () => {
  // Lessard, Recht & Packard 2016: slopes 25, 1, 25, on which heavy ball has a cycle of three.
  const slope = (x: number) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24);
  const kinked: Objective = {
    dim: 1,
    value: ([x = 0]) => x * x,
    gradient: ([x = 0]) => Float64Array.of(slope(x)),
  };
  const heavy = run(momentum({ learningRate: 1 / 9, beta: 4 / 9 }), kinked, [3.3], { steps: 999 });
  const cycle = heavy.frames.slice(-3).map(({ x }) => Number(x[0]!.toFixed(4)));
  expect(cycle.sort((a, b) => a - b)).toEqual([-1.8024, 0.6465, 2.1159]);
  const ahead = run(nesterov({ learningRate: 1 / 25, beta: 2 / 3 }), kinked, [3.3], { steps: 999 });
  expect(Math.abs(ahead.frames.at(-1)!.x[0]!)).toBeLessThan(1e-12);
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta: 1.2 }, RangeError, "nesterov: beta must be in [0, 1), got 1.2"],
    [{ beta: 1, form: "two-sequence" }, RangeError, "nesterov: beta must be in [0, 1), got 1"],
    [{ beta: null }, TypeError, "nesterov: beta must be a number in [0, 1), got null"],
    [
      { form: "library" },
      RangeError,
      'nesterov: form must be one of "lookahead", "sutskever", "pytorch", "two-sequence", "1983", got "library"',
    ],
    [
      { form: "1983", beta: 0.9 },
      RangeError,
      'nesterov: form "1983" has its own sequence of betas. Leave beta out, or use form "two-sequence"',
    ],
    [
      { dampening: 0.5 },
      TypeError,
      'nesterov: there is no option "dampening". The options are learningRate, beta, form, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => nesterov({ learningRate: 0.1, ...options } as never)).toThrow(new kind(message));
  });
});
