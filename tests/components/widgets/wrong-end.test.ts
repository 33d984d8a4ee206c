import { describe, expect, it } from "vitest";
import { initialState } from "#components/widgets/url-state.ts";
import { gradientAt, type WrongEndRun, wrongEndRuns } from "#components/widgets/wrong-end/model.ts";
import { PRESETS, SHOWN, STEPS, wrongEndFields } from "#components/widgets/wrong-end/state.ts";
import { endOf, wrongEndSummary, wrongEndTable } from "#components/widgets/wrong-end/words.ts";
import { border } from "../../content/chapters/amsgrad-runs.ts";

const initial = initialState(wrongEndFields);
const runs = wrongEndRuns(initial);
const [adam, amsgrad] = runs as [WrongEndRun, WrongEndRun];
const with_ = (part: Partial<typeof initial>) => wrongEndRuns({ ...initial, ...part });

describe("one large gradient against two small ones", () => {
  it("starts with the numbers of the text", () => {
    const at = ({ xs }: WrongEndRun) => [3, 30, 300, 3000].map((t) => xs[t]!.toFixed(3));
    expect(at(adam)).toEqual(["0.022", "0.731", "1.000", "1.000"]);
    expect(at(amsgrad)).toEqual(["-0.301", "-0.810", "-0.980", "-0.994"]);
    expect(wrongEndSummary(initial, runs, 30)).toBe(
      "With C = 3, β₁ = 0, β₂ = 0.1: Adam goes to the wrong end (x = 1.000 after 300 steps); AMSGrad goes to the best place (x = −0.980 after 300 steps). At step 30: Adam x = 0.731, regret per step 0.530; AMSGrad x = −0.810, regret per step 0.265.",
    );
  });

  it("has the regret of its definition, at every step", () => {
    let [met, left] = [0, 0];
    for (let t = 1; t <= 40; t++) {
      const g = gradientAt(t, 3);
      met += g * adam.xs[t - 1]!;
      left += g;
      // The sum of straight lines is smallest at an end.
      expect(adam.regrets[t]).toBeCloseTo((met - Math.min(-left, left)) / t, 12);
    }
  });

  it("leaves Adam's regret per step near two thirds and lets AMSGrad's fall", () => {
    expect(Math.abs(adam.regrets[STEPS]! - 2 / 3)).toBeLessThan(0.01);
    expect(amsgrad.regrets[STEPS]).toBeLessThan(amsgrad.regrets[SHOWN]! / 3);
  });

  it("turns Adam round from β₂ = 0.49 on, and AMSGrad is right with every memory", () => {
    const ends = PRESETS.map(({ beta2 }) => with_({ beta2 }).map(endOf));
    const [wrong, right] = ["goes to the wrong end", "goes to the best place"];
    expect(ends.map(([one]) => one)).toEqual([
      wrong,
      "is on its way",
      "is on its way",
      right,
      right,
    ]);
    const late = [0.45, 0.49].map((beta2) => with_({ beta2 })[0]!.xs);
    expect(late[0]![STEPS]).toBeGreaterThan(late[0]![SHOWN]!);
    expect(late[1]![STEPS]).toBeLessThan(late[1]![SHOWN]!);
    for (const [, two] of ends) expect(two).toBe(right);
  });

  it("has a higher border where right and wrong nearly balance", () => {
    expect(border(3)).toBeLessThan(0.49);
    expect(border(2.1)).toBeGreaterThan(0.49);
    expect(with_({ C: 2.1, beta2: 0.49 })[0]!.xs[STEPS]).toBeGreaterThan(0.9);
  });

  it("never divides by less in AMSGrad, and does in Adam", () => {
    for (let t = 1; t <= SHOWN; t++)
      expect(amsgrad.divided[t]).toBeGreaterThanOrEqual(amsgrad.divided[t - 1]!);
    expect(adam.divided[3]).toBeLessThan(adam.divided[1]!);
  });

  it("has its numbers in a table, with the step that the picture has no room for", () => {
    expect(wrongEndTable(runs).rows.at(-1)?.[0]).toBe("3000");
  });
});
