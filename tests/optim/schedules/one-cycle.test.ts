import { oneCycle, oneCycleMomentum } from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

describe.each(["cosine", "linear"] as const)("%s", (anneal) => {
  test("two phases: from α/25 to α to α/250 000, exactly", () => {
    const rateOf = oneCycle({ learningRate: 1, steps: 100, anneal });
    expect(rateOf(1)).toBe(0.04);
    expect(rateOf(30)).toBe(1);
    expect(rateOf(100)).toBe(0.04 / 1e4);
  });

  test("three phases: as far down as up in the same time, and then to the last", () => {
    const rateOf = oneCycle({ learningRate: 1, steps: 100, anneal, threePhase: true });
    expect([1, 30, 59, 100].map(rateOf)).toEqual([0.04, 1, 0.04, 0.04 / 1e4]);
    for (let i = 0; i < 29; i++) expect(rateOf(30 + i)).toBeCloseTo(rateOf(30 - i), 14);
  });

  test("the momentum falls while the rate rises, and rises while it falls", () => {
    const two = oneCycleMomentum({ steps: 100, anneal });
    expect([1, 30, 100].map(two)).toEqual([0.95, 0.85, 0.95]);
    const three = oneCycleMomentum({ steps: 100, anneal, threePhase: true });
    expect([1, 30, 59, 80, 100].map(three)).toEqual([0.95, 0.85, 0.95, 0.95, 0.95]);
  });

  test("it is continuous: no step changes the rate by more than a phase's steepest slope", () => {
    check(
      fc.property(
        fc.integer({ min: 20, max: 300 }),
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.boolean(),
        (steps, peakAt, threePhase) => {
          const rateOf = oneCycle({ learningRate: 1, steps, peakAt, anneal, threePhase });
          const shortest = Math.min(peakAt * steps - 1, (1 - peakAt) * steps);
          const steepest = ((anneal === "cosine" ? Math.PI / 2 : 1) + 1e-9) / shortest;
          const last = 0.04; // all that a third phase has to go
          for (let k = 1; k < steps; k++)
            expect(Math.abs(rateOf(k + 1) - rateOf(k))).toBeLessThanOrEqual(
              Math.max(steepest, last),
            );
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("a linear rise and fall, by hand", () => {
  const options = { steps: 6, peakAt: 0.5, anneal: "linear" } as const;
  const rateOf = oneCycle({ ...options, learningRate: 1, startDivisor: 2, endDivisor: 5 });
  // Phases end at n = 2 and n = 5.
  const expected = [0.5, 0.75, 1, 0.7, 0.4, 0.1];
  expected.forEach((rate, n) => {
    expect(rateOf(n + 1)).toBeCloseTo(rate, 15);
  });
});

test("after the last step the last rate stays", () => {
  const rateOf = oneCycle({ learningRate: 1, steps: 10 });
  expect(rateOf(11)).toBe(rateOf(10));
  expect(rateOf(1e6)).toBe(rateOf(10));
});

test("a peak at the very start, at the very end, or in a cycle of one step is no division by 0", () => {
  for (const steps of [1, 2, 10])
    for (const peakAt of [0, 1 / steps, 0.5, 1])
      for (const threePhase of [false, true]) {
        const rateOf = oneCycle({ learningRate: 1, steps, peakAt, threePhase });
        for (let k = 1; k <= steps + 1; k++) {
          expect(rateOf(k)).toBeGreaterThan(0);
          expect(rateOf(k)).toBeLessThanOrEqual(1);
        }
      }
  expect(oneCycle({ learningRate: 1, steps: 10, peakAt: 1 })(10)).toBe(1);
  expect(oneCycle({ learningRate: 1, steps: 10, peakAt: 0.1 })(1)).toBe(1);
});

test.each([
  [{ learningRate: -1, steps: 10 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1 }, "steps must be a whole number, got undefined"],
  [{ learningRate: 1, steps: 0 }, "steps must be a whole number, 1 or more, got 0"],
  [{ learningRate: 1, steps: 9, peakAt: 1.1 }, "peakAt must be in [0, 1], got 1.1"],
  [{ learningRate: 1, steps: 9, startDivisor: 0.5 }, "startDivisor must be in [1, ∞), got 0.5"],
  [{ learningRate: 1, steps: 9, endDivisor: 0 }, "endDivisor must be in [1, ∞), got 0"],
  [
    { learningRate: 1, steps: 9, anneal: "cos" },
    'anneal must be one of "cosine", "linear", got "cos"',
  ],
  [{ learningRate: 1, steps: 9, threePhase: 1 }, "threePhase must be true or false, got 1"],
  [
    { max_lr: 1 },
    'there is no option "max_lr". The options are learningRate, startDivisor, endDivisor, steps, peakAt, anneal, threePhase',
  ],
])("%j is refused", (options, message) => {
  expect(() => oneCycle(options as never)).toThrow(`oneCycle: ${message}`);
});

test.each([
  [{ steps: 10, base: 2 }, "base must be in [0, 1], got 2"],
  [{ steps: 10, max: Number.NaN }, "max must be in [0, 1], got NaN"],
  [{ steps: 1.5 }, "steps must be a whole number, 1 or more, got 1.5"],
  [
    { learningRate: 1 },
    'there is no option "learningRate". The options are base, max, steps, peakAt, anneal, threePhase',
  ],
])("as momentum, %j is refused", (options, message) => {
  expect(() => oneCycleMomentum(options as never)).toThrow(`oneCycleMomentum: ${message}`);
});
