import { describe, expect, it } from "vitest";
import { readOptions } from "#src/cli/scorm/options.ts";
import { publishedAt } from "#src/cli/scorm/published.ts";

describe("the command that packs", () => {
  it("takes a chapter or a file, where to write, and what passes", () => {
    expect(readOptions(["momentum"])).toEqual({ what: "momentum", out: ".", pass: 0.6 });
    expect(readOptions(["a.json", "--out", "x", "--pass", "75"])).toEqual({
      what: "a.json",
      out: "x",
      pass: 0.75,
    });
  });

  it.each([
    [[], /^name one chapter, such as momentum, or the file of one assignment; got 0\.$/],
    [["a", "b"], /got 2\.$/],
    [["a", "--pass", "many"], /^--pass must be a number from 0 to 100, got many\.$/],
    [["a", "--pass", "101"], /got 101\.$/],
  ])("says what is wrong with %j", (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });

  it("finds where the book is published, and asks for a whole address", () => {
    expect(publishedAt("https://example.org", "/book/")).toBe("https://example.org/book/");
    expect(publishedAt(undefined, "/")).toBeUndefined();
    expect(() => publishedAt("example.org", "/")).toThrow(
      "DOWNHILL_SITE must be an address such as https://example.org, got example.org.",
    );
  });
});
