import { describe, expect, it } from "vitest";
import { labelSymbols } from "#components/explain/label-symbols.ts";

const names = new Map(
  Object.entries({
    η: "rate",
    λ: "curvature",
    β: "retention",
    β_1: "first",
    θ: "parameters",
    ϵ: "guard",
    v: "velocity",
    f: "objective",
    a: "weight",
    "x^⋆": "goal",
    "u^": "direction",
    c_1: "constant",
    "∇": "gradient",
  }),
);
const phrases = new Map([
  ["learning rate", "rate"],
  ["from gradient", "estimate"],
]);
const of = (text: string) => labelSymbols(text, names, phrases);

describe("a label", () => {
  it("names Greek letters anywhere, each once", () => {
    expect(of("ηλ = 2(1 + β), and η")).toEqual(["rate", "curvature", "retention"]);
    expect(of("−∇f")).toEqual(["gradient", "objective"]);
  });

  it("names letters with their index, or the letter alone where the index has no name", () => {
    expect(of("β₁ kept")).toEqual(["first"]);
    expect(of("β₂")).toEqual(["retention"]);
    expect(of("θ₁ (flat)")).toEqual(["parameters"]);
    expect(of("c₁")).toEqual(["constant"]);
    expect(of("c₂")).toEqual([]);
  });

  it("names letters with a hat or a star, and in the form that labels have", () => {
    expect(of("angle of û")).toEqual(["direction"]);
    expect(of("|x − x★|")).toEqual([]);
    expect(of("distance from x★")).toEqual(["goal"]);
    expect(of("ε = 10⁻⁶")).toEqual(["guard"]);
  });

  it("names Latin letters at its end and, where no word follows, at its start", () => {
    expect(of("velocity v")).toEqual(["velocity"]);
    expect(of("f(x)")).toEqual(["objective"]);
    expect(of("a weight")).toEqual([]);
    expect(of("once a day")).toEqual([]);
    expect(of("a = 8")).toEqual(["weight"]);
    expect(of("vote")).toEqual([]);
    expect(of("a, b and c")).toEqual([]);
    expect(of("10v")).toEqual([]);
    expect(of("Vera’v")).toEqual([]);
  });

  it("names symbols by whole words", () => {
    expect(of("learning rate")).toEqual(["rate"]);
    expect(of("learning rates")).toEqual([]);
    expect(of("from gradient")).toEqual(["estimate"]);
    expect(of("gradient descent")).toEqual([]);
  });
});
