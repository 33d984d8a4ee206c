import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { extractCells } from "#src/course/cells.ts";
import { typeLibrary } from "#src/notebook/types/library.ts";
import { createTypeService } from "#src/notebook/types/service.ts";

const folder = resolve(import.meta.dirname, "../../../content/chapters");
const service = createTypeService(ts, typeLibrary());

describe.each(readdirSync(folder))("the cells of %s", (file) => {
  const cells = extractCells(readFileSync(resolve(folder, file), "utf8"));

  it("are there", () => {
    expect(cells.length).toBeGreaterThan(0);
  });

  it("have no type error, as the reader's editor checks them", () => {
    service.update(cells.map(({ id, source }) => ({ id, source, group: "cells" })));
    for (const { id } of cells) expect(service.problems(id), id).toEqual([]);
  }, 60_000);
});
