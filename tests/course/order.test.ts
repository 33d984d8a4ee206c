import { describe, expect, it } from "vitest";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { neighbours } from "#src/course/neighbours.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { shortCitation } from "#src/course/reference-schema.ts";

const order = ["one", "two", "three", "four"].map((id, index) => ({
  number: index + 1,
  id,
  title: id,
  short: id,
  needs: [],
  concepts: [],
}));

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
    const parts = parseContents(
      "- part: P\n  chapters:\n    - { number: 1, id: a, title: Aaa, short: A, concepts: [c] }\n",
    );
    expect(parts).toEqual([
      {
        part: "P",
        chapters: [{ number: 1, id: "a", title: "Aaa", short: "A", needs: [], concepts: ["c"] }],
      },
    ]);
  });

  it("refuses a gap in the numbers", () => {
    expect(() =>
      parseContents("- part: P\n  chapters:\n    - { number: 2, id: a, title: A, short: A }\n"),
    ).toThrow('contents.yml: chapters are numbered 1, 2, 3 …; "a" should be 1, got 2.');
  });

  it("refuses an id used twice", () => {
    const twice =
      "- part: P\n  chapters:\n    - { number: 1, id: a, title: A, short: A }\n    - { number: 2, id: a, title: B, short: B }\n";
    expect(() => parseContents(twice)).toThrow('contents.yml: the id "a" is there twice.');
  });

  it("refuses a chapter that needs a later one, or none that is there", () => {
    const contents = (needs: string) =>
      `- part: P\n  chapters:\n    - { number: 1, id: a, title: A, short: A, needs: [${needs}] }\n    - { number: 2, id: b, title: B, short: B }\n`;
    for (const needs of ["b", "a", "x"])
      expect(() => parseContents(contents(needs))).toThrow(
        `contents.yml: "a" needs "${needs}", which is no earlier chapter. Correct the id or the order.`,
      );
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
