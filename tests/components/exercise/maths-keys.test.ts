import { describe, expect, it } from "vitest";
import { mathsKeys } from "#components/exercise/maths-keys.ts";

describe("the keys of the maths field", () => {
  const shown = (names: readonly string[]) =>
    mathsKeys(names).map((row) => row.map(({ latex, label }) => latex ?? label ?? " "));

  it("are the names of the answer, what its parser knows, digits and operators", () => {
    expect(shown(["b", "eta"])).toEqual([
      ["b", "\\eta", "\\sqrt{x}", "7", "8", "9", "\\frac{a}{b}", "⌫"],
      ["x^n", "\\exp", "\\ln", "4", "5", "6", "\\cdot", "↶"],
      ["|x|", "(", ")", "1", "2", "3", "−", "←"],
      [" ", " ", " ", "0", ".", " ", "+", "→"],
    ]);
  });

  it("stand in columns, whatever the number of names", () => {
    for (const names of [["L"], ["a", "b", "c", "d", "x1", "x2", "lr"]])
      expect(new Set(shown(names).map((row) => row.length)).size).toBe(1);
  });
});
