import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { extractCells } from "#src/course/cells.ts";
import { notebookParts } from "#src/course/notebook-parts.ts";
import type { Reference } from "#src/course/reference-schema.ts";
import { prerender } from "#src/notebook/prerender.ts";
import { typeLibrary } from "#src/notebook/types/library.ts";
import { createTypeService } from "#src/notebook/types/service.ts";

const content = resolve(import.meta.dirname, "../../../content");
const folder = resolve(content, "notebooks");
const works = new Map<string, Reference>(
  Object.entries(parse(readFileSync(resolve(content, "references.yml"), "utf8"))),
);
const service = createTypeService(ts, typeLibrary());

describe.each(readdirSync(folder))("the notebook %s", (file) => {
  const text = readFileSync(resolve(folder, file), "utf8");
  const cells = extractCells(text);

  it("has no type error, as the reader's editor checks it", () => {
    service.update(cells.map(({ id, source }) => ({ id, source, group: "cells" })));
    for (const { id } of cells) expect(service.problems(id), id).toEqual([]);
  });

  it("runs from top to bottom", async () => {
    expect([...(await prerender(cells)).keys()]).toEqual(cells.map(({ id }) => id));
  });

  it("can be copied: the same cells, and prose that is plain Markdown", () => {
    const parts = notebookParts(text, works);
    const codes = parts.filter(({ kind }) => kind === "code");
    expect(codes.map(({ id, text }) => ({ id, text }))).toEqual(
      cells.map(({ id, source }) => ({ id, text: source })),
    );
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    for (const { kind, text } of parts)
      if (kind === "prose") expect(text).not.toMatch(/<[A-Z]|^import |\\eqref|\\label/m);
  });
});
