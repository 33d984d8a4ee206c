import { describe, expect, it } from "vitest";
import {
  marksText,
  merged,
  noMarks,
  pointsIn,
  readMarks,
  withOverride,
} from "#components/classroom/table/marks-file.ts";

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

  it("comes back from its file", () => {
    const marks = { s1: { a: { points: 1.5, comment: "a" } } };
    expect(readMarks(marksText("d", marks), "d")).toEqual({ marks });
  });

  it.each([
    ["{", "This file cannot be read: it is no JSON, or not all of it is there."],
    ["[]", "This file holds no comments and points."],
    [
      '{"format":"downhill-marks","version":2}',
      "This file is of version 2; this edition of the book reads version 1.",
    ],
    [
      '{"format":"downhill-marks","version":1,"assignment":"other","marks":{}}',
      "These comments and points belong to another assignment, or to another form of it.",
    ],
    [
      '{"format":"downhill-marks","version":1,"assignment":"d","marks":{"s1":{"a":{"points":-1}}}}',
      "This file was changed and is not whole, so nothing was taken from it.",
    ],
    [
      '{"format":"downhill-marks","version":1,"assignment":"d","marks":{"s1":{"a":{"points":"1"}}}}',
      "This file was changed and is not whole, so nothing was taken from it.",
    ],
  ])("says what is wrong with the file %s", (text, words) => {
    const read = readMarks(text, "d");
    expect("problem" in read && read.problem).toContain(words);
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
