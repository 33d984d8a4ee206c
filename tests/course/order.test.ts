import { describe, expect, it } from "vitest";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { neighbours } from "#src/course/neighbours.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { shortCitation } from "#src/course/reference-schema.ts";

const order = [
  { number: 1, id: "one", title: "One" },
  { number: 2, id: "two", title: "Two" },
  { number: 3, id: "three", title: "Three" },
  { number: 4, id: "four", title: "Four" },
];

describe("neighbours of a chapter", () => {
  it("are the nearest written ones", () => {
    const around = neighbours(order, "three", new Set(["one", "three", "four"]));
    expect(around.previous?.id).toBe("one");
    expect(around.next?.id).toBe("four");
  });

  it("are absent at the ends", () => {
    expect(neighbours(order, "three", new Set(["three"]))).toEqual({});
    expect(neighbours(order, "one", new Set(["one", "two"]))).toEqual({ next: order[1] });
  });
});

describe("contents.yml", () => {
  it("gives parts with their chapters", () => {
    const parts = parseContents("- part: P\n  chapters:\n    - { number: 1, id: a, title: A }\n");
    expect(parts).toEqual([{ part: "P", chapters: [{ number: 1, id: "a", title: "A" }] }]);
  });

  it("refuses a gap in the numbers", () => {
    expect(() =>
      parseContents("- part: P\n  chapters:\n    - { number: 2, id: a, title: A }\n"),
    ).toThrow('contents.yml: chapters are numbered 1, 2, 3 …; "a" should be 1, got 2.');
  });

  it("refuses an id used twice", () => {
    const twice =
      "- part: P\n  chapters:\n    - { number: 1, id: a, title: A }\n    - { number: 2, id: a, title: B }\n";
    expect(() => parseContents(twice)).toThrow('contents.yml: the id "a" is there twice.');
  });

  it("says what is missing in a malformed entry", () => {
    expect(() => parseContents("- part: P\n  chapters:\n    - { number: 1, id: a }\n")).toThrow(
      /title/,
    );
  });
});

describe("exercises of a chapter", () => {
  it("are found in order of appearance", () => {
    expect(extractExercises('<Exercise id="b" />\ntext\n<Exercise id="a" />')).toEqual(["b", "a"]);
  });

  it("stand there once", () => {
    expect(() => extractExercises('<Exercise id="b" />\n<Exercise id="b" />')).toThrow(
      'exercise "b" stands in the chapter twice. Remove one of the two.',
    );
  });
});

describe("a citation in the text", () => {
  it.each([
    ["Goh, G.", "Goh 2017"],
    ["Flammarion, N., Bach, F.", "Flammarion and Bach 2017"],
    ["Polyak, B. T.", "Polyak 2017"],
    ["Lessard, L., Recht, B., Packard, A.", "Lessard et al. 2017"],
  ])("names %s as %s", (authors, expected) => {
    expect(shortCitation({ authors, year: 2017 })).toBe(expected);
  });
});
