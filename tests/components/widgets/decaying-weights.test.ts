import { describe, expect, it } from "vitest";
import { weightsModel } from "#components/widgets/decaying-weights/model.ts";
import { LONGEST, lengthFor, weightsFields } from "#components/widgets/decaying-weights/state.ts";
import { weightsSummary, weightsTable } from "#components/widgets/decaying-weights/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(weightsFields);
const model = (beta: number, t: number) => weightsModel(beta, t, lengthFor(beta));

describe("the decaying weights", () => {
  it("start with one window of ten numbers, which have 65 % of the weight", () => {
    expect(weightsSummary(initial, model(initial.beta, initial.t))).toBe(
      "With β = 0.9 the newest number has the weight 0.1. After 10 numbers the weights add up to 0.6513. A window of 10 steps has 65.1 % of all weight; a weight falls to a half in 6.58 steps, the half-life. In the long run the mean age is 9 steps and the effective sample size 19.",
    );
  });

  it("reach 90 % after 22 numbers and 99 % after 44 at β = 0.9", () => {
    expect(model(0.9, 21).mass).toBeLessThan(0.9);
    expect(model(0.9, 22).mass).toBeGreaterThan(0.9);
    expect(model(0.9, 43).mass).toBeLessThan(0.99);
    expect(model(0.9, 44).mass).toBeGreaterThan(0.99);
  });

  it.each([
    [0.5, 0.75],
    [0.9, 0.651],
    [0.98, 0.636],
    [0.99, 0.634],
  ])("have about two thirds in one window: β = %d", (beta, share) => {
    expect(model(beta, 10).inWindow).toBeCloseTo(share, 3);
  });

  it("need more than two windows for nine tenths", () => {
    for (const beta of [0.8, 0.9, 0.95, 0.99])
      expect(model(beta, Math.floor(2 / (1 - beta))).mass).toBeLessThan(0.9);
  });

  it.each([0, 0.3, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99])(
    "fit into the picture: at β = %d less than half a per cent lies beyond",
    (beta) => {
      const { weights } = model(beta, 0);
      expect(weights.length).toBeLessThanOrEqual(LONGEST);
      expect(1 - weights.reduce((a, b) => a + b)).toBeLessThan(0.005);
    },
  );

  it("are a list of ratio β, with its running sum in the table", () => {
    const { weights } = model(0.9, 10);
    expect(weights.slice(1).every((w, k) => Math.abs(w / weights[k]! - 0.9) < 1e-12)).toBe(true);
    expect(weightsTable(0.9, model(0.9, 10)).rows[1]).toEqual(["1", "0.09", "0.1900"]);
  });

  it("are one bar at β = 0, where nothing is kept", () => {
    const { weights, halfLife, decayTime } = model(0, 1);
    expect(weights[0]).toBe(1);
    expect(weights.slice(1).every((weight) => weight === 0)).toBe(true);
    expect([halfLife, decayTime]).toEqual([0, 0]);
    expect(weightsSummary({ beta: 0, t: 1 }, model(0, 1))).toContain(
      "A window of 1 step has 100.0 % of all weight",
    );
  });
});
