import { describe, expect, it } from "vitest";
import { exactShare, histogram, randomModel } from "#components/widgets/random-hessians/model.ts";
import {
  BATCH,
  BATCHES,
  ENSEMBLES,
  LARGEST,
  randomFields,
} from "#components/widgets/random-hessians/state.ts";
import { randomSummary, randomTable } from "#components/widgets/random-hessians/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const DRAWS = BATCH * BATCHES;
const sizes = Array.from({ length: LARGEST }, (_, i) => i + 1);
const found = (n: number, ensemble: "GOE" | "equal") =>
  randomModel(n, ensemble).positive[BATCHES] as number;

describe("random Hessians", () => {
  it.each([1, 2, 3])("of size %d agree with the exact share within three standard errors", (n) => {
    const exact = exactShare(n, "GOE") as number;
    const error = Math.sqrt((exact * (1 - exact)) / DRAWS);
    expect(Math.abs(found(n, "GOE") / DRAWS - exact)).toBeLessThan(3 * error);
  });

  it("agree on ever fewer signs as they grow", () => {
    for (const ensemble of ENSEMBLES) {
      const counts = sizes.map((n) => found(n, ensemble));
      for (const [i, count] of counts.slice(1).entries())
        expect(count).toBeLessThanOrEqual(counts[i] as number);
      expect(counts[4]).toBeLessThanOrEqual(2);
      expect(counts.slice(5)).toEqual([0, 0, 0]);
    }
  });

  it("fall faster than tossed coins", () => {
    for (const n of [2, 3, 4]) expect(found(n, "GOE") / DRAWS).toBeLessThan(2 ** -n);
  });

  it("have half of their eigenvalues above 0 at every size", () => {
    for (const n of sizes) {
      const { spectra } = randomModel(n, "GOE");
      const up = spectra.reduce((sum, values) => sum + values.filter((v) => v > 0).length, 0);
      expect(Math.abs(up / (n * DRAWS) - 0.5)).toBeLessThan(0.03);
    }
  });

  it("depend on the ensemble", () => {
    expect(found(2, "equal")).toBeLessThan(found(2, "GOE") - 30);
  });

  it("are shown nearly whole by the histogram", () => {
    for (const n of [1, 8]) {
      const { spectra } = randomModel(n, "GOE");
      const shown = histogram(spectra).reduce(
        (sum, { from, to, density }) => sum + density * (to - from),
        0,
      );
      expect(shown).toBeGreaterThan(0.999);
    }
    expect(histogram([]).every(({ density }) => density === 0)).toBe(true);
  });

  it("say what they show", () => {
    const state = initialState(randomFields);
    const model = randomModel(state.n, state.ensemble);
    expect(randomSummary(state, model, BATCHES)).toContain(
      "Of 3000 random symmetric 3 × 3 matrices",
    );
    expect(randomSummary(state, model, BATCHES)).toContain("the exact probability is 0.02492");
    expect(randomSummary(state, model, 0)).toContain("No matrix");
    expect(randomTable(model).rows.length).toBeLessThan(25);
  });
});
