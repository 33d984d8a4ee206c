import { describe, expect, it } from "vitest";
import { initialState } from "#components/widgets/url-state.ts";
import { expected, fading } from "#components/widgets/weight-decay/model.ts";
import { DEVIATIONS, STEPS, weightDecayFields } from "#components/widgets/weight-decay/state.ts";
import { weightDecaySummary, weightDecayTable } from "#components/widgets/weight-decay/words.ts";

const initial = initialState(weightDecayFields);
const runs = DEVIATIONS.map((deviation) => fading(deviation, initial.omega));
const [ten, one, tenth, hundredth] = runs as [
  (typeof runs)[0],
  (typeof runs)[0],
  (typeof runs)[0],
  (typeof runs)[0],
];

describe("two weights that see nothing but noise", () => {
  // Chapter C16, W16.1.
  it("fade with the penalty by what their noise allows, and with AdamW alike", () => {
    const ends = runs.map(({ penalty }) => penalty[STEPS]?.toFixed(3));
    expect(ends).toEqual(["0.978", "0.818", "0.191", "0.023"]);
    for (const { AdamW, "no decay": free } of runs) {
      expect(AdamW[STEPS]?.toFixed(3)).toBe("0.817");
      expect(free[STEPS]?.toFixed(3)).toBe("0.998");
    }
  });

  it("say that AdamW comes close to (1 − ηω)ᵗ", () => {
    for (const omega of [0.1, 1]) {
      const { AdamW } = fading(10, omega);
      for (let t = 0; t <= STEPS; t += 100)
        expect(Math.abs((AdamW[t] as number) - expected(omega, t))).toBeLessThan(0.01);
    }
  });

  it("say that the noisy one keeps nearly all and the quiet one fades away, and that at 1 the two agree", () => {
    expect(initial).toMatchObject({ left: 10, right: 0.1, t: STEPS });
    expect(ten.penalty[STEPS]).toBeGreaterThan(0.97);
    expect(tenth.penalty[STEPS]).toBeLessThan(0.2);
    expect(Math.abs((one.penalty[STEPS] as number) - (one.AdamW[STEPS] as number))).toBeLessThan(
      0.005,
    );
    expect(hundredth.penalty[STEPS]).toBeLessThan(0.03);
  });

  it("is told in a sentence and in a table", () => {
    const sides = [ten, tenth] as const;
    expect(weightDecaySummary(initial, sides, STEPS)).toBe(
      "Mean weights at step 2000 with η = 0.001 and ω = 0.1: gradients of standard deviation 10: 0.978 with the penalty, 0.817 with AdamW; gradients of standard deviation 0.1: 0.191 with the penalty, 0.817 with AdamW. Shrinking alone would leave 0.819.",
    );
    const { columns, rows } = weightDecayTable(initial, sides);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.at(-1)).toContain("0.9780");
  });
});
