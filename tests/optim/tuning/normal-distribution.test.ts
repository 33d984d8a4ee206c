import { erf, erfc, normalCdf, normalDensity } from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

/** Values of the C library's erf and erfc, as Python 3 prints them. */
const LIBRARY: readonly (readonly [x: number, erf: number, erfc: number])[] = [
  [0, 0, 1],
  [0.1, 0.1124629160182849, 0.8875370839817152],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [1, 0.8427007929497149, 0.15729920705028513],
  [1.5, 0.9661051464753108, 0.033894853524689274],
  [1.49, 0.9648978648432042, 0.03510213515679579],
  [1.99, 0.995111413199617, 0.004888586800383003],
  [2, 0.9953222650189527, 0.004677734981047265],
  [2.01, 0.9955248493552482, 0.004475150644751763],
  [3, 0.9999779095030014, 2.2090496998585438e-5],
  [5, 0.9999999999984626, 1.5374597944280351e-12],
  [10, 1, 2.088487583762545e-45],
  [26, 1, 5.663192408856143e-296],
];

const relative = (ours: number, theirs: number) => Math.abs(ours - theirs) / Math.abs(theirs);

describe("the error function", () => {
  test.each(LIBRARY)("erf(%d) = %d and erfc = %d", (x, value, complement) => {
    expect(Math.abs(erf(x) - value)).toBeLessThan(1e-15);
    expect(relative(erfc(x), complement)).toBeLessThan(1e-14 * (1 + x * x));
    expect(erf(-x)).toBe(-erf(x));
    expect(relative(erfc(-x), 2 - complement)).toBeLessThan(1e-15);
  });

  test("its ends and NaN", () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect([erf(infinity), erf(-infinity), erfc(infinity), erfc(-infinity)]).toEqual([1, -1, 0, 2]);
    expect([erf(Number.NaN), erfc(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
    expect(erf(1e-300)).toBeCloseTo((2 / Math.sqrt(Math.PI)) * 1e-300, 310);
  });
});

describe("the normal distribution", () => {
  test.each([
    [-37, 5.725571222525139e-300],
    [-20, 2.7536241186063314e-89],
    [-8, 6.220960574271819e-16],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [1, 0.8413447460685429],
    [3, 0.9986501019683699],
  ])("Φ(%d) = %d, with few digits lost in the tail", (z, value) => {
    expect(relative(normalCdf(z), value)).toBeLessThan(1e-14 * (1 + z * z));
  });

  test("Φ(z) + Φ(−z) = 1, and Φ rises", () => {
    const z = fc.double({ min: -40, max: 40, noNaN: true });
    check(
      fc.property(z, z, (a, b) => {
        expect(Math.abs(normalCdf(a) + normalCdf(-a) - 1)).toBeLessThan(1e-15);
        // Neighbours closer than rounding may come out equal or an ulp apart.
        if (b - a > 1e-9) expect(normalCdf(a)).toBeLessThanOrEqual(normalCdf(b));
      }),
    );
  });

  test("φ is the derivative of Φ", () => {
    for (const z of [-6, -2.8284, -1, 0, 0.3, 2.8284, 5]) {
      const h = 1e-4;
      const slope = (normalCdf(z + h) - normalCdf(z - h)) / (2 * h);
      expect(Math.abs(slope - normalDensity(z))).toBeLessThan(1e-8 * Math.max(1, z * z));
    }
  });
});
