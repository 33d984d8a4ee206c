import { describe, expect, it } from "vitest";
import { merged, noMarks, pointsIn, withOverride } from "#components/classroom/table/marks.ts";

describe("what is decided by hand", () => {
  it("is kept by student and exercise, and is gone when it says nothing", () => {
    const one = withOverride(noMarks, "s1", "ten-steps", { points: 2, comment: "Well seen." });
    expect(one).toEqual({ s1: { "ten-steps": { points: 2, comment: "Well seen." } } });
    const two = withOverride(one, "s1", "", { comment: "All in all" });
    expect(withOverride(two, "s1", "ten-steps", { comment: "  " })).toEqual({
      s1: { "": { comment: "All in all" } },
    });
    expect(withOverride(one, "s1", "ten-steps", {})).toEqual({});
  });

  it("keeps no points of 0 for no points", () => {
    expect(withOverride(noMarks, "s1", "a", { points: 0 })).toEqual({ s1: { a: { points: 0 } } });
  });

  it("puts two files together, the second before the first where both speak", () => {
    const first = { s1: { a: { points: 1 }, b: { points: 2 } } };
    const second = { s1: { a: { points: 3 } }, s2: { "": { comment: "x" } } };
    expect(merged(first, second)).toEqual({
      s1: { a: { points: 3 }, b: { points: 2 } },
      s2: { "": { comment: "x" } },
    });
  });
});

describe("points that a teacher types", () => {
  it.each([
    ["2", 2],
    [" 1,5 ", 1.5],
    [".5", 0.5],
    ["0", 0],
    ["", undefined],
  ])("reads %j as %j", (text, points) => {
    expect(pointsIn(text, 3)).toEqual({ points });
  });

  it.each(["4", "-1", "two", "1e9", "NaN"])("says what is wrong with %s", (text) => {
    expect(pointsIn(text, 3)).toEqual({
      problem: `Points must be a number from 0 to 3, got “${text}”. Empty the field to go back to what was computed.`,
    });
  });
});
