import { describe, expect, it } from "vitest";
import { floorModel } from "#components/widgets/noise-floor/model.ts";
import { floorFields, STEPS } from "#components/widgets/noise-floor/state.ts";
import { floorSummary, floorTable } from "#components/widgets/noise-floor/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(floorFields);

/** Mean of x² over many runs, and what the theory says. */
function measured(state: Partial<typeof initial>) {
  let sum = 0;
  const seeds = 20;
  for (let seed = 1; seed <= seeds; seed++)
    sum += floorModel({ ...initial, ...state, seed }).variances[STEPS] as number;
  return { mean: sum / seeds, theory: floorModel({ ...initial, ...state }).theory as number };
}

describe("the noise floor", () => {
  it.each([
    // η, variance by the formula
    [0.1, 0.0526],
    [0.5, 0.333],
    [1, 1],
    [1.9, 19],
  ])("is at η = %f where the formula says: %f", (eta, variance) => {
    const { mean, theory } = measured({ eta });
    expect(theory / variance).toBeCloseTo(1, 2);
    // 80,000 steps; near both ends of the range they depend on each other for some twenty steps.
    expect(Math.abs(mean / theory - 1)).toBeLessThan(0.06);
  });

  it("is a quarter with four times the batch, and nearly that with a quarter of the rate", () => {
    const theory = (eta: number, b: number) => floorModel({ ...initial, eta, b }).theory as number;
    expect(theory(0.1, 4) / theory(0.1, 1)).toBeCloseTo(0.25, 12);
    expect(theory(0.025, 1) / theory(0.1, 4)).toBeCloseTo(0.96, 2);
  });

  it("drives a run out of the minimum in which it starts, at every rate above 0", () => {
    const { positions, variances } = floorModel({ ...initial, eta: 0.01 });
    expect(positions[0]).toBe(0);
    expect(variances[STEPS]).toBeGreaterThan(1e-3);
  });

  it("changes sides at every step or nearly when ηλ is far above 1", () => {
    const { positions } = floorModel({ ...initial, eta: 1.9 });
    const changes = positions.filter((x, t) => t > 1 && x * (positions[t - 1] as number) < 0);
    expect(changes.length).toBeGreaterThan(0.8 * STEPS);
  });

  it("is none at ηλ = 2 and above, and the run says where it diverged", () => {
    const state = { ...initial, eta: 2.2 };
    const model = floorModel(state);
    expect(model.theory).toBeUndefined();
    expect(model.diverged).toBeLessThan(200);
    expect(floorSummary(state, model, 5)).toMatch(/diverged at step \d+: ηλ = 2.2 is above 2/);
    expect(floorModel({ ...initial, eta: 2 }).theory).toBeUndefined();
    expect(floorSummary(initial, floorModel({ ...initial, eta: 2 }), 5)).toContain("no floor");
  });

  it("says so in words", () => {
    expect(floorSummary(initial, floorModel(initial), STEPS)).toBe(
      "On ½λx² with λ = 1, η = 0.1 and batches of 1, after 4000 steps x is at 0.0366, and the mean of x² so far is 0.0468. The theory says 0.0526 in the long run.",
    );
    expect(floorTable(floorModel(initial)).rows.at(-1)).toEqual(["4000", "0.0366", "0.0468"]);
  });
});
