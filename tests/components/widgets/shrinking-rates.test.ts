import { describe, expect, it } from "vitest";
import {
  type RateCurve,
  rateCurves,
  singleRun,
} from "#components/widgets/shrinking-rates/model.ts";
import {
  RATES,
  type RateName,
  ratesFields,
  STEPS,
} from "#components/widgets/shrinking-rates/state.ts";
import { ratesSummary, ratesTable } from "#components/widgets/shrinking-rates/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(ratesFields);
const curves = rateCurves(1);
const of = (name: RateName, all = curves) =>
  (all.find(({ rate }) => rate.name === name) as RateCurve).distances;
const sum = (terms: number, of: (t: number) => number) => {
  let total = 0;
  for (let t = 1; t <= terms; t++) total += of(t);
  return total;
};

describe("rates that shrink", () => {
  it.each<[RateName, readonly number[]]>([
    ["constant", [3.49, 0.229, 0.229, 0.229]],
    ["inverse", [0.316, 0.1, 0.0316, 0.01]],
    ["power", [0.349, 0.135, 0.055, 0.0228]],
    ["root", [0.593, 0.164, 0.09, 0.0502]],
    ["slow", [7.4, 5.9, 4.69, 3.73]],
    ["geometric", [4.52, 1.45, 1.43, 1.43]],
  ])("%s: the distances of the text", (name, distances) => {
    distances.forEach((distance, i) => {
      expect((of(name)[10 ** (i + 1)] as number) / distance).toBeCloseTo(1, 2);
    });
  });

  it("have the distances that single runs scatter about", () => {
    for (const name of ["constant", "root", "inverse"] as const) {
      let squares = 0;
      for (let seed = 1; seed <= 60; seed++)
        squares += (singleRun(name, 1, seed)[1000] as number) ** 2;
      // 60 runs measure a root mean square to about a tenth.
      expect(Math.abs(Math.sqrt(squares / 60) / (of(name)[1000] as number) - 1)).toBeLessThan(0.3);
    }
  });

  it("are called legal by their sums: what is said to be finite hardly grows any more, the rest does", () => {
    for (const { at, reaches, settles } of RATES) {
      const growth = (power: number) => {
        const half = sum(STEPS, (t) => at(t) ** power);
        return (sum(100 * STEPS, (t) => at(t) ** power) - half) / half;
      };
      expect(growth(1) > 0.4).toBe(reaches);
      expect(growth(2) < 0.1).toBe(settles);
    }
  });

  it("are useless at 0.1/t, legal as it is, and useful at 0.5/√t, illegal as it is", () => {
    expect(of("slow")[STEPS]).toBeGreaterThan(3);
    expect(of("root")[STEPS]).toBeLessThan(0.06);
  });

  it("leave 1/t at λ = 0.1 as far from the minimum as 0.1/t at λ = 1", () => {
    const flat = of("inverse", rateCurves(0.1))[STEPS] as number;
    expect(flat / (of("slow")[STEPS] as number)).toBeCloseTo(1, 1);
  });

  it("sum to less than 1 for 0.1/t in ten thousand steps", () => {
    expect(sum(STEPS, (t) => 0.1 / t)).toBeLessThan(1);
  });

  it("say so in words", () => {
    expect(ratesSummary(initial, curves, singleRun("slow", 1, 1))).toBe(
      "On ½λx² with λ = 1, the rate 0.1/t: it meets both conditions. The root mean square distance after 10, 100, 1000 and 10,000 steps is 7.4, 5.9, 4.69, 3.73; the single run ends at 3.62.",
    );
    const verdicts = ratesTable(curves).rows.map(([rate, ...rest]) => [rate, ...rest.slice(0, 2)]);
    expect(verdicts).toEqual([
      ["0.1", "yes", "no"],
      ["1/t", "yes", "yes"],
      ["t^(−3/4)", "yes", "yes"],
      ["0.5/√t", "yes", "no"],
      ["0.1/t", "yes", "yes"],
      ["0.1·0.95^t", "no", "yes"],
    ]);
  });
});
