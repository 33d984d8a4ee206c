import { describe, expect, it } from "vitest";
import { agreeing, converterRuns } from "#components/widgets/convention-converter/model.ts";
import { converterFields } from "#components/widgets/convention-converter/state.ts";
import { converterSummary } from "#components/widgets/convention-converter/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(converterFields);
const at25 = (change: Partial<typeof initial>) =>
  converterRuns({ ...initial, ...change }).map(({ points }) => points[25]);

describe("the convention converter", () => {
  it("starts with three runs that are one, at (1.12084, −0.19728) after 25 steps", () => {
    for (const point of at25({})) {
      expect(point?.x).toBeCloseTo(1.12084, 5);
      expect(point?.y).toBeCloseTo(-0.19728, 5);
    }
    expect(agreeing(converterRuns(initial), 25)).toHaveLength(1);
    expect(converterSummary(initial, converterRuns(initial), 25)).toBe(
      "With β = 0.9 the rates are 0.02 in A, 0.02 in B and 0.2 in C. After 25 of 40 steps A, B and C are at (1.121, −0.197).",
    );
  });

  it("leaves C at (−2.785, −0.051) when the number is copied", () => {
    const [a, b, c] = at25({ rates: "copied" });
    expect(a?.x).toBeCloseTo(b?.x as number, 10);
    expect(c?.x).toBeCloseTo(-2.785, 3);
    expect(c?.y).toBeCloseTo(-0.051, 3);
  });

  it("parts A from B and C when the rate is cut after step 20", () => {
    const [a, b, c] = at25({ cut: true });
    expect(a?.x).toBeCloseTo(1.389, 3);
    expect(a?.y).toBeCloseTo(-0.415, 3);
    for (const point of [b, c]) {
      expect(point?.x).toBeCloseTo(1.088, 3);
      expect(point?.y).toBeCloseTo(-0.031, 3);
    }
    const groups = agreeing(converterRuns({ ...initial, cut: true }), 25);
    expect(groups.map((group) => group.map((run) => run.convention).join(""))).toEqual(["A", "BC"]);
  });

  it("changes nothing up to step 20", () => {
    expect(agreeing(converterRuns({ ...initial, cut: true }), 20)).toHaveLength(1);
  });

  it("says when a run has diverged", () => {
    const wild = { ...initial, eta: 0.5, t: 40 };
    expect(converterSummary(wild, converterRuns(wild), 40)).toContain("diverged at step");
  });
});
