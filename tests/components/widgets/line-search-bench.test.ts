import { describe, expect, it } from "vitest";
import { bench, benchLine, type Zone } from "#components/widgets/line-search-bench/model.ts";
import {
  benchFields,
  MOST_TRIALS,
  SEARCHES,
  startTrack,
} from "#components/widgets/line-search-bench/state.ts";
import { benchSummary, benchTable, landing } from "#components/widgets/line-search-bench/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(benchFields);
const with_ = (part: Partial<typeof initial>) => bench({ ...initial, ...part });
const rounded = (zones: readonly Zone[]) =>
  zones.map((zone) => zone.map((end) => Number(end.toFixed(4))));

describe("the bench of line searches", () => {
  it("starts with the numbers of the text: four trials, the last across the hill", () => {
    const { trials, found, f0, slope0, calls } = with_({});
    expect([f0, slope0]).toEqual([6, -441]);
    expect(trials.map(({ alpha }) => alpha)).toEqual([1, 0.5, 0.25, 0.125]);
    expect(found).toBe(0.125);
    expect(landing(with_({}), 0.125)).toBe(-0.625);
    expect(calls).toEqual({ f: 5, g: 1, h: 0 });
    expect(benchSummary(initial, with_({}), 2)).toBe(
      "From x = 2 with p = −21, backtracking takes α = 0.125 after 4 trials (5 values, 1 slope), to x = −0.625. Trial 2, α = 0.5, leads to x = −8.5 with φ = 4995: too high, above the line. Low enough and flat enough: 0.0025 to 0.1904.",
    );
  });

  it("has the accepted sets of the syllabus", () => {
    const armijo = [1e-4, 0.1, 0.3].map((c1) => rounded(with_({ c1 }).armijo));
    expect(armijo).toEqual([[[0, 0.1988]], [[0, 0.1773]], [[0, 0.052]]]);
    expect(rounded(with_({ c2: 0.9 }).both)).toEqual([[0.0025, 0.1904]]);
    expect(rounded(with_({ c1: 0.1, c2: 0.3 }).both)).toEqual([[0.0221, 0.1724]]);
    expect(rounded(with_({ c2: 0.1 }).both)).toEqual([
      [0.033, 0.1042],
      [0.1486, 0.1633],
    ]);
  });

  it("has its conditions as they are defined, at every end of a zone", () => {
    const line = benchLine(2);
    for (const end of with_({ c1: 0.1 })
      .armijo.flat()
      .filter((alpha) => alpha > 0))
      expect(line.value(end)).toBeCloseTo(6 - 0.1 * end * 441, 6);
    for (const end of with_({ c2: 0.1 }).curvature.flat())
      expect(Math.abs(line.slope(end))).toBeCloseTo(0.1 * 441, 5);
  });

  it("ends the strong Wolfe search on the hill, in its third trial", () => {
    for (const c2 of [0.9, 0.1]) {
      const { trials, found } = with_({ search: "strong-wolfe", c2 });
      expect(trials).toHaveLength(3);
      expect(found!.toFixed(4)).toBe("0.0887");
    }
    // The top of the hill between the valleys, at x = 0.1699.
    expect(Math.abs(landing(with_({}), 0.0887) - 0.1699)).toBeLessThan(0.05);
  });

  it("brings golden section to the bottom of one valley, and secant and Newton to a level place", () => {
    const golden = with_({ search: "golden-section" });
    expect(landing(golden, golden.found!)).toBeCloseTo(-1.3, 2);
    for (const { bracket } of golden.trials) expect(bracket![0]).toBeLessThan(bracket![1]);
    for (const search of ["secant", "newton"] as const) {
      const { found } = with_({ search, first: 0.02 });
      expect(Math.abs(benchLine(2).slope(found!))).toBeLessThan(1);
    }
  });

  it("accepts a step that its condition accepts, from every start", () => {
    for (let start = startTrack.domain[0]; start <= startTrack.domain[1]; start += 0.15) {
      const back = with_({ start });
      const wolfe = with_({ start, search: "strong-wolfe", c2: 0.1 });
      for (const { found, f0, slope0 } of [back, wolfe])
        expect(benchLine(start).value(found!)).toBeLessThanOrEqual(f0 + 1e-4 * found! * slope0);
      expect(Math.abs(benchLine(start).slope(wolfe.found!))).toBeLessThanOrEqual(
        -0.1 * wolfe.slope0,
      );
    }
  });

  it("has room for all trials of every search, and says how each ends", () => {
    for (const { value: search } of SEARCHES)
      for (const start of [-2, -0.7, 0, 0.6, 1.9])
        for (const first of [1, 0.01]) {
          const state = { ...initial, search, start, first };
          const result = bench(state);
          expect(result.trials.length).toBeLessThanOrEqual(MOST_TRIALS);
          expect(result.found === undefined).toBe(result.failure !== undefined);
          expect(benchSummary(state, result, 1)).not.toMatch(/NaN|undefined/);
          expect(benchTable(state, result).rows).toHaveLength(result.trials.length);
        }
  });
});
