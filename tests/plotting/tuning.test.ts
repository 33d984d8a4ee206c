import { describe, expect, it } from "vitest";
import { convertRates } from "#src/plotting/conventions.ts";
import { bestGradientDescent, bestMomentum } from "#src/plotting/quadratic-rates.ts";

/** Chapter C06, table of section 7: κ, rate of gradient descent, best η and β, rate of momentum. */
const table = [
  [4, 0.6, 0.4444, 0.1111, 0.3333],
  [9, 0.8, 0.25, 0.25, 0.5],
  [25, 0.9231, 0.1111, 0.4444, 0.6667],
  [50, 0.9608, 0.0614, 0.5658, 0.7522],
  [100, 0.9802, 0.03306, 0.6694, 0.8182],
] as const;

describe("the best parameters on a quadratic", () => {
  it.each(table)("for κ = %d are those of the chapter's table", (kappa, gd, eta, beta, rate) => {
    expect(bestGradientDescent(1, kappa).rate).toBeCloseTo(gd, 4);
    const best = bestMomentum(1, kappa);
    expect(best.eta).toBeCloseTo(eta, 4);
    expect(best.beta).toBeCloseTo(beta, 4);
    expect(best.rate).toBeCloseTo(rate, 4);
  });
});

describe("convertRates", () => {
  it("makes C's rate ten times B's at β = 0.9, and A's the same", () => {
    const rates = convertRates("B", 0.02, 0.9);
    expect(rates.A).toBe(0.02);
    expect(rates.B).toBe(0.02);
    expect(rates.C).toBeCloseTo(0.2, 12);
  });

  it.each(["A", "B", "C"] as const)(
    "keeps the rate of the convention it starts from: %s",
    (from) => {
      expect(convertRates(from, 0.03, 0.7)[from]).toBe(0.03);
    },
  );

  it("goes from C to B and back", () => {
    const { B } = convertRates("C", 0.1, 0.9);
    expect(B).toBeCloseTo(0.01, 12);
    expect(convertRates("B", B, 0.9).C).toBeCloseTo(0.1, 12);
  });
});
