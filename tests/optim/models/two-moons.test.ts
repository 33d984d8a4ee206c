import { gauss, mulberry32, twoMoons } from "@downhill/optim";
import { describe, expect, test } from "vitest";

describe("twoMoons", () => {
  test("without noise are two half circles, the classes in turn", () => {
    const { X, y } = twoMoons({ noise: 0 });
    expect(y.slice(0, 4)).toEqual([0, 1, 0, 1]);
    X.forEach(([a, b], i) => {
      const [cx, cy, side] = y[i] === 0 ? [0, 0, 1] : [1, 0.5, -1];
      expect(Math.hypot(a! - cx!, b! - cy!)).toBeCloseTo(1, 12);
      expect((b! - cy!) * side!).toBeGreaterThanOrEqual(0);
    });
  });

  test("take the angles and the noise of their streams, x before y", () => {
    const { X } = twoMoons();
    const phi = Math.PI * mulberry32(3)();
    const normal = gauss(mulberry32(103));
    expect(X).toHaveLength(200);
    expect(X[0]![0]).toBeCloseTo(Math.cos(phi) + 0.15 * normal(), 14);
    expect(X[0]![1]).toBeCloseTo(Math.sin(phi) + 0.15 * normal(), 14);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(twoMoons({ seed: 5 })).toEqual(twoMoons({ seed: 5 }));
    expect(twoMoons({ seed: 5 }).X[0]).not.toEqual(twoMoons({ seed: 6 }).X[0]);
    expect(twoMoons({ examples: 7 }).X).toEqual(twoMoons({ examples: 9 }).X.slice(0, 7));
  });

  test.each([
    [{ examples: 0 }, "twoMoons: examples must be a whole number, 1 or more, got 0"],
    [{ noise: -1 }, "twoMoons: noise must be in [0, ∞), got -1"],
    [{ seed: 0.5 }, "twoMoons: seed must be a whole number, got 0.5"],
  ])("refuse %o", (options, message) => {
    expect(() => twoMoons(options)).toThrow(new RangeError(message));
  });
});
