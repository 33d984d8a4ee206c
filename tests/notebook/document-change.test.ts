import { describe, expect, it } from "vitest";
import type { NotebookPart } from "#src/notebook/document.ts";
import { changed, type NotebookChange } from "#src/notebook/document-change.ts";
import { type KeptNotebook, newlyKept, readKept } from "#src/notebook/document-kept.ts";

const code = (id: string, text = id): NotebookPart => ({ kind: "code", id, text });
const three = newlyKept({ title: "Three", parts: [code("a"), code("b"), code("c")] }, 1);

function done(kept: KeptNotebook, ...changes: readonly NotebookChange[]): KeptNotebook {
  return changes.reduce((now, change, i) => changed(now, change, 10 + i), kept);
}

const order = ({ parts }: KeptNotebook) => parts.map(({ id }) => id).join("");

describe("a change of a notebook", () => {
  it("adds a piece at the top, after another, and at the end when that other is gone", () => {
    expect(order(done(three, { kind: "add", part: code("x"), after: null }))).toBe("xabc");
    expect(order(done(three, { kind: "add", part: code("x"), after: "b" }))).toBe("abxc");
    expect(order(done(three, { kind: "add", part: code("x"), after: "gone" }))).toBe("abcx");
  });

  it("adds the same piece once", () => {
    const add: NotebookChange = { kind: "add", part: code("x"), after: "a" };
    expect(order(done(three, add, add))).toBe("axbc");
  });

  it("moves a piece up and down, and not over the ends", () => {
    expect(order(done(three, { kind: "move", id: "b", by: -1 }))).toBe("bac");
    expect(order(done(three, { kind: "move", id: "b", by: 1 }))).toBe("acb");
    expect(order(done(three, { kind: "move", id: "a", by: -1 }))).toBe("abc");
    expect(order(done(three, { kind: "move", id: "c", by: 1 }))).toBe("abc");
    expect(order(done(three, { kind: "move", id: "gone", by: 1 }))).toBe("abc");
  });

  it("puts a deleted piece into the bin and back to where it was", () => {
    const without = done(three, { kind: "bin", id: "b" });
    expect(order(without)).toBe("ac");
    expect(without.bin).toEqual([{ part: code("b"), after: "a", at: 10 }]);
    const back = done(without, { kind: "unbin", id: "b" });
    expect(order(back)).toBe("abc");
    expect(back.bin).toEqual([]);
  });

  it("brings the first piece back to the top, and a piece whose neighbour is gone to the end", () => {
    expect(order(done(three, { kind: "bin", id: "a" }, { kind: "unbin", id: "a" }))).toBe("abc");
    const both = done(three, { kind: "bin", id: "b" }, { kind: "bin", id: "a" });
    expect(order(done(both, { kind: "unbin", id: "b" }))).toBe("cb");
  });

  it("keeps a text that is written to a piece in the bin", () => {
    const written = done(three, { kind: "bin", id: "b" }, { kind: "write", id: "b", text: "new" });
    expect(written.bin[0]?.part.text).toBe("new");
    expect(done(written, { kind: "unbin", id: "b" }).parts[1]?.text).toBe("new");
  });

  it("folds, unfolds, renames, deletes and brings back, and notes the time", () => {
    const folded = done(three, { kind: "fold", id: "a", folded: true });
    expect(folded.parts[0]).toEqual({ ...code("a"), folded: true });
    expect(folded.changed).toBe(10);
    expect(done(folded, { kind: "fold", id: "a", folded: false }).parts[0]).toEqual(code("a"));
    expect(done(three, { kind: "entitle", title: "T" }).title).toBe("T");
    const deleted = done(three, { kind: "delete", deleted: true });
    expect(deleted.deleted).toBe(10);
    expect(done(deleted, { kind: "delete", deleted: false }).deleted).toBeUndefined();
  });
});

describe("a kept notebook", () => {
  it("is read back as it was written", () => {
    const kept = done(three, { kind: "bin", id: "b" }, { kind: "delete", deleted: true });
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it("outlives a damaged bin, and is none without its times", () => {
    expect(readKept({ ...three, bin: [7, { part: code("x") }] })?.bin).toEqual([]);
    expect(readKept({ ...three, bin: "x" })?.bin).toEqual([]);
    expect(readKept({ title: "T", parts: [] })).toBeUndefined();
    expect(readKept(null)).toBeUndefined();
  });
});
