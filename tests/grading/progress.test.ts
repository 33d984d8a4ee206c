import { describe, expect, it } from "vitest";
import { attempted, turned, untouched } from "#src/grading/progress.ts";

describe("work on an exercise in other numbers", () => {
  it("puts the answer away and brings it back with its numbers", () => {
    const book = { ...untouched, answer: ["1.5"], attempts: 2 };
    const other = turned(book, ["1.5"], "1.k3.1");
    expect(other).toEqual({
      ...untouched,
      attempts: 2,
      variant: "1.k3.1",
      drafts: { "": ["1.5"] },
    });
    const back = turned(other, ["7"]);
    expect(back).toEqual({
      ...untouched,
      attempts: 2,
      answer: ["1.5"],
      drafts: { "1.k3.1": ["7"] },
    });
    expect(turned(back, ["1.5"], "1.k3.1")).toMatchObject({ answer: ["7"], variant: "1.k3.1" });
  });

  it("keeps no empty answer", () => {
    expect(turned(untouched, ["", ""], "1.k3.1").drafts).toEqual({});
  });

  it("stays solved, and tells which numbers an attempt was in", () => {
    const solved = attempted(untouched, ["1"], { kind: "pass" });
    const other = attempted(turned(solved, ["1"], "1.k3.1"), ["2"], {
      kind: "fail",
      message: "no",
      credit: 0,
    });
    expect(other.passed).toBe(true);
    expect(other.log?.map(({ variant }) => variant)).toEqual([undefined, "1.k3.1"]);
  });
});
