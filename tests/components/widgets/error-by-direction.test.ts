import { describe, expect, it } from "vitest";
import { bestRun, errorRun, sharesAt } from "#components/widgets/error-by-direction/model.ts";
import {
  errorFields,
  presetOf,
  presets,
  STEPS,
} from "#components/widgets/error-by-direction/state.ts";
import { errorSummary, errorTable } from "#components/widgets/error-by-direction/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const initial = initialState(errorFields);
const best = bestRun();

describe("the error by direction", () => {
  // Chapter C03, W03.2: curvatures 0.01, 0.1, 1 from (1, 1, 1).
  it("at η = 1 has lost the stiff part after ten steps, and has 0.0102 left", () => {
    const run = errorRun(initial.eta);
    expect(run.losses[10]).toBeCloseTo(0.0102, 4);
    expect(run.terms.map((values) => values[10])).toEqual([
      expect.closeTo(0.0041, 4),
      expect.closeTo(0.0061, 4),
      0,
    ]);
    expect(run.losses[100]).toBeCloseTo(6.7e-4, 5);
  });

  it("has the best rate far behind 1.5 at step 100, and ahead of it from step 473 on", () => {
    const other = errorRun(1.5);
    expect(best.losses[100]).toBeCloseTo(9.2e-3, 4);
    expect(other.losses[100]).toBeCloseTo(2.4e-4, 5);
    const ahead = best.losses.map((loss, t) => loss < (other.losses[t] as number));
    expect(ahead.lastIndexOf(false)).toBe(472);
    expect(best.losses[500]).toBeCloseTo(1.0e-9, 10);
    expect(other.losses[500]).toBeCloseTo(1.4e-9, 10);
  });

  it("divides the loss among the directions at every step", () => {
    const run = errorRun(1.5);
    for (const t of [0, 1, 10, 100, STEPS]) {
      const sum = sharesAt(run, t).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it("has most of its loss in the stiff direction at first", () => {
    expect(sharesAt(best, 0)[2]).toBeGreaterThan(0.9);
  });

  it("says at which step a run past the limit diverged", () => {
    const run = errorRun(2.02);
    expect(run.diverged).toBeGreaterThan(0);
    expect(errorSummary(run, best, 10)).toContain(`diverged at step ${run.diverged}`);
    expect(errorSummary(errorRun(1), best, 10)).not.toContain("diverged");
  });

  it("knows a preset again that went through the address", () => {
    const state = { ...initial, eta: presets[2].eta };
    expect(presetOf(parseState(formatState(state, errorFields), errorFields))).toBe(2);
    expect(presetOf({ eta: 0.7 })).toBe(-1);
  });

  it("tells its numbers in a table", () => {
    const { rows } = errorTable(errorRun(1), best);
    expect(rows.find(([t]) => t === "10")?.[1]).toBe("0.01017");
  });
});
