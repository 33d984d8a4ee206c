import { gradientDescent, gradientDescentKernel, run } from "@downhill/optim";
import { bowl, chain } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

test("the kernel is x ← x − αg, in place", () => {
  const x = Float64Array.of(1, 2);
  gradientDescentKernel(x, Float64Array.of(10, -10), 0.5);
  expect(x).toEqual(Float64Array.of(-4, 7));
});

test.each([4, 9, 25, 50, 100])(
  "with κ = %d and the rate 2/(L + μ) each step shrinks the error by (κ − 1)/(κ + 1)",
  (kappa) => {
    const method = gradientDescent({ learningRate: 2 / (kappa + 1) });
    const { frames } = run(method, bowl([1, kappa]), [1, 1], { steps: 20 });
    const rate = (kappa - 1) / (kappa + 1);
    frames.forEach(({ x }, k) => {
      expect(Math.hypot(...x) / Math.SQRT2).toBeCloseTo(rate ** k, 12);
    });
  },
);

test("on the chain, f − f* stays below L‖x₀ − x*‖²/(2t), and has the syllabus's values", () => {
  const problem = chain(60);
  const { frames } = run(
    gradientDescent({ learningRate: 1 / problem.L! }),
    problem,
    problem.start,
    { steps: 500 },
  );
  const { x: best, f: lowest } = problem.criticalPoints[0]!;
  const distance = best.reduce((sum, entry) => sum + entry ** 2, 0);
  const gap = (k: number) => frames[k]!.f - lowest;
  for (let k = 1; k <= 500; k++) expect(gap(k)).toBeLessThan((problem.L! * distance) / (2 * k));
  expect([10, 50, 100, 500].map((k) => Number(gap(k).toPrecision(3)))).toEqual([
    0.114, 0.0479, 0.0316, 0.00963,
  ]);
});

test("a schedule gives the rate of step 1, 2, …", () => {
  const asked: number[] = [];
  const schedule = (k: number) => {
    asked.push(k);
    return 0.1 / k;
  };
  const { frames } = run(gradientDescent({ learningRate: schedule }), bowl([1]), [1], { steps: 3 });
  expect(asked).toEqual([1, 2, 3]);
  expect(frames.map(({ stepLength }) => stepLength)).toEqual([undefined, 0.1, 0.05, 0.1 / 3]);
  expect(frames[3]!.x[0]).toBeCloseTo(0.9 * 0.95 * (1 - 0.1 / 3), 15);
});

test("weight decay descends on f + ½ω‖x‖²", () => {
  const decayed = run(
    gradientDescent({ learningRate: 0.05, weightDecay: 2 }),
    bowl([1, 5]),
    [-4, 1],
    { steps: 20 },
  );
  const stiffer = run(gradientDescent({ learningRate: 0.05 }), bowl([3, 7]), [-4, 1], {
    steps: 20,
  });
  decayed.frames.forEach(({ x }, k) => {
    expect(x[0]).toBeCloseTo(stiffer.frames[k]!.x[0]!, 14);
    expect(x[1]).toBeCloseTo(stiffer.frames[k]!.x[1]!, 14);
  });
});

test("maximize climbs: the same path as descending −f", () => {
  const climbing = run(
    gradientDescent({ learningRate: 0.05, maximize: true }),
    bowl([-1, -5]),
    [-4, 1],
    { steps: 20 },
  );
  const descending = run(gradientDescent({ learningRate: 0.05 }), bowl([1, 5]), [-4, 1], {
    steps: 20,
  });
  expect(climbing.frames.map(({ x }) => x)).toEqual(descending.frames.map(({ x }) => x));
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      { learningRate: -0.1 },
      RangeError,
      "gradientDescent: learningRate must be in [0, ∞), got -0.1",
    ],
    [
      { learningRate: Number.NaN },
      RangeError,
      "gradientDescent: learningRate must be in [0, ∞), got NaN",
    ],
    [
      { learningRate: Number.POSITIVE_INFINITY },
      RangeError,
      "gradientDescent: learningRate must be in [0, ∞), got Infinity",
    ],
    [
      {},
      TypeError,
      "gradientDescent: learningRate must be a number in [0, ∞) or a schedule k => rate, got undefined",
    ],
    [
      { lr: 0.1 },
      TypeError,
      'gradientDescent: there is no option "lr". The options are learningRate, weightDecay, maximize',
    ],
    [
      { learningRate: 0.1, weightDecay: -1 },
      RangeError,
      "gradientDescent: weightDecay must be in [0, ∞), got -1",
    ],
    [
      { learningRate: 0.1, weightDecay: "1" },
      TypeError,
      'gradientDescent: weightDecay must be a number in [0, ∞), got "1"',
    ],
    [
      { learningRate: 0.1, maximize: "yes" },
      TypeError,
      'gradientDescent: maximize must be true or false, got "yes"',
    ],
    [
      0.1,
      TypeError,
      "gradientDescent: options must be an object such as { learningRate: … }, got 0.1",
    ],
    [
      null,
      TypeError,
      "gradientDescent: options must be an object such as { learningRate: … }, got null",
    ],
  ])("%j", (options, kind, message) => {
    expect(() => gradientDescent(options as never)).toThrow(new kind(message));
  });

  test("a schedule that gives no rate is named with its step", () => {
    const method = gradientDescent({ learningRate: (k) => (k === 3 ? Number.NaN : 0.1) });
    expect(() => run(method, bowl([1]), [1])).toThrow(
      new RangeError("gradientDescent: the learning rate of step 3 must be in [0, ∞), got NaN"),
    );
  });
});
