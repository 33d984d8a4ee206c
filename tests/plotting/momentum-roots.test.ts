import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  modulus,
  momentumRate,
  momentumRegime,
  momentumRoots,
  rateRegion,
} from "#src/plotting/momentum-roots.ts";
import { check } from "../check-property.ts";

const etaLambda = fc.double({ min: 1e-6, max: 4, noNaN: true });
const beta = fc.double({ min: 0, max: 0.999, noNaN: true });

/** Chapter C06, the points that the text names: ηλ, β, max |σ|, behaviour. */
const places = [
  [0.01, 0.81, 0.9, "critical"],
  [0.01, 0.9, 0.9487, "under-damped"],
  [0.01, 0.5, 0.9796, "over-damped"],
  [0.01, 0.99, 0.995, "under-damped"],
  [3.7, 0.9, 0.9487, "under-damped"],
  [3.8, 0.9, 1, "boundary"],
  [3.81, 0.9, 1.0647, "divergent"],
] as const;

describe("the roots of momentum", () => {
  it.each(places)("at ηλ = %d, β = %d have the larger modulus %d: %s", (p, b, rate, regime) => {
    expect(momentumRate(p, b)).toBeCloseTo(rate, 4);
    expect(momentumRegime(p, b)).toBe(regime);
  });

  it("multiply to β and add up to 1 + β − ηλ", () => {
    check(
      fc.property(etaLambda, beta, (p, b) => {
        const [first, second] = momentumRoots(p, b);
        const product = first.re * second.re - first.im * second.im;
        expect(product).toBeCloseTo(b, 10);
        expect(first.re + second.re).toBeCloseTo(1 + b - p, 10);
        expect(modulus(first)).toBeGreaterThanOrEqual(modulus(second) - 1e-12);
      }),
    );
  });

  it("are inside the unit circle exactly below ηλ = 2(1 + β)", () => {
    check(
      fc.property(etaLambda, beta, (p, b) => {
        fc.pre(Math.abs(p - 2 * (1 + b)) > 1e-6);
        expect(momentumRate(p, b) < 1).toBe(p < 2 * (1 + b));
      }),
    );
  });
});

describe("rateRegion", () => {
  it.each([0.4, 0.8, 0.95, 1])("has max |σ| = %d all along its two sides", (rate) => {
    // At β = r² the roots nearly meet, where their distance is a root of the rounding error.
    for (const { x, y } of rateRegion(rate).filter((point) => point.x > 0))
      expect(momentumRate(x, y)).toBeCloseTo(rate, 6);
  });
});
