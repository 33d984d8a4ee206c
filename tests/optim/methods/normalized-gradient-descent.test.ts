import {
  createOracle,
  normalizedGradientDescent,
  normalizedGradientDescentKernel,
  run,
} from "@downhill/optim";
import { bowl, dunes, saddleB } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("the kernel is x ← x − α g/‖g‖, in place", () => {
  const x = Float64Array.of(1, 1);
  normalizedGradientDescentKernel(x, Float64Array.of(3, -4), 0.5);
  expect([x[0], x[1]]).toEqual([1 - 0.5 * 0.6, 1 + 0.5 * 0.8]);
});

test("every step has the length α exactly, on any function", () => {
  for (const problem of [bowl([1, 25]), dunes]) {
    const { frames } = run(normalizedGradientDescent({ learningRate: 0.3 }), problem, [-4, 1], {
      steps: 100,
    });
    for (let k = 1; k < frames.length; k++) {
      const [before, after] = [frames[k - 1]!.x, frames[k]!.x];
      expect(Math.hypot(after[0]! - before[0]!, after[1]! - before[1]!)).toBeCloseTo(0.3, 13);
    }
  }
});

test.each([1e-300, 5e-324, 1, 1e150, 1.7e308])("a slope of %d gives a step of α", (slope) => {
  expect(statesFor(normalizedGradientDescent({ learningRate: 0.25 }), [[slope]])[1]!.x[0]).toBe(
    -0.25,
  );
});

test("on a saddle it moves at once, and from the saddle itself never", () => {
  const method = normalizedGradientDescent({ learningRate: 0.1 });
  const near = run(method, saddleB, [0, 1e-12], { steps: 8 }).frames.at(-1)!;
  expect(near.x[1]).toBeCloseTo(0.8, 11);
  const on = run(method, saddleB, [0, 0], { steps: 8 });
  expect([on.outcome.kind, ...on.frames.at(-1)!.x]).toEqual(["budget", 0, 0]);
});

test("at a constant rate it goes back and forth across a minimum; with a falling one it arrives", () => {
  const restless = run(normalizedGradientDescent({ learningRate: 0.3 }), bowl([1]), [1], {
    steps: 61,
  }).frames;
  expect(restless.at(-1)!.x[0]! + restless.at(-2)!.x[0]!).toBeCloseTo(-0.1, 12);
  expect(Math.abs(restless.at(-1)!.x[0]! - restless.at(-2)!.x[0]!)).toBeCloseTo(0.3, 12);
  const arriving = run(
    normalizedGradientDescent({ learningRate: (k) => 0.3 / k }),
    bowl([1]),
    [0.5],
    { steps: 3000 },
  );
  expect(Math.abs(arriving.frames.at(-1)!.x[0]!)).toBeLessThan(1e-4);
});

test("weight decay is a part of the gradient that is normalized, and maximize turns it", () => {
  const oracle = createOracle(bowl([1, 1]));
  const method = normalizedGradientDescent({ learningRate: 1, weightDecay: 3, maximize: true });
  const first = method.step(oracle, method.init(oracle, Float64Array.of(3, 4)));
  expect(first.x[0]).toBeCloseTo(3 - 0.6, 14); // −x + 3x still points away from 0
  expect(first.x[1]).toBeCloseTo(4 - 0.8, 14);
});

test("bad options are named", () => {
  expect(() => normalizedGradientDescent({ learningRate: -1 })).toThrow(
    new RangeError("normalizedGradientDescent: learningRate must be in [0, ∞), got -1"),
  );
  expect(() => normalizedGradientDescent({ learningRate: 1, beta: 0.9 } as never)).toThrow(
    new TypeError(
      'normalizedGradientDescent: there is no option "beta". The options are learningRate, weightDecay, maximize',
    ),
  );
});
