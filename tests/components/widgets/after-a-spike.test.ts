import { describe, expect, it } from "vitest";
import { afterASpike } from "#components/widgets/after-a-spike/figure.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import { chosenOf, stepLengthsFields } from "#components/widgets/step-lengths/state.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(stepLengthsFields(afterASpike));
/** Values by method of a view, at index t. */
function lines(view: string, part: { spike?: number; beta2?: number } = {}) {
  const state = { ...initial, ...part, view };
  const chosen = chosenOf(afterASpike, state);
  const runs = methodRuns(afterASpike, chosen.source, state);
  const all = linesOf(runs, chosen.source, chosen.view);
  return Object.fromEntries(all.map(({ name, values }) => [name, values as readonly number[]]));
}

const steps = lines("steps");
const factors = lines("factor");
const grows = (values: readonly number[], from: number) =>
  values.some((value, t) => t > from && value > values[t - 1]! * (1 + 1e-9));

describe("after a spike", () => {
  it("has the lengths of the text", () => {
    const at = (name: string) => [49, 50, 100, 500, 2000].map((t) => steps[name]![t]!.toFixed(3));
    expect(at("Adam")).toEqual(["1.000", "0.763", "0.105", "0.241", "0.615"]);
    expect(at("paper")).toEqual(["4.546", "3.437", "0.332", "0.315", "0.315"]);
    expect(at("PyTorch")).toEqual(["1.000", "0.763", "0.102", "0.198", "0.293"]);
    expect(at("Optax")).toEqual(["1.000", "0.763", "0.073", "0.070", "0.070"]);
    expect(steps["Adam"]![6000]).toBeCloseTo(0.987, 3);
  });

  it("lets the factor grow again in Adam and in PyTorch's version only", () => {
    const who = Object.keys(factors).filter((name) => grows(factors[name]!, 1));
    expect(who).toEqual(["Adam", "PyTorch"]);
  });

  it("does so for other spikes and a shorter memory too", () => {
    for (const part of [{ spike: 10 }, { spike: 1000 }, { beta2: 0.99 }]) {
      const other = lines("factor", part);
      expect(grows(other["paper"]!, 1)).toBe(false);
      expect(grows(other["Optax"]!, 1)).toBe(false);
      expect(grows(other["PyTorch"]!, 50)).toBe(true);
    }
  });

  it("takes PyTorch's steps from near Optax's to the paper's", () => {
    const [paper, torch, optax] = ["paper", "PyTorch", "Optax"].map((name) => factors[name]!);
    expect(Math.abs(torch![55]! / optax![55]! - 1)).toBeLessThan(0.1);
    expect(Math.abs(torch![6000]! / paper![6000]! - 1)).toBeLessThan(0.01);
  });
});
