import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentPatterns, isTranslated, translatedFile } from "#src/language/content-files.ts";

const before = process.cwd();
const book = mkdtempSync(join(tmpdir(), "book-"));

describe("the content of an edition", () => {
  beforeAll(() => {
    for (const path of [
      "chapters/05-ewa.mdx",
      "chapters/06-momentum.mdx",
      "de/chapters/05-ewa.mdx",
    ]) {
      mkdirSync(join(book, "content", path, ".."), { recursive: true });
      writeFileSync(join(book, "content", path), "");
    }
    process.chdir(book);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(book, { recursive: true });
  });

  it("has a translated file in the place of the English one", () => {
    expect(translatedFile("content/chapters/05-ewa.mdx", "de")).toBe(
      "content/de/chapters/05-ewa.mdx",
    );
    expect(translatedFile(`${book}/content/chapters/05-ewa.mdx?raw`, "de")).toBe(
      `${book}/content/de/chapters/05-ewa.mdx?raw`,
    );
  });

  it("has the English one where there is no other", () => {
    expect(translatedFile("content/chapters/06-momentum.mdx", "de")).toBeUndefined();
    expect(translatedFile("content/chapters/05-ewa.mdx", "en")).toBeUndefined();
    expect(translatedFile("src/chapters/05-ewa.mdx", "de")).toBeUndefined();
  });

  it("has each chapter once", () => {
    expect(contentPatterns("chapters/*.mdx", "de")).toEqual([
      "chapters/*.mdx",
      "de/chapters/*.mdx",
      "!chapters/05-ewa.mdx",
    ]);
    expect(contentPatterns("chapters/*.mdx", "en")).toEqual(["chapters/*.mdx"]);
  });

  it("knows what is still English", () => {
    expect(isTranslated("content/de/chapters/05-ewa.mdx", "de")).toBe(true);
    expect(isTranslated("content/chapters/06-momentum.mdx", "de")).toBe(false);
    expect(isTranslated("content/chapters/06-momentum.mdx", "en")).toBe(true);
  });
});
