import { describe, expect, it } from "vitest";
import { compact } from "#components/cell/edits.ts";

describe("what is kept of a cell", () => {
  it("is nothing when the text is the author's", () => {
    expect(compact({ source: "a", before: "a", unfinished: false }, "a")).toBeUndefined();
  });

  it("is the reader's text, the one put away by Reset, and a run that has not ended", () => {
    expect(compact({ source: "b", before: "c", unfinished: true }, "a")).toEqual({
      source: "b",
      before: "c",
      unfinished: true,
    });
    expect(compact({ source: "a", before: "c" }, "a")).toEqual({ before: "c" });
  });
});
