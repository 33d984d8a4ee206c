import { describe, expect, it } from "vitest";
import { chosenFiles, droppedFiles } from "#components/classroom/table/dropped-files.ts";

const leaf = (name: string) => ({
  isFile: true,
  name,
  file: (found: (file: File) => void) => found(new File(["x"], name)),
});

/** A folder whose reader gives its entries two at a time, as browsers give a hundred. */
const folder = (name: string, entries: readonly object[]) => ({
  isFile: false,
  name,
  createReader() {
    const left = [...entries];
    return { readEntries: (found: (some: readonly object[]) => void) => found(left.splice(0, 2)) };
  },
});

const drop = (entries: readonly object[]) =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files: [],
  }) as unknown as DataTransfer;

describe("what is dropped", () => {
  it("is found in folders within folders, in one order, without what begins with a point", async () => {
    const found = await droppedFiles(
      drop([
        folder("class", [
          leaf("c.json"),
          leaf("a.json"),
          leaf(".DS_Store"),
          folder("late", [leaf("b.json")]),
          folder(".git", [leaf("config")]),
        ]),
        leaf("alone.json"),
      ]),
    );
    expect(found.map(({ path }) => path)).toEqual([
      "alone.json",
      "class/a.json",
      "class/c.json",
      "class/late/b.json",
    ]);
  });

  it("is taken as plain files where the browser knows no folders", async () => {
    const plain = { items: [], files: [new File(["x"], "a.json")] } as unknown as DataTransfer;
    expect((await droppedFiles(plain)).map(({ path }) => path)).toEqual(["a.json"]);
    expect(chosenFiles([new File(["x"], "b.json")]).map(({ path }) => path)).toEqual(["b.json"]);
  });
});
