import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractCells } from "#src/course/cells.ts";
import { pack, unpack } from "#src/sharing/packed.ts";
import { shareAddress } from "#src/sharing/share-address.ts";
import {
  fromData,
  nameOf,
  type SharedPage,
  sharedEdit,
  textOf,
  toData,
} from "#src/sharing/shared-page.ts";

const foreign =
  "This link carries something else than changes to a page of this book, so nothing was opened.";

const page: SharedPage = {
  page: "momentum",
  by: "Ana",
  cells: [
    { id: "step", edit: { kind: "whole", text: "const a = 1;" }, settings: [] },
    { id: "race", settings: [null, { label: "rate", value: 0.4 }] },
    {
      id: "both",
      edit: sharedEdit("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk", "a\nb\nc\nd\nE\nf\ng\nh\ni\nj\nk"),
      settings: [{ label: "start", value: [1, -2] }],
    },
  ],
  numbers: { "first-step": "1.k3f9.2" },
};

test("a page comes out of its data as it went in", async () => {
  expect(page.cells[2]?.edit?.kind).toBe("changes");
  const unpacked = await unpack(await pack(toData(page)));
  if ("problem" in unpacked) throw new Error(unpacked.problem);
  expect(fromData(unpacked.data)).toEqual(page);
});

test("what is not said takes no room", () => {
  expect(toData({ page: "adam", cells: [], numbers: {} })).toEqual({ v: 1, p: "adam" });
  expect(fromData({ v: 1, p: "adam" })).toEqual({ page: "adam", cells: [], numbers: {} });
});

test("a text is told by its changes, and whole where that is shorter", () => {
  const long = Array.from({ length: 30 }, (_, i) => `const line${i} = ${i};`).join("\n");
  expect(sharedEdit(long, long.replace("= 7", "= 8")).kind).toBe("changes");
  expect(sharedEdit(long, "1")).toEqual({ kind: "whole", text: "1" });
});

test("a link made before the author changed another line still applies", () => {
  const before =
    "const rate = 0.1;\nconst steps = 50;\nconst start = [1, 2];\nrun(rate, steps, start);\n// a\n// b\n// c";
  const edit = sharedEdit(before, before.replace("0.1", "0.2"));
  const after = `// New.\n${before.replace("// b", "// B")}`;
  expect(textOf(edit, after)).toBe(after.replace("0.1", "0.2"));
  expect(textOf(edit, after.replace("0.1", "0.3"))).toBe(undefined);
});

test("data of a later format are refused with its number", () => {
  expect(fromData({ v: 2, p: "momentum" })).toEqual({
    problem:
      "This link was made by another edition of the book (format 2, here 1), so it was not opened. Load the page anew; if this comes again, ask for the work as a file.",
  });
});

describe("data of any other shape", () => {
  test.each([
    null,
    [],
    "text",
    { v: "1" },
    { v: 1 },
    { v: 1, p: "javascript:alert(1)" },
    { v: 1, p: "//evil.example" },
    { v: 1, p: "../x" },
    { v: 1, p: "adam", c: {} },
    { v: 1, p: "adam", c: [0] },
    { v: 1, p: "adam", c: [[1, "x"]] },
    { v: 1, p: "adam", c: [["a", 5]] },
    { v: 1, p: "adam", c: [["a", [1]]] },
    { v: 1, p: "adam", c: [["a", [-1, " x"]]] },
    { v: 1, p: "adam", c: [["a", [0.5, " x"]]] },
    { v: 1, p: "adam", c: [["a", [1, "x"]]] },
    { v: 1, p: "adam", c: [["a", 0, [["rate"]]]] },
    { v: 1, p: "adam", c: [["a", 0, [["rate", {}]]]] },
    { v: 1, p: "adam", c: [["a", 0, [["rate", ["x", "y"]]]]] },
    {
      v: 1,
      p: "adam",
      c: [
        ["a", "1"],
        ["a", "2"],
      ],
    },
    { v: 1, p: "adam", c: Array.from({ length: 201 }, (_, i) => [`a${i}`, "1"]) },
    { v: 1, p: "adam", n: { first: 3 } },
  ])("%j is refused in words", (data) => {
    expect(fromData(data)).toEqual({ problem: foreign });
  });
});

test("a name is one line of at most forty characters, without what cannot be seen", () => {
  expect(nameOf("  Ana\n María ")).toBe("Ana María");
  expect(nameOf("Ana\u202Egnitset\u0000")).toBe("Anagnitset");
  expect(nameOf(" \u200B\u2066 ")).toBe(undefined);
  expect([...(nameOf("é".repeat(90)) ?? "")]).toHaveLength(40);
  expect(fromData({ v: 1, p: "adam", b: "x".repeat(50) })).toHaveProperty("by", "x".repeat(40));
  expect(fromData({ v: 1, p: "adam", b: 7 })).not.toHaveProperty("by");
});

/** Ten lines as a reader may write them. */
const FUNCTION = `function backtrack(f: (x: number) => number, slope: number, x: number): number {
  let alpha = 1;
  const enough = 1e-4;
  for (let tries = 0; tries < 30; tries++) {
    const next = f(x - alpha * slope);
    if (next <= f(x) - enough * alpha * slope * slope) return alpha;
    alpha /= 2;
  }
  return alpha;
}`;

/** Edits of the kinds that readers make. */
const edits: Readonly<Record<string, (source: string) => string>> = {
  "a changed number": (source) => source.replace(/\d+(\.\d+)?/, "0.625"),
  "three changed lines": (source) => {
    const lines = source.split("\n");
    const places = [0.2, 0.5, 0.8].map((part) => Math.floor(part * lines.length));
    return lines
      .map((line, i) => (places.includes(i) ? `${line} // tried ${i} before` : line))
      .join("\n");
  },
  "a new function of ten lines": (source) => `${FUNCTION}\n\n${source}`,
};

const chapters = readdirSync("content/chapters").filter((name) => name.endsWith(".mdx"));

describe.each(chapters)("a link to an edited cell of %s", (file) => {
  const chapter = file.replace(/^\d+-|\.mdx$/g, "");
  const cells = extractCells(readFileSync(`content/chapters/${file}`, "utf8"));

  test("is shorter than 500 characters, and says the same text again", async () => {
    for (const { id, source } of cells)
      for (const [name, change] of Object.entries(edits)) {
        const text = change(source);
        const edit = sharedEdit(source, text);
        const shared = {
          page: chapter,
          by: "Ana",
          cells: [{ id, edit, settings: [] }],
          numbers: {},
        };
        const packed = await pack(toData(shared));
        const address = shareAddress(`https://downhill.example/book/${chapter}/`, {
          place: `cell-${id}`,
          packed,
        });
        expect(address.length, `${id}: ${name}`).toBeLessThan(500);
        const unpacked = await unpack(packed);
        expect(fromData("data" in unpacked ? unpacked.data : undefined)).toEqual(shared);
        expect(textOf(edit, source)).toBe(text);
      }
  });
});
