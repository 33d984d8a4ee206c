import { describe, expect, it } from "vitest";
import { gradeMatch } from "#src/grading/match.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { acceptance } from "#src/grading/number.ts";
import { gradePoints } from "#src/grading/points.ts";

describe("a matrix", () => {
  const question = {
    answer: [
      [1, 2],
      [3, 4],
    ],
    mistakes: [
      {
        answer: [
          [1, 2],
          [4, 3],
        ],
      },
    ],
  };
  const grade = (...texts: string[]) => gradeMatrix(question, texts);

  it("is right entry by entry, in any form of a number", () => {
    expect(grade("1", "2.0", "6/2", "4e0")).toEqual({ kind: "pass" });
  });

  it("gives credit for each right entry and marks the others", () => {
    expect(grade("1", "0", "3", "0")).toEqual({
      kind: "fail",
      message: "2 of 4 entries are right.",
      credit: 0.5,
      parts: [
        { index: 0, right: true },
        { index: 1, right: false },
        { index: 2, right: true },
        { index: 3, right: false },
      ],
    });
  });

  it("names a listed mistake, and what the whole says", () => {
    expect(grade("1", "2", "4", "3")).toMatchObject({ mistake: 0 });
    expect(grade("1", "3", "2", "4")).toMatchObject({
      message: "2 of 4 entries are right. It is the transpose of what is asked for.",
    });
    expect(grade("-1", "-2", "-3", "-4")).toMatchObject({
      message: "0 of 4 entries are right. All of them have the other sign.",
    });
    expect(grade("2", "4", "6", "8")).toMatchObject({
      message:
        "0 of 4 entries are right. It points the right way, but is 2 times what is asked for.",
    });
    expect(grade("0", "0", "0", "0")).toMatchObject({ message: "0 of 4 entries are right." });
  });

  it.each([
    [["1", "", "3", "4"], "Row 1, column 2: type a number first."],
    [
      ["1", "2", "x", "4"],
      "Row 2, column 1: “x” is not a number. Type a number such as 0.25, 2.5e-3 or 1/4.",
    ],
    [["1", "2"], "Row 2, column 1: type a number first."],
  ])("with %j is not judged, and the entry is named", (texts, message) => {
    expect(grade(...texts)).toMatchObject({ kind: "error", message });
  });
});

describe("matching", () => {
  const rows = [{ right: 0 }, { right: 2 }, { right: 2 }];

  it("passes with every row right, gives credit for each, and says which option was wrong", () => {
    expect(gradeMatch({ rows }, [0, 2, 2])).toEqual({ kind: "pass" });
    expect(gradeMatch({ rows }, [0, 1, 2])).toEqual({
      kind: "fail",
      message: "2 of 3 rows are right.",
      credit: 2 / 3,
      parts: [
        { index: 0, right: true },
        { index: 1, right: false, mistake: 1 },
        { index: 2, right: true },
      ],
    });
  });

  it("is not judged while a row is open", () => {
    expect(gradeMatch({ rows }, [0, -1, 2])).toEqual({
      kind: "error",
      stage: "blank",
      message: "Row 2: choose something first.",
    });
    expect(gradeMatch({ rows }, [0])).toMatchObject({ message: "Row 2: choose something first." });
  });
});

describe("points", () => {
  const question = {
    answer: [
      { x: 1, y: 2 },
      { x: -1, y: 0 },
    ],
    within: 0.1,
    mistakes: [{ point: 1, x: 1, y: 0 }],
  };
  const grade = (...texts: string[]) => gradePoints(question, texts);

  it("count within a distance, each for itself", () => {
    expect(grade("1.05", "2.05", "-1", "0")).toEqual({ kind: "pass" });
    expect(grade("1", "2", "-1", "0.2")).toEqual({
      kind: "fail",
      message: "1 of 2 points are right.",
      credit: 0.5,
      parts: [
        { index: 0, right: true },
        {
          index: 1,
          right: false,
          note: "Close: set it more exactly, or type the coordinates.",
        },
      ],
    });
  });

  it("know a listed mistake by its place and its point", () => {
    expect(grade("1", "2", "1.05", "0")).toMatchObject({ parts: [{}, { index: 1, mistake: 0 }] });
    expect(grade("1", "0", "-1", "0")).toMatchObject({ parts: [{ index: 0, right: false }, {}] });
    expect(grade("1", "0", "-1", "0")).not.toHaveProperty("parts.0.mistake");
  });

  it.each([
    [["1", "2", "", "0"], "Point 2: press on the plot, or type both coordinates first."],
    [
      ["1", "two", "1", "0"],
      "Point 1: “two” is not a number. Type a number such as 0.25, 2.5e-3 or 1/4.",
    ],
  ])("with %j are not judged", (texts, message) => {
    expect(grade(...texts)).toMatchObject({ kind: "error", message });
  });

  it("alone is asked for in a sentence", () => {
    const one = { ...question, answer: [{ x: 1, y: 2 }], mistakes: [] };
    expect(gradePoints(one, ["1", ""])).toMatchObject({
      kind: "error",
      message: "Press on the plot, or type both coordinates first.",
    });
  });
});

describe("significant digits", () => {
  it.each([
    [123.456, 3, 0.5],
    [0.0123456, 3, 0.00005],
    [-9.99, 2, 0.05],
    [1000, 1, 500],
  ])("of %f to %i accept half a unit of the last, %f", (answer, digits, half) => {
    expect(acceptance({ answer, tolerance: { digits }, mistakes: [] })).toBeCloseTo(half, 4);
  });
});
