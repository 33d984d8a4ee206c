import { expect, it } from "vitest";
import { contrast, drawNumber } from "#src/grading/property.ts";

it("a contrast is nothing when both agree, and else says what was expected and what came", () => {
  expect(contrast("f(1)", "the result", [1, 2], [1, 2 + 1e-12])).toBeUndefined();
  expect(contrast("f(1)", "the result", { x: [1], v: 2 }, { x: [3], v: 2 })).toEqual({
    words: "f(1): the result should be { x: [1], v: 2 }, got { x: [3], v: 2 }",
    numbers: { expected: [1, 2], got: [3, 2] },
  });
});

it("a contrast has as many digits as it takes to tell the two apart", () => {
  const words = (expected: unknown, got: unknown) => contrast("f()", "it", expected, got)?.words;
  expect(words([0.1, 0.2], [0.1, 0.200001])).toBe(
    "f(): it should be [0.1, 0.2], got [0.1, 0.200001]",
  );
  expect(words(1 / 3, 1 / 3 + 1e-8)).toBe("f(): it should be 0.33333333, got 0.33333334");
  expect(words(1 / 3, 2 / 3)).toBe("f(): it should be 0.3333, got 0.6667");
  expect(words({ x: [1] }, { x: [1.00001] })).toBe(
    "f(): it should be { x: [1] }, got { x: [1.00001] }",
  );
});

it("a contrast calls a typed array one, and says that an array is asked for", () => {
  expect(contrast("f()", "it", [0.1, 0.2], Float64Array.of(0.1, 0.2))?.words).toBe(
    "f(): it should be [0.1, 0.2], got a Float64Array [0.1, 0.2]; return an array",
  );
  expect(contrast("f()", "it", { x: [1] }, { x: Float32Array.of(2) })?.words).toBe(
    "f(): it should be { x: [1] }, got { x: a Float32Array [2] }; return an array",
  );
  expect(contrast("f()", "it", [1], new Map())?.words).not.toContain("return an array");
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
