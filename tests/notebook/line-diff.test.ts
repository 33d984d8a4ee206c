import { describe, expect, it } from "vitest";
import { lineDiff } from "#src/notebook/line-diff.ts";

describe("the lines of two texts", () => {
  it("are common, only ours or only theirs", () => {
    expect(lineDiff("a\nb\nd", "a\nc\nd")).toEqual([
      { text: "a", in: "both" },
      { text: "b", in: "ours" },
      { text: "c", in: "theirs" },
      { text: "d", in: "both" },
    ]);
  });

  it("give back either text", () => {
    const [ours, theirs] = ["x\ny\nz\ny", "y\nz\n\ny\nw"];
    const diff = lineDiff(ours, theirs);
    const side = (one: "ours" | "theirs") =>
      diff.flatMap((line) => (line.in === "both" || line.in === one ? [line.text] : [])).join("\n");
    expect(side("ours")).toBe(ours);
    expect(side("theirs")).toBe(theirs);
  });

  it("of equal texts are all common", () => {
    expect(lineDiff("a\nb", "a\nb").every((line) => line.in === "both")).toBe(true);
  });
});
