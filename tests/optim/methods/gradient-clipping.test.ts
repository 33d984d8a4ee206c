import {
  clipGradient,
  clipToNormKernel,
  clipToValueKernel,
  gradientDescent,
  momentum,
  norm,
  run,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { statesFor } from "./gradient-sequence.ts";

const slope = fc.oneof(
  fc.constantFrom(0, 1e-300, -1e-300, 1e150, -1e150, 1),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
);
const gradient = fc.array(slope, { minLength: 1, maxLength: 200 });
const threshold = fc.constantFrom(1e-200, 1e-3, 1, 7, 1e200);

test("by length: no longer than c, in the same direction, and untouched if short enough", () => {
  check(
    fc.property(gradient, threshold, (entries, c) => {
      const g = Float64Array.from(entries);
      const length = norm(g);
      clipToNormKernel(g, c);
      if (length <= c) {
        expect([...g]).toEqual(entries);
        return;
      }
      expect(norm(g)).toBeLessThanOrEqual(c * (1 + 1e-14));
      expect(norm(g)).toBeGreaterThanOrEqual(c * (1 - 1e-14));
      entries.forEach((entry, i) => {
        // Beside entries of 1e150 those of 1e-300 vanish: the smallest number is 5e-324.
        expect(Math.abs(g[i]! - (entry / length) * c)).toBeLessThanOrEqual(
          1e-15 * Math.abs(g[i]!) + 5e-324,
        );
      });
    }),
  );
});

test("by value: each coordinate is cut to [−c, c]", () => {
  check(
    fc.property(gradient, threshold, (entries, c) => {
      const g = Float64Array.from(entries);
      clipToValueKernel(g, c);
      expect([...g]).toEqual(entries.map((entry) => Math.max(-c, Math.min(c, entry))));
    }),
  );
});

test("by hand: (3, −4) to length 1, and to values of 3.5", () => {
  const options = { learningRate: 1 };
  const end = (clip: { norm: number } | { value: number }) => [
    ...statesFor(clipGradient(gradientDescent(options), clip), [[3, -4]])[1]!.x,
  ];
  expect(end({ norm: 1 })).toEqual([-0.6, 0.8]);
  expect(end({ norm: 5 })).toEqual([-3, 4]);
  expect(end({ value: 3.5 })).toEqual([-3, 3.5]);
});

test("from a cliff of Rosenbrock's valley, descent takes steps of at most αc and does not diverge", () => {
  const plain = gradientDescent({ learningRate: 0.002 });
  expect(run(plain, rosenbrock, [-3, -4], { steps: 500 }).outcome.kind).toBe("diverged");
  const { frames, outcome } = run(clipGradient(plain, { norm: 50 }), rosenbrock, [-3, -4], {
    steps: 500,
  });
  expect(outcome.kind).toBe("budget");
  expect(frames.at(-1)!.f).toBeLessThan(frames[0]!.f / 1000);
  for (let k = 1; k < frames.length; k++) {
    const [from, to] = [frames[k - 1]!.x, frames[k]!.x];
    expect(Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!)).toBeLessThanOrEqual(0.1 * (1 + 1e-12));
  }
});

test("momentum adds clipped gradients up to a step of αc/(1 − β)", () => {
  const method = clipGradient(momentum({ learningRate: 0.1, beta: 0.9 }), { norm: 2 });
  const states = statesFor(
    method,
    Array.from({ length: 300 }, () => [1e6]),
  );
  expect(states.at(-2)!.x[0]! - states.at(-1)!.x[0]!).toBeCloseTo((0.1 * 2) / 0.1, 10);
});

test("weight decay and maximize come after the clipping", () => {
  const method = clipGradient(
    gradientDescent({ learningRate: 1, weightDecay: 10, maximize: true }),
    { norm: 1 },
  );
  expect(statesFor(method, [[5]], [3])[1]!.x[0]).toBe(3 - (-1 + 30));
});

test("clipping what is never clipped changes nothing, bit for bit", () => {
  const method = momentum({ learningRate: 0.02 });
  const alone = run(method, bowl([1, 25]), [-4, 1], { steps: 50 });
  const clipped = run(clipGradient(method, { norm: 1e9 }), bowl([1, 25]), [-4, 1], { steps: 50 });
  expect(clipped.frames).toEqual(alone.frames);
});

describe("what is not finite is passed on and ends the run", () => {
  test("so is a gradient of finite slopes whose length is beyond all numbers", () => {
    const g = Float64Array.of(1.7e308, 1.7e308);
    clipToNormKernel(g, 1);
    expect([...g]).toEqual([1.7e308, 1.7e308]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d", (bad) => {
    for (const clip of [{ norm: 1 }, { value: 1 }]) {
      const method = clipGradient(gradientDescent({ learningRate: 1 }), clip);
      expect(statesFor(method, [[1, bad]])[1]!.diverged).toBe("the gradient");
    }
  });
});

test.each([
  [{ norm: 0 }, RangeError, "clipGradient: norm must be in (0, ∞), got 0"],
  [{ value: -1 }, RangeError, "clipGradient: value must be in (0, ∞), got -1"],
  [{}, RangeError, "clipGradient: options must have either norm or value, got neither"],
  [
    { norm: 1, value: 1 },
    RangeError,
    "clipGradient: options must have either norm or value, got both",
  ],
  [{ max: 1 }, TypeError, 'clipGradient: there is no option "max". The options are norm, value'],
])("bad options %o are named", (options, kind, message) => {
  expect(() => clipGradient(gradientDescent({ learningRate: 1 }), options as never)).toThrow(
    new kind(message),
  );
});
