import { describe, expect, it } from "vitest";
import { meanGradient, rareRuns } from "#components/widgets/rare-gradients/model.ts";
import { rareGradientsFields, STEPS } from "#components/widgets/rare-gradients/state.ts";
import { rareSummary, rareTable } from "#components/widgets/rare-gradients/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(rareGradientsFields);
const runs = rareRuns(initial);
const adamWith = (beta2: number) => rareRuns({ ...initial, beta2 })[0]!.xs;

describe("rare, large and correct", () => {
  it("starts with the numbers of the text", () => {
    expect(rareSummary(initial, runs)).toBe(
      "The large gradient comes in every 101st step; the mean gradient is 0.099. With β₂ = 0.99, after 1000, 10,000, 100,000 and 200,000 steps: Adam is at 0.183, 0.993, 0.955, 0.944; AMSGrad is at −0.008, −0.077, −0.817, −1.000.",
    );
  });

  it("takes the wrong end with the default memory too, only later, and the right one with 0.9999", () => {
    const usual = adamWith(0.999);
    expect(usual[10_000]).toBeLessThan(runs[0]!.xs[10_000]! / 2);
    expect(usual[STEPS]).toBeGreaterThan(0.9);
    expect(adamWith(0.9999)[STEPS]).toBe(-1);
  });

  it("at random leaves Adam at the right and AMSGrad wandering", () => {
    for (const seed of [1, 2, 3]) {
      const [adam, amsgrad] = rareRuns({ when: "random", beta2: 0.99, seed });
      const late = (xs: Float64Array) => xs.subarray(20_000);
      const share = (xs: Float64Array, inside: (x: number) => boolean) =>
        late(xs).filter(inside).length / late(xs).length;
      expect(share(adam!.xs, (x) => x > 0.5)).toBeGreaterThan(0.9);
      // It is not done by the end: it still crosses the middle in the second half.
      const half = amsgrad!.xs.subarray(STEPS / 2);
      expect(Math.max(...half.filter((_, t) => t % 10 === 0))).toBeGreaterThan(0);
      expect(Math.min(...half.filter((_, t) => t % 10 === 0))).toBeLessThan(0);
    }
  });

  it("has one large gradient more outweigh the mean of five thousand steps at random", () => {
    expect(meanGradient("random")).toBeCloseTo(0.2, 12);
    expect((1010 + 10) / meanGradient("random")).toBeGreaterThan(5000);
  });

  it("tells in the table where the time was spent", () => {
    expect(rareTable(runs).columns.slice(-2)).toEqual(["left of −0.5", "right of 0.5"]);
  });
});
