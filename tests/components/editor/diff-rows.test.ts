import { describe, expect, it } from "vitest";
import { changeOf, diffRows } from "#components/editor/diff-rows.ts";
import { lineDiff } from "#src/notebook/line-diff.ts";

const lines = (letters: string) => [...letters].join("\n");
const rows = (ours: string, theirs: string) =>
  diffRows(lineDiff(lines(ours), lines(theirs)))
    .map((row) => (typeof row === "number" ? `(${row})` : row.text))
    .join("");

describe("the rows of a comparison", () => {
  it("are the lines that differ and two on either side", () => {
    expect(rows("abcdefghij", "abcdeXghij")).toBe("(3)defXgh(2)");
    expect(rows("abcdefghij", "Xbcdefghij")).toBe("aXbc(7)");
    expect(rows("abcdefghijkl", "Xbcdefghijkl")).toBe("aXbc(9)");
  });

  it("are all lines where the gap between two changes is one line", () => {
    expect(rows("abcdefg", "XbcdefY")).toBe("aXbcdefgY");
    expect(rows("abcdefgh", "XbcdefgY")).toBe("aXbc(2)fghY");
    expect(rows("abcdefg", "abcXefg")).toBe("abcdXefg");
  });
});

describe("a change in short", () => {
  const short = (ours: string, theirs: string) => {
    const { added, removed, first } = changeOf(lineDiff(ours, theirs));
    return [added, removed, first?.in, first?.text];
  };

  it("counts the lines and names the first that comes", () => {
    expect(short("a\nb\nc", "a\nB\nBB\nc")).toEqual([2, 1, "theirs", "B"]);
    expect(short("a\n\nb", "a\n\n}\nB")).toEqual([2, 1, "theirs", "B"]);
  });

  it("names the first line that goes when none comes", () => {
    expect(short("a\nb\nc", "a\nc")).toEqual([0, 1, "ours", "b"]);
  });

  it("of equal texts is none", () => {
    expect(short("a", "a")).toEqual([0, 0, undefined, undefined]);
  });
});
