import { describe, expect, it } from "vitest";
import {
  assignmentInFile,
  assignmentInLink,
  isPlace,
} from "#components/classroom/open-assignment.ts";
import { pack } from "#src/sharing/packed.ts";
import { assignmentOf, questionsFor } from "../../classroom/assignment-of.ts";

const assignment = assignmentOf(questionsFor(["heavy-ball"]));
const file = (text: string) => assignmentInFile(new Blob([text]));
const problemOf = (opened: Awaited<ReturnType<typeof assignmentInLink>>) =>
  "problems" in opened ? opened.problems.join(" ") : "none";

describe("an assignment in a link", () => {
  it("comes out as it was put in, from the whole link, its fragment, or with spaces around it", async () => {
    const packed = await pack(assignment);
    for (const link of [
      `https://example.org/book/assignment/#a=${packed}`,
      `#a=${packed}`,
      `  a=${packed}\n`,
    ])
      expect(await assignmentInLink(link)).toEqual({ assignment });
  });

  it("is missed in words in another link", async () => {
    expect(problemOf(await assignmentInLink("https://example.org/momentum/"))).toBe(
      "This is no link to an assignment: it has no “#a=” in it. Copy the whole link that you were given.",
    );
  });

  it("is refused in words when it is cut off, changed, too large or of the future", async () => {
    const packed = await pack(assignment);
    const words = async (link: string) => problemOf(await assignmentInLink(`#a=${link}`));
    expect(await words(packed.slice(0, packed.length / 2))).toContain("This link is damaged");
    expect(await words("%%%")).toContain("This link is damaged");
    expect(await words("A".repeat(1_000_000))).toContain("at most 100,000 are read");
    expect(await words(await pack({ bomb: "0".repeat(2_000_000) }))).toContain("was not opened");
    expect(await words(await pack({ ...assignment, version: 2 }))).toContain(
      "This assignment is of version 2; this edition of the book reads version 1.",
    );
    expect(await words(await pack({ ...assignment, exercises: [] }))).toContain(
      "Choose at least one exercise.",
    );
  });
});

describe("the fragment of an address", () => {
  it.each(["#main", "#exercise-heavy-ball", "#area"])("%s is a place on the page", (hash) => {
    expect(isPlace(hash)).toBe(true);
  });

  it.each(["", "#a=x", "#preview&a=x", "#preview"])("%s is none", (hash) => {
    expect(isPlace(hash)).toBe(false);
  });
});

describe("an assignment in a file", () => {
  it("comes out as it was saved, with a mark of its encoding too", async () => {
    expect(await file(JSON.stringify(assignment))).toEqual({ assignment });
    expect(await file(`\uFEFF${JSON.stringify(assignment)}`)).toEqual({ assignment });
  });

  it("is refused in words when it is cut off, none, or too large", async () => {
    expect(problemOf(await file('{"format"'))).toContain(
      "This file cannot be read: it is no JSON, or not all of it is there.",
    );
    expect(problemOf(await file("{}"))).toContain("This is no assignment");
    expect(problemOf(await file(" ".repeat(5_000_000)))).toContain(
      "The file has 5 MB, and an assignment has at most 4.",
    );
  });
});
