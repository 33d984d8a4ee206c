import { expect, it } from "vitest";
import { contrast, drawNumber } from "#src/grading/property.ts";

it("a contrast is nothing when both agree, and else says what was expected and what came", () => {
  expect(contrast("f(1)", "the result", [1, 2], [1, 2 + 1e-12])).toBeUndefined();
  expect(contrast("f(1)", "the result", { x: [1], v: 2 }, { x: [3], v: 2 })).toEqual({
    words: "f(1): the result should be { x: [1], v: 2 }, got { x: [3], v: 2 }",
    numbers: { expected: [1, 2], got: [3, 2] },
  });
});

it.each([
  ["of another length", [1, 2], [1]],
  ["that is no number", 1, "one"],
  ["that is nothing", 1, undefined],
  ["that is not finite", [1, 2], [1, Number.NaN]],
])("a contrast with something %s has no numbers to draw", (_, expected, got) => {
  expect(contrast("f()", "it", expected, got)).not.toHaveProperty("numbers");
});

it("the choice 0 is the number 0, and every choice lies within the size", () => {
  for (const size of [1, 4, 12]) {
    expect(Object.is(drawNumber({ random: () => 0, size }), 0)).toBe(true);
    for (let part = 0; part < 64; part++)
      expect(Math.abs(drawNumber({ random: () => part / 64, size }))).toBeLessThanOrEqual(size);
  }
});
