import { adam, type NadamForm, nadam, nadamKernel, nadamMomentum, run } from "@downhill/optim";
import { beale, bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { constant, movesOn, near, statesOn } from "./gradient-stream.ts";
import { expectSamePath, path } from "./paths.ts";

const forms: readonly NadamForm[] = ["pytorch", "dozat", "constant", "ruder"];

test("the kernel mixes average and newest gradient, x ← x − (am + bg)/(√ŝ + ε), in place", () => {
  const [x, m, s] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(24)];
  nadamKernel(x, Float64Array.of(4), m, s, 0.5, 0.25, 0.5, 0.75, 1, 2);
  expect([m[0], s[0]]).toEqual([3, 22]);
  expect(near(x[0]!, 1 - (0.5 * 3 + 0.25 * 4) / (Math.sqrt(22 / 0.4375) + 1))).toBe(true);
});

test("the momentum warms up from near β₁/2 to β₁, more slowly with a smaller decay", () => {
  expect(nadamMomentum(0, 0.9, 0.004)).toBe(0.45);
  expect(near(nadamMomentum(1, 0.9, 0.004), 0.9 * (1 - 0.5 * 0.96 ** 0.004))).toBe(true);
  expect(nadamMomentum(1e6, 0.9, 0.004)).toBe(0.9);
  expect(nadamMomentum(5, 0.9, 0.01)).toBeGreaterThan(nadamMomentum(5, 0.9, 0.004));
});

test.each([
  ["constant", 1.474, 3],
  ["ruder", 1.9, 14],
] as const)("the first step of the form %s is %d α", (form, length, digits) => {
  for (const g of [2, -3e5]) {
    const [move] = movesOn(nadam({ learningRate: 1, form, epsilon: 0 }), [g]);
    expect(-move! * Math.sign(g)).toBeCloseTo(length, digits);
  }
});

test("the first step of the documented form is by hand (1 − β₁)μ₂/(1 − μ₁μ₂) + 1", () => {
  const [mu1, mu2] = [nadamMomentum(1, 0.9, 0.004), nadamMomentum(2, 0.9, 0.004)];
  const options = { learningRate: 1, epsilon: 0 };
  const [move] = movesOn(nadam(options), [7]);
  expect(near(-move!, (0.1 * mu2) / (1 - mu1 * mu2) + 1, 1e-12)).toBe(true);
  // Dozat's m₁ is (1 − μ₁)g, because his m forgets with μ.
  const [dozat] = movesOn(nadam({ ...options, form: "dozat" }), [7]);
  expect(near(-dozat!, ((1 - mu1) * mu2) / (1 - mu1 * mu2) + 1, 1e-12)).toBe(true);
});

test("the three that correct for the coming step agree where the momentum is constant", () => {
  // With so large a decay, 0.96^(kψ) is 0 from the first step on.
  const still = { learningRate: 0.1, momentumDecay: 1e6 };
  const steady = path(nadam({ learningRate: 0.1, form: "constant" }), bowl([1, 25]));
  for (const form of ["pytorch", "dozat"] as const)
    expectSamePath(path(nadam({ ...still, form }), bowl([1, 25])), steady);
});

test.each(forms)("without momentum the form %s is Adam with β₁ = 0", (form) => {
  const without = { learningRate: 0.1, beta1: 0 };
  expectSamePath(
    path(nadam({ ...without, form }), bowl([1, 25])),
    path(adam(without), bowl([1, 25])),
  );
});

test("for a steady gradient it comes to steps of α in every form", () => {
  for (const form of forms) {
    const moves = movesOn(nadam({ learningRate: 1, form }), constant(3, 3000));
    expect(near(-moves.at(-1)!, 1, 1e-2)).toBe(true);
  }
});

test("the state keeps the product of the momenta so far, where there is a schedule", () => {
  const mu = (k: number) => nadamMomentum(k, 0.9, 0.004);
  expect(statesOn(nadam(), [1, 1, 1])[3]!.product).toBe(mu(1) * mu(2) * mu(3));
  expect(statesOn(nadam({ form: "constant" }), [1])[1]!.product).toBeUndefined();
});

test.each(forms)(
  "with ε = 0 multiplying f by a power of 2 leaves the path of %s, to the bit",
  (form) => {
    const method = nadam({ learningRate: 0.1, form, epsilon: 0 });
    for (const c of [4, 1024, 1 / 8])
      expect(path(method, bowl([c, 25 * c]))).toEqual(path(method, bowl([1, 25])));
  },
);

test("from (1, 1.5) on Beale's function α = 0.3 needs 78 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  const method = nadam({ learningRate: 0.3, form: "constant" });
  expect(run(method, beale, [1, 1.5], { until }).frames.length - 1).toBe(78);
});

test("without options it is PyTorch's: α = 0.002, ψ = 0.004", () => {
  const same = nadam({ learningRate: 0.002, form: "pytorch", momentumDecay: 0.004, epsilon: 1e-8 });
  expect(movesOn(nadam(), [1, -2, 3])).toEqual(movesOn(same, [1, -2, 3]));
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ beta1: 1 }, RangeError, "nadam: beta1 must be in [0, 1), got 1"],
    [{ momentumDecay: -1 }, RangeError, "nadam: momentumDecay must be in [0, ∞), got -1"],
    [
      { form: "keras" },
      RangeError,
      'nadam: form must be one of "pytorch", "dozat", "constant", "ruder", got "keras"',
    ],
    [
      { form: "ruder", momentumDecay: 0.004 },
      RangeError,
      'nadam: momentumDecay needs form "pytorch" or "dozat", got "ruder". Leave one of the two out',
    ],
    [
      { schedule: 1 },
      TypeError,
      'nadam: there is no option "schedule". The options are learningRate, beta1, beta2, epsilon, form, momentumDecay, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => nadam(options as never)).toThrow(new kind(message));
  });
});
