import { describe, expect, it } from "vitest";
import { LONGEST_COMMENT, marksText, readMarks } from "#src/classroom/marks-file.ts";
import { studentKey } from "#src/classroom/student.ts";

describe("the file of what is decided by hand", () => {
  it("comes back from its file", () => {
    const marks = { s1: { a: { points: 1.5, comment: "a" } } };
    expect(readMarks(marksText("d", marks), "d")).toEqual({ marks });
  });

  it("gives what is sound of it, and says how much is not", () => {
    const marks = {
      s1: { a: { points: 1 }, b: { points: -1, comment: "a" }, c: { points: "2" } },
      s2: { "": { comment: "x".repeat(LONGEST_COMMENT + 1) } },
      s3: 3,
      s4: { a: { points: 2 } },
    };
    expect(readMarks(marksText("d", marks as never), "d")).toEqual({
      marks: {
        s1: { a: { points: 1 }, b: { comment: "a" } },
        s2: { "": { comment: "x".repeat(LONGEST_COMMENT) } },
        s4: { a: { points: 2 } },
      },
      left: "4 entries of it could not be taken, or not whole.",
    });
  });

  it("holds a student whose key grows when it is written plainly", () => {
    const key = studentKey({ name: "\uFDFA".repeat(60), number: "" });
    const marks = { [key]: { a: { points: 1 } }, s1: { a: { points: 2 } } };
    expect(readMarks(marksText("d", marks), "d")).toEqual({ marks });
    // As an earlier edition wrote it.
    const whole = "\uFDFA".repeat(60).normalize("NFKC");
    const old = { [whole]: { a: { points: 1 } }, s1: { a: { points: 2 } } };
    expect(readMarks(marksText("d", old), "d")).toEqual({ marks });
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
