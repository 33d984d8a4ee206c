import { describe, expect, it } from "vitest";
import { spreadModel } from "#components/widgets/gradient-spread/model.ts";
import { spreadFields } from "#components/widgets/gradient-spread/state.ts";
import { spreadSummary, spreadTable } from "#components/widgets/gradient-spread/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(spreadFields);

describe("the spread of a gradient", () => {
  it("is about the slope −4.30 with σ = 7.35 at the start, and about 0 at the minimum", () => {
    const start = spreadModel(initial);
    expect(start.slope).toBeCloseTo(-4.299, 3);
    expect(start.sigma).toBeCloseTo(7.353, 3);
    expect(spreadModel({ ...initial, place: "minimum" }).slope).toBeCloseTo(0, 12);
  });

  it.each([
    // b, with replacement, without, in units of σ
    [1, 1, 1],
    [8, 0.3536, 0.3473],
    [40, 0.1581, 0.1418],
    [200, 0.0707, 0],
  ])("has for b = %i the standard deviations of the formulas", (b, replacing, without) => {
    const model = spreadModel({ ...initial, b });
    expect(model.replacing.theory / model.sigma).toBeCloseTo(replacing, 4);
    expect(model.without.theory / model.sigma).toBeCloseTo(without, 4);
    // 2000 draws of numbers with heavy tails measure a standard deviation to a few per cent.
    expect(Math.abs(model.replacing.measured / model.sigma - replacing)).toBeLessThan(
      0.07 * replacing,
    );
    expect(Math.abs(model.without.measured / model.sigma - without)).toBeLessThan(
      0.07 * without + 1e-9,
    );
  });

  it("halves with four times the batch", () => {
    const one = spreadModel({ ...initial, b: 4 }).replacing.theory;
    expect(spreadModel({ ...initial, b: 16 }).replacing.theory / one).toBeCloseTo(0.5, 12);
  });

  it("sends w the wrong way about one time in five with single points, and hardly ever with forty", () => {
    expect(spreadModel({ ...initial, b: 1 }).without.wrong).toBeCloseTo(38 / 200, 1);
    expect(spreadModel({ ...initial, b: 40 }).without.wrong).toBeLessThan(0.001);
  });

  it("says so in words", () => {
    expect(spreadSummary(initial, spreadModel(initial))).toBe(
      "The slope in w at the start of the run is −4.3; that of a single point has σ = 7.35. Over 2000 batches of 8 the standard deviation of the estimate is, with replacement, 0.3644 σ (theory 0.3536 σ) and, without, 0.3388 σ (theory 0.3473 σ).",
    );
    expect(
      spreadSummary(
        { ...initial, place: "minimum" },
        spreadModel({ ...initial, place: "minimum" }),
      ),
    ).toContain("at the minimum is 0;");
    expect(spreadTable("start").rows.at(-1)?.slice(3)).toEqual(["0", "0"]);
  });
});
