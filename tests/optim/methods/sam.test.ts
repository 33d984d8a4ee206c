import {
  createOracle,
  gradientDescent,
  nesterov,
  type Objective,
  run,
  sam,
  samAscentKernel,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

test("the ascent goes ρ uphill, in place; from a flat point or an infinite slope nowhere", () => {
  const at = new Float64Array(2);
  samAscentKernel(at, Float64Array.of(1, 1), Float64Array.of(3, -4), 0.5);
  expect([...at]).toEqual([1.3, 0.6]);
  for (const bad of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
    samAscentKernel(at, Float64Array.of(1, 2), Float64Array.of(bad, bad), 0.5);
    expect([...at]).toEqual([1, 2]);
  }
});

test("on a quadratic the step is αH(x + ρ Hx/‖Hx‖)", () => {
  const [alpha, rho] = [0.02, 0.3];
  const H = [
    [1, 0],
    [0, 25],
  ] as const;
  const { frames } = run(
    sam(gradientDescent({ learningRate: alpha }), { rho }),
    bowl([1, 25]),
    [-4, 1],
    { steps: 20 },
  );
  for (let k = 1; k <= 20; k++) {
    const x = frames[k - 1]!.x;
    const g = H.map((row) => row[0] * x[0]! + row[1] * x[1]!);
    const above = g.map((gi, i) => x[i]! + (rho * gi) / Math.hypot(...g));
    H.forEach((row, i) => {
      const slope = row[0] * above[0]! + row[1] * above[1]!;
      expect(frames[k]!.x[i]).toBeCloseTo(x[i]! - alpha * slope, 13);
    });
  }
});

test.each([
  [0.1, 0.5],
  [0.9, 0.2],
])("on ½λx² with αλ = %d, ρ = %d it ends in the cycle ±αλρ/(2 − αλ)", (rate, rho) => {
  const method = sam(gradientDescent({ learningRate: rate / 3 }), { rho });
  const ends = run(method, bowl([3]), [4], { steps: 2001 })
    .frames.slice(-2)
    .map(({ x }) => x[0]!);
  const size = (rate * rho) / (2 - rate);
  expect(Math.abs(ends[0]!)).toBeCloseTo(size, 12);
  expect(ends[0]! + ends[1]!).toBeCloseTo(0, 12);
});

describe("of a sharp minimum at 0 and a flat one near 2", () => {
  const width = 0.05;
  const two: Objective = {
    dim: 1,
    value: ([x = 0]) => 0.25 * (x - 2) ** 2 - 0.5 * Math.exp(-0.5 * (x / width) ** 2),
    gradient: ([x = 0]) =>
      Float64Array.of(0.5 * (x - 2) + ((0.5 * x) / width ** 2) * Math.exp(-0.5 * (x / width) ** 2)),
  };
  const descent = gradientDescent({ learningRate: 0.004 });
  const wide = sam(descent, { rho: 0.3 });
  const end = (method: typeof descent, start: number) =>
    run(method, two, [start], { steps: 4000 }).frames.at(-1)!.x[0]!;

  test("descent stays in the sharp one, and so does SAM within a smaller radius", () => {
    expect(Math.abs(end(descent, -0.1))).toBeLessThan(0.02);
    expect(Math.abs(end(sam(descent, { rho: 0.01 }), -0.1))).toBeLessThan(0.02);
  });

  test("SAM leaves what is narrower than its radius: descent then goes on to the flat one", () => {
    const left = end(wide, -0.1);
    expect(left).toBeGreaterThan(4 * width);
    expect(end(descent, left)).toBeCloseTo(2, 2);
  });

  test("SAM stays in the flat one, but for its cycle", () => {
    expect(end(wide, 2.5)).toBeCloseTo(2, 2);
  });
});

test("along a valley floor of minima ½x²(1 + y²) it drifts to where the valley is flattest", () => {
  const valley: Objective = {
    dim: 2,
    value: ([x = 0, y = 0]) => 0.5 * x ** 2 * (1 + y ** 2),
    gradient: ([x = 0, y = 0]) => Float64Array.of(x * (1 + y ** 2), x ** 2 * y),
  };
  const descent = gradientDescent({ learningRate: 0.1 });
  const sharpness = (method: typeof descent) =>
    1 + run(method, valley, [0.5, 2], { steps: 1500 }).frames.at(-1)!.x[1]! ** 2;
  expect(sharpness(descent)).toBeGreaterThan(4);
  expect(sharpness(sam(descent, { rho: 0.3 }))).toBeLessThan(1.001);
});

test("a step costs two gradients, or one where the two points are the same", () => {
  const { frames } = run(sam(gradientDescent({ learningRate: 0.01 })), dunes, [1, 2], { steps: 4 });
  expect(frames.map(({ calls }) => calls.g)).toEqual([0, 2, 4, 6, 8]);
  const flat = run(sam(gradientDescent({ learningRate: 0.01 })), bowl([1]), [0], { steps: 2 });
  expect(flat.frames.at(-1)!.calls.g).toBe(1);
});

test("with ρ = 0 it is the method itself, also one that looks ahead", () => {
  const method = nesterov({ learningRate: 0.02 });
  const alone = run(method, dunes, dunes.start, { steps: 30 }).frames.map(({ state }) => state);
  const ours = run(sam(method, { rho: 0 }), dunes, dunes.start, { steps: 30 });
  expect(ours.frames.map(({ state }) => state)).toEqual(alone);
});

test("a gradient that is not finite at the worst point ends the run", () => {
  const edge: Objective = {
    dim: 1,
    value: ([x = 0]) => x,
    gradient: ([x = 0]) => Float64Array.of(x > 1 ? Number.NaN : 1),
  };
  const method = sam(gradientDescent({ learningRate: 0.1 }), { rho: 0.5 });
  const oracle = createOracle(edge);
  const start = method.init(oracle, Float64Array.of(0.9));
  expect(method.step(oracle, start).diverged).toBe("the gradient");
  expect(method.inPlace!(Float64Array.of(0.9)).advance(edge, 1)).toEqual({
    diverged: "the gradient",
  });
});

test("the default radius is 0.05", () => {
  const end = (rho?: number) =>
    run(
      sam(gradientDescent({ learningRate: 0.1 }), rho === undefined ? {} : { rho }),
      bowl([1]),
      [1],
      { steps: 3 },
    ).frames.at(-1)!.x;
  expect(end()).toEqual(end(0.05));
});

test.each([
  [{ rho: -1 }, RangeError, "sam: rho must be in [0, ∞), got -1"],
  [{ radius: 1 }, TypeError, 'sam: there is no option "radius". The options are rho'],
])("bad options %o are named", (options, kind, message) => {
  expect(() => sam(gradientDescent({ learningRate: 1 }), options as never)).toThrow(
    new kind(message),
  );
});
