import { describe, expect, it } from "vitest";
import { say, sayCount, sayParts } from "#src/language/say.ts";

describe("a text of the interface", () => {
  it("is said as it stands", () => {
    expect(say("Run all")).toBe("Run all");
  });

  it("has values where their names stand, and braces of its own elsewhere", () => {
    expect(say("{at} of {all}, {at}", { at: 1, all: "two" })).toBe("1 of two, 1");
    expect(say("import { {name} }", { name: "adam" })).toBe("import { adam }");
    expect(say("an object {} of { a }")).toBe("an object {} of { a }");
    // @ts-expect-error a name without its value is found when types are checked
    expect(say("an object {} and {unknown}")).toBe("an object {} and {unknown}");
  });

  it("takes the form that its number asks for", () => {
    const files = (count: number, by = "") =>
      sayCount({ one: "{count} file{by}", other: "{count} files{by}" }, count, { by });
    expect([0, 1, 2].map((count) => files(count))).toEqual(["0 files", "1 file", "2 files"]);
    expect(files(1, " of hers")).toBe("1 file of hers");
  });

  it("has its elements between its words, in their order", () => {
    const link = { href: "map/" };
    expect(sayParts("Read the {map} first.", { map: link })).toEqual([
      "Read the ",
      link,
      " first.",
    ]);
    expect(sayParts("{map}", { map: link })).toEqual([link]);
  });
});
