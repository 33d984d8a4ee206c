import { describe, expect, it } from "vitest";
import { effectiveRateFigure as figure } from "#components/widgets/effective-rate/figure.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import {
  chosenOf,
  type StepLengthsState,
  stepLengthsFields,
  suggested,
  suggestionAt,
} from "#components/widgets/step-lengths/state.ts";
import { initialState } from "#components/widgets/url-state.ts";

type State = StepLengthsState<"eta" | "seed">;
const initial = initialState(stepLengthsFields(figure));
const values = (part: Partial<State>) => {
  const state = { ...initial, ...part };
  const { source, view } = chosenOf(figure, state);
  return linesOf(methodRuns(figure, source, state), source, view).map((line) => line.values);
};

describe("what becomes of η", () => {
  it("starts with a constant gradient, where step t is η/√t", () => {
    const [steps] = values({});
    for (const t of [1, 4, 100, 1000]) expect(steps?.[t]).toBeCloseTo(0.01 / Math.sqrt(t), 9);
    expect(suggestionAt(figure, initial)).toBe(0);
  });

  it("has the same effective rates for gradients that alternate", () => {
    const [turning] = values({ source: "alternating", view: "rate" });
    const [steady] = values({ view: "rate" });
    for (const t of [1, 2, 50, 1000]) expect(turning?.[t]).toBeCloseTo(steady?.[t] as number, 12);
  });

  it("is stuck after the fall from 10 to 0.1", () => {
    const [steps] = values({ source: "fall" });
    const at = (t: number) => steps?.[t]?.toPrecision(3);
    expect([200, 201, 400, 1000].map(at)).toEqual([
      "0.000707",
      "0.00000707",
      "0.00000707",
      "0.00000707",
    ]);
  });

  it("leaves in the bowl what the text says", () => {
    const left = (eta: number) => values({ source: "bowl", view: "distance", eta })[0]?.[100];
    const printed = [0.01, 0.1, 0.4, 1, 2].map((eta) => left(eta)?.toPrecision(3));
    expect(printed).toEqual(["3.82", "2.32", "0.110", "2.29e-7", "1.73e-24"]);
  });

  it("offers settings that it has", () => {
    for (const preset of figure.presets ?? []) {
      const state = { ...initial, ...suggested(preset) };
      const { source, view } = chosenOf(figure, state);
      expect([source.name, view.name]).toEqual([state.source, state.view]);
    }
  });
});
