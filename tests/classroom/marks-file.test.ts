import { describe, expect, it } from "vitest";
import { marksText, readMarks } from "#src/classroom/marks-file.ts";

describe("the file of what is decided by hand", () => {
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
