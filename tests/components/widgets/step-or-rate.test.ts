import { describe, expect, it } from "vitest";
import { stepOrRateModel } from "#components/widgets/step-or-rate/model.ts";
import { LENGTHS, STEPS, stepOrRateFields } from "#components/widgets/step-or-rate/state.ts";
import {
  fate,
  stepOrRateSummary,
  stepOrRateTable,
} from "#components/widgets/step-or-rate/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(stepOrRateFields);
const model = stepOrRateModel(initial);

describe("fixed step or fixed rate", () => {
  // Chapter C01, W01.3.
  it("starts with a fixed length that goes back and forth between 0.2 and −0.1", () => {
    expect(model.lands).toBeUndefined();
    expect(Math.max(...model.fixedLength.slice(-2))).toBeCloseTo(0.2, 9);
    expect(Math.min(...model.fixedLength.slice(-2))).toBeCloseTo(-0.1, 9);
    expect(fate(model)).toMatch(/^goes back and forth between (0\.2 and −0\.1|−0\.1 and 0\.2)$/);
  });

  it("has a fixed rate that multiplies the distance by 0.6 at every step", () => {
    model.fixedRate.forEach((x, t) => {
      expect(x).toBeCloseTo(2 * 0.6 ** t, 9);
    });
  });

  it("lands on 0 with 0.25, an exact binary fraction, and not with 0.1", () => {
    expect(stepOrRateModel({ ...initial, h: 0.25 }).lands).toBe(8);
    const tenth = stepOrRateModel({ ...initial, h: 0.1 });
    expect(tenth.lands).toBeUndefined();
    expect(fate(tenth)).toMatch(/^goes back and forth between /);
    expect(LENGTHS).toContain(0.25);
  });

  it("keeps every length as long as h until it lands", () => {
    for (const h of [0.3, 0.07, 0.9]) {
      const { fixedLength } = stepOrRateModel({ ...initial, h });
      for (let t = 1; t <= STEPS; t++)
        expect(Math.abs(fixedLength[t]! - fixedLength[t - 1]!)).toBeCloseTo(h, 12);
    }
  });

  it("says of short steps that they are still on their way", () => {
    expect(fate(stepOrRateModel({ ...initial, h: 0.05 }))).toBe("is still on its way, at 0.5");
  });

  it("says what it shows, and tells all positions in a table", () => {
    expect(stepOrRateSummary(initial, model, 1)).toContain("At step 1 they are at 1.7 and 1.2.");
    const { rows } = stepOrRateTable(model);
    expect(rows).toHaveLength(STEPS + 1);
    expect(rows[1]).toEqual(["1", "1.7", "0.3", "1.2", "0.8"]);
  });
});
