import { describe, expect, it } from "vitest";
import { temperatures, yearModel } from "#components/widgets/noisy-year/model.ts";
import { yearFields } from "#components/widgets/noisy-year/state.ts";
import { yearSummary, yearTable } from "#components/widgets/noisy-year/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(yearFields);
const on = (beta: number, t: number) => yearModel(beta).days[t]!;

describe("the noisy year", () => {
  it("is the same for every reader: it begins with 21.47, 21.52, 17.00, 25.90, 20.44", () => {
    expect(temperatures).toHaveLength(365);
    expect(temperatures.slice(0, 5).map((x) => Number(x.toFixed(2)))).toEqual([
      21.47, 21.52, 17.0, 25.9, 20.44,
    ]);
  });

  it.each([
    // day, not corrected, corrected, true mean
    [5, 2.0, 21.3, 28.2],
    [20, 8.9, 26.8, 28.1],
    [100, 32.1, 37.0, 48.1],
  ])("starts too cold at β = 0.98 and is corrected: day %i", (t, average, corrected, season) => {
    const day = on(0.98, t);
    expect(day.average).toBeCloseTo(average, 1);
    expect(day.corrected).toBeCloseTo(corrected, 1);
    expect(day.season).toBeCloseTo(season, 1);
  });

  it("says so in words", () => {
    expect(yearSummary(initial, yearModel(initial.beta))).toBe(
      "With β = 0.98, on day 20 the average is at 8.9 degrees, corrected at 26.8 degrees; the true mean is 28.1 degrees. On a steady trend it would lag by 49 days in the long run. After day 60 the RMS error is 12.36 degrees, corrected 10.45.",
    );
  });

  it("has the smallest error at 0.8 of those named: noise on one side of it, lag on the other", () => {
    const errors = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98].map((beta) => yearModel(beta).error);
    [5.48, 3.05, 2.24, 1.97, 2.05, 2.66, 5.24, 12.36].forEach((error, i) => {
      expect(errors[i]).toBeCloseTo(error, 2);
    });
  });

  it("keeps its lag when it is corrected: at 0.98 the whole spring is too cold", () => {
    const { days } = yearModel(0.98);
    for (const { corrected, season } of days.slice(80, 190))
      expect(corrected).toBeLessThan(season - 5);
    expect(yearModel(0.98).correctedError).toBeGreaterThan(10);
  });

  it("has no corrected average before the first number", () => {
    const start = on(0.9, 0);
    expect(start.corrected).toBeUndefined();
    expect(yearTable(yearModel(0.9)).rows[0]).toEqual(["0", "–", "28.6", "0.0", "–", "0.0000"]);
    expect(yearSummary({ ...initial, t: 0 }, yearModel(0.98))).toContain(
      "on day 0 the average is at 0.0 degrees; the true mean",
    );
  });

  it("is the data themselves at β = 0", () => {
    for (const { temperature, average, corrected } of yearModel(0).days.slice(1)) {
      expect(average).toBe(temperature);
      expect(corrected).toBe(temperature);
    }
  });
});
