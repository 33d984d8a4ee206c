import { describe, expect, it } from "vitest";
import { partsOfStep, ravineModel } from "#components/widgets/ravine/model.ts";
import { planeForeground, planeFrame } from "#components/widgets/ravine/plane.ts";
import { presetOf, presets, ravineFields, withKappa } from "#components/widgets/ravine/state.ts";
import { ravineSummary, ravineTable } from "#components/widgets/ravine/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(ravineFields);

describe("the ravine", () => {
  it("starts with gradient descent at 87 steps and the best momentum at 24", () => {
    const model = ravineModel(initial);
    expect(model.gradientDescent.reached).toBe(87);
    expect(model.momentum.reached).toBe(24);
  });

  // Chapter C06, W06.1: κ, gradient descent, best pair, η = 1/L with β = 0.9.
  it.each([
    [25, 87, 24, 103],
    [50, 173, 35, 106],
    [100, 346, 51, 94],
  ])("with κ = %d needs %d, %d and %d steps", (kappa, gd, best, familiar) => {
    const [tuned, usual] = presets(kappa);
    const counts = [tuned, usual].map(
      (pair) => ravineModel({ ...initial, ...pair, kappa }).momentum.reached,
    );
    expect(ravineModel({ ...initial, kappa }).gradientDescent.reached).toBe(gd);
    expect(counts).toEqual([best, familiar]);
  });

  it("names its lines above the picture where they would cover a path, and inside elsewhere", () => {
    const model = ravineModel(initial);
    const places = (width: number) => {
      const frame = planeFrame(width);
      return planeForeground(model, 7, undefined, frame)
        .filter(({ mark }) => mark === "text")
        .map(({ options }) => ({ room: frame.marginTop, dy: Number(options["dy"]) }));
    };
    expect(places(340)).toHaveLength(2);
    for (const { room, dy } of places(340)) expect([dy < 0, -dy < room]).toEqual([true, true]);
    for (const { dy } of places(660)) expect(dy).toBeGreaterThan(0);
  });

  it("says at which step a run diverged", () => {
    const beyond = { ...initial, ...presets(25)[3] };
    const model = ravineModel(beyond);
    expect(model.momentum.reached).toBeUndefined();
    expect(model.momentum.diverged).toBeGreaterThan(0);
    expect(ravineSummary(beyond, model, 0)).toContain(
      `diverged at step ${model.momentum.diverged}`,
    );
  });

  it("gives up, and says so, when the run is too slow", () => {
    const slow = { ...initial, eta: 0.002, beta: 0 };
    expect(ravineSummary(slow, ravineModel(slow), 0)).toContain(
      "still not a thousand times closer after 500 steps",
    );
  });

  it("is at its target at once when it starts there", () => {
    expect(ravineModel({ ...initial, x: 0, y: 0 }).momentum.reached).toBe(0);
  });

  it("has a first step that is the gradient alone", () => {
    const parts = partsOfStep(ravineModel(initial), initial, 1);
    expect(parts?.carried.x).toBeCloseTo(0, 12);
    expect(parts?.carried.y).toBeCloseTo(0, 12);
  });

  it("keeps the preset when the ravine changes, and a pair of the reader's own otherwise", () => {
    expect(presetOf(withKappa(initial, 100))).toBe(0);
    const own = { ...initial, eta: 0.05, beta: 0.7 };
    expect(withKappa(own, 100)).toMatchObject({ eta: 0.05, beta: 0.7 });
  });

  it("tells its numbers in a table that a person can read", () => {
    const { rows } = ravineTable(ravineModel(initial));
    expect(rows.length).toBeLessThan(25);
    expect(rows[0]).toEqual(["0", "(−4.0000, 1.0000)", "1.0000", "(−4.0000, 1.0000)", "1.0000"]);
    expect(rows.at(-1)?.[0]).toBe("87");
  });
});
