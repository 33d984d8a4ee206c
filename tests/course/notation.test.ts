import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseContents } from "#src/course/parse-contents.ts";
import { parseNotation } from "#src/course/parse-notation.ts";
import { symbolNames } from "#src/course/symbol-names.ts";

const content = resolve(import.meta.dirname, "../../content");
const notation = parseNotation(readFileSync(`${content}/notation.yml`, "utf8"));
const chapters = parseContents(readFileSync(`${content}/contents.yml`, "utf8"))
  .flatMap((part) => part.chapters)
  .map(({ id }) => id);

describe("notation.yml", () => {
  it("limits symbols to chapters of the book only", () => {
    for (const { id, data } of notation.symbols)
      for (const chapter of data.chapters ?? [])
        expect([id, chapters]).toEqual([id, expect.arrayContaining([chapter])]);
  });

  it.each(chapters)("gives every symbol one meaning in %s", (chapter) => {
    expect(symbolNames(notation.symbols, chapter).get("θ")).toBe("parameters");
  });

  it("says what is malformed", () => {
    expect(() => parseNotation("symbols: { a: { tex: x } }\ntraps: []")).toThrow(
      /^notation\.yml: [\s\S]*meaning/,
    );
  });
});
