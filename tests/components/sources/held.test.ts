import { describe, expect, it } from "vitest";
import { anchorOf, heldBy } from "#components/sources/held.ts";
import type { Sources } from "#src/course/parse-sources.ts";

const chapter = (number: number, id: string) => ({
  number,
  id,
  title: id,
  short: id,
  needs: [],
  concepts: [],
});
const [first, second] = [chapter(1, "gradients"), chapter(2, "noise")];
const correction = (id: string, weight: 1 | 2 | 3, of: readonly string[], places: string[]) => ({
  id,
  weight,
  of: [...of],
  in: places,
  says: "This.",
  right: "That.",
});
const sources: Sources = {
  sources: [],
  subjects: [
    { id: "S-A-1", what: "a", in: ["post", "page"] },
    { id: "S-A-2", what: "b", in: ["page"] },
    { id: "S-A-3", what: "c", in: ["post"] },
  ],
  corrections: [
    correction("E-A-1", 1, ["S-A-1"], ["post"]),
    correction("E-A-2", 3, ["S-A-1"], ["page", "post"]),
  ],
  slips: [],
};
const chapters = new Map([
  ["S-A-1", [second]],
  ["E-A-1", [first, second]],
  ["E-A-2", [first]],
]);

describe("what a source holds", () => {
  const held = heldBy("post", sources, chapters);

  it("stands with the first chapter that treats it, in reading order, and last what is to come", () => {
    expect(held.map((group) => group.chapter?.id)).toEqual(["gradients", "noise", undefined]);
    expect(held.map(({ subjects }) => subjects.map(({ id }) => id))).toEqual([
      [],
      ["S-A-1"],
      ["S-A-3"],
    ]);
  });

  it("has the gravest correction first", () => {
    expect(held[0]?.corrections.map(({ id }) => id)).toEqual(["E-A-2", "E-A-1"]);
  });

  it("names with a subject only the corrections of this source", () => {
    const corrected = (source: string) =>
      heldBy(source, sources, chapters)
        .flatMap(({ subjects }) => subjects)
        .find(({ id }) => id === "S-A-1")
        ?.corrected.map(({ id }) => id);
    expect(corrected("post")).toEqual(["E-A-1", "E-A-2"]);
    expect(corrected("page")).toEqual(["E-A-2"]);
  });
});

describe("the anchor of a correction", () => {
  it("is its id where it is told first, and differs where it is told again", () => {
    const [, twice] = sources.corrections;
    expect(anchorOf(twice!, "page")).toBe("E-A-2");
    expect(anchorOf(twice!, "post")).toBe("post-E-A-2");
  });
});
