import { describe, expect, it } from "vitest";
import { features, kappaOf, kappasByDegree } from "#components/widgets/power-features/model.ts";
import { powerFields } from "#components/widgets/power-features/state.ts";
import { powerSummary, powerTable } from "#components/widgets/power-features/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the powers", () => {
  // Chapter C03, W03.3 (iii).
  it.each([
    [1, 17.6, 2.7],
    [2, 440, 12.3],
    [3, 1.2e4, 56],
    [5, 1.1e7, 1.5e3],
    [8, 3.8e11, 2.8e5],
  ])("of degree %d have κ = %d on [0, 1] and %d on [−1, 1]", (degree, unit, symmetric) => {
    // As many digits as are given: two.
    expect(Math.abs(kappaOf("powers", "unit", degree) / unit - 1)).toBeLessThan(0.05);
    expect(Math.abs(kappaOf("powers", "symmetric", degree) / symmetric - 1)).toBeLessThan(0.02);
  });

  it("multiply κ by about thirty with each degree on [0, 1]", () => {
    const kappas = kappasByDegree("powers", "unit");
    for (const [i, kappa] of kappas.slice(1).entries()) {
      expect(kappa / (kappas[i] as number)).toBeGreaterThan(24);
      expect(kappa / (kappas[i] as number)).toBeLessThan(36);
    }
  });

  it("gain less than one degree by being standardized on [0, 1]", () => {
    const raw = kappasByDegree("powers", "unit");
    const scaled = kappasByDegree("standardized", "unit");
    for (const [i, kappa] of scaled.slice(1).entries())
      expect(kappa).toBeGreaterThan(raw[i] as number);
  });

  it("give way to Legendre's polynomials, which keep κ below twenty on both intervals", () => {
    for (const interval of ["unit", "symmetric"] as const)
      for (const kappa of kappasByDegree("Legendre", interval)) expect(kappa).toBeLessThan(20);
  });

  it("have Legendre's second polynomial at its textbook values", () => {
    const [, second] = features("Legendre", "symmetric", 2, [-1, 0, 0.5, 1]);
    expect(second).toEqual([1, -0.5, -0.125, 1]);
  });

  it("say what they are and how they are conditioned", () => {
    expect(powerSummary(initialState(powerFields))).toContain(
      "κ = 1.06 × 10⁷. On [−1, 1] it is 1510",
    );
    expect(powerTable("powers").rows).toHaveLength(8);
  });
});
