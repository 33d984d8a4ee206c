import { decayKernel, decoupledDecay } from "@downhill/optim";
import { describe, expect, test } from "vitest";

const decayOf = (options: object) =>
  decoupledDecay("adamw", {
    learningRate: 0.1,
    weightDecay: 0.5,
    multiplier: 1,
    decayBy: "rate",
    ...options,
  });

test("the kernel shrinks every entry, in place", () => {
  const x = Float64Array.of(8, -2);
  decayKernel(x, 0.75);
  expect(x).toEqual(Float64Array.of(6, -1.5));
});

test("by rate a step keeps 1 − αηω, by multiplier 1 − ηω", () => {
  const byRate = decayOf({ multiplier: (k: number) => 1 / k });
  expect(byRate.learningRate(2)).toBe(0.05);
  expect(byRate.keep(0.05, 2)).toBe(1 - 0.05 * 0.5);
  const byMultiplier = decayOf({ decayBy: "multiplier", multiplier: (k: number) => 1 / k });
  expect(byMultiplier.learningRate(2)).toBe(0.05);
  expect(byMultiplier.keep(0.05, 2)).toBe(1 - 0.25);
});

test.each([
  [{}, false],
  [{ weightDecay: 21 }, true],
  [{ weightDecay: 20 }, false],
  [{ weightDecay: 2.5, decayBy: "multiplier" }, true],
  [{ learningRate: (k: number) => k }, true],
  [{ learningRate: (k: number) => k, decayBy: "multiplier" }, false],
  [{ learningRate: (k: number) => k, weightDecay: 0 }, false],
])("%j may enlarge x: %s", (options, expands) => {
  expect(decayOf(options).expands).toBe(expands);
});

describe("bad arguments are named, with what came", () => {
  test.each([
    [{ weightDecay: -1 }, RangeError, "adamw: weightDecay must be in [0, ∞), got -1"],
    [{ multiplier: Number.NaN }, RangeError, "adamw: multiplier must be in [0, ∞), got NaN"],
    [{ multiplier: "1" }, TypeError, 'adamw: multiplier must be a number in [0, ∞), got "1"'],
    [
      { decayBy: "paper" },
      RangeError,
      'adamw: decayBy must be one of "rate", "multiplier", got "paper"',
    ],
    [{ learningRate: -1 }, RangeError, "adamw: learningRate must be in [0, ∞), got -1"],
  ])("%j", (options, kind, message) => {
    expect(() => decayOf(options)).toThrow(new kind(message));
  });

  test("a multiplier from a schedule is checked at its step", () => {
    expect(() => decayOf({ multiplier: () => -1 }).learningRate(3)).toThrow(
      new RangeError("adamw: the multiplier of step 3 must be in [0, ∞), got -1"),
    );
  });
});
