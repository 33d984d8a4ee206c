import { describe, expect, it } from "vitest";
import { fill, written } from "#src/grading/fill.ts";

describe("fill", () => {
  it("computes what begins with = and writes digits into texts, however deep", () => {
    const template = {
      answer: "= start*(1 - 2*rate)^2",
      rows: [["= -rate"], [1]],
      text: "from $[[start]]$ with $\\eta=[[rate]]$, [[1/3]] of it",
    };
    expect(fill(template, { start: 10, rate: 0.2 })).toEqual({
      answer: 10 * 0.6 ** 2,
      rows: [[-0.2], [1]],
      text: "from $10$ with $\\eta=0.2$, 0.33333 of it",
    });
  });

  it("leaves what has no place for a number as it is", () => {
    const plain = { text: "a $[0, 1]$ b", flag: true, none: null, count: 3 };
    expect(fill(plain, { rate: 1 })).toEqual(plain);
  });

  it("names an expression that cannot be read or has no value", () => {
    expect(() => fill("= 2*(rate", { rate: 1 })).toThrow(/“ 2\*\(rate” cannot be read/);
    expect(() => fill("[[speed]]", { rate: 1 })).toThrow(
      /“speed” is not one of the names here: rate/,
    );
    expect(() => fill("= 1/rate", { rate: 0 })).toThrow(/is Infinity for \{"rate":0\}/);
  });
});

describe("written", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1 - 0.9, "0.1"],
    [-3.2, "-3.2"],
    [1200, "1200"],
    [2 / 3, "0.66667"],
  ])("writes %d as %s", (value, text) => expect(written(value)).toBe(text));
});
