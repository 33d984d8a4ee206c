import { describe, expect, it } from "vitest";
import { subscriptsIn } from "#src/course/search/subscripts.ts";

const set = (text: string) =>
  subscriptsIn(text)
    .map((part) => (part.low ? `<${part.text}>` : part.text))
    .join("");

describe("what stands below the line", () => {
  it.each([
    ["v_∞", "v<∞>"],
    ["η_A, η_B, η_C", "η<A>, η<B>, η<C>"],
    ["t_(1/2)", "t<1/2>"],
    ["D_(û)f", "D<û>f"],
    ["σ_B²", "σ<B>²"],
    ["plain", "plain"],
  ])("of %j is %j", (text, words) => {
    expect(set(text)).toBe(words);
  });

  it("is nothing of a name in code", () => {
    for (const name of ["max_exp_avg_sq", "strong_wolfe", "x_max", "10_000", "lr_s"])
      expect(set(name)).toBe(name);
  });
});
