import { describe, expect, it } from "vitest";
import { phaseModel } from "#components/widgets/phase-diagram/model.ts";
import {
  PLACES,
  phaseFields,
  placeOf,
  settingAt,
} from "#components/widgets/phase-diagram/state.ts";
import { behaviour, pace, phaseSummary } from "#components/widgets/phase-diagram/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the phase diagram", () => {
  it("starts where the run rings at the rate √0.8", () => {
    const state = initialState(phaseFields);
    const model = phaseModel(state);
    expect(behaviour(model)).toBe("ringing");
    expect(phaseSummary(state, model)).toContain("the larger modulus is 0.8944");
  });

  it.each([
    ["creeping", "creeping"],
    ["critical", "critical"],
    ["ringing", "ringing"],
    ["hopping", "hopping"],
    ["almost too far", "ringing"],
    ["divergent", "divergent"],
  ])("calls the place “%s” %s", (label, kind) => {
    const place = PLACES.find((one) => one.label === label);
    expect(place).toBeDefined();
    if (place === undefined) return;
    expect(behaviour(phaseModel(place))).toBe(kind);
    expect(placeOf(place)).toBe(PLACES.indexOf(place));
  });

  it("runs the package: after many steps the error falls by |σ| per step where the roots are real", () => {
    const { orbit, rate } = phaseModel({ p: 0.01, beta: 0.5 });
    const [before, after] = [orbit[70]?.x as number, orbit[71]?.x as number];
    expect(after / before).toBeCloseTo(rate, 8);
  });

  it("says at which step the run has left the picture", () => {
    const state = { p: 3.81, beta: 0.9, t: 0 };
    const model = phaseModel(state);
    expect(model.diverged).toBeGreaterThan(0);
    expect(phaseSummary(state, model)).toContain(`It diverged at step ${model.diverged}.`);
  });

  it("keeps a dragged point where the method is defined", () => {
    expect(settingAt({ x: 0, y: 1 })).toEqual({ p: 0.0004, beta: 0.995 });
    expect(settingAt({ x: 0.123456, y: 0.6543 })).toEqual({ p: 0.123, beta: 0.654 });
  });

  it("says how fast in steps per factor of ten", () => {
    expect(pace(0.9)).toBe("shrinks tenfold every 21.9 steps");
    expect(pace(1)).toBe("neither shrinks nor grows");
    expect(pace(1.0647)).toBe("grows tenfold every 36.7 steps");
  });
});
