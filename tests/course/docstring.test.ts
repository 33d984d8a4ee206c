import { describe, expect, test } from "vitest";
import { readDocstring, summaryOf } from "#src/course/docstring.ts";

describe("a docstring", () => {
  test("is paragraphs, indented blocks, lists and tags", () => {
    const text = [
      "Walks",
      "downhill.",
      "",
      "    x ← x − α g",
      "    k ← k + 1",
      "It ends:",
      "- at the minimum,",
      "  mostly",
      "- or never.",
      "",
      "@param options.rate α in [0, ∞),",
      "  or a schedule.",
      "@param x0 the start",
      "@returns the end.",
      "@throws RangeError for",
      "    a bad rate.",
      "Sources: Cauchy 1847;",
      "torch.optim.SGD.",
    ].join("\n");
    expect(readDocstring(text)).toEqual({
      blocks: [
        { kind: "text", text: "Walks downhill." },
        { kind: "formula", lines: ["x ← x − α g", "k ← k + 1"] },
        { kind: "text", text: "It ends:" },
        { kind: "list", items: ["at the minimum, mostly", "or never."] },
      ],
      parameters: [
        { name: "options.rate", text: "α in [0, ∞), or a schedule." },
        { name: "x0", text: "the start" },
      ],
      returns: ["the end."],
      throws: ["RangeError for a bad rate."],
      sources: "Cauchy 1847; torch.optim.SGD.",
    });
  });

  test("that is empty holds nothing", () => {
    expect(readDocstring("")).toEqual({ blocks: [], parameters: [], returns: [], throws: [] });
  });

  test.each([
    ["    const trace = run(momentum());", "code"],
    ["    run(levenbergMarquardt(), problem, x0)", "code"],
    ["    descend(steepestDescent, 0.1) // x ← x − α g", "code"],
    ['    "pytorch"    v ← β v + g', "formula"],
    ["    x = y + f(x)", "formula"],
    ["    value = min (max/min)^u", "formula"],
  ])("takes %j for %s", (line, kind) => {
    expect(readDocstring(line).blocks[0]).toMatchObject({ kind });
  });
});

describe("a block of quoted words", () => {
  test("with their meaning in words is a list of choices, over as many lines as it takes", () => {
    const text =
      '    "exact"    the true minimum of the model;\n               for small n\n    "pure"     α = 1, whether or not f falls';
    expect(readDocstring(text).blocks).toEqual([
      {
        kind: "choices",
        items: [
          { word: "exact", text: "the true minimum of the model; for small n" },
          { word: "pure", text: "α = 1, whether or not f falls" },
        ],
      },
    ]);
  });

  test("with formulas stays a formula", () => {
    const text = '    "a"  v ← β v + g    x ← x − v\n    "b"  v ← β v';
    expect(readDocstring(text).blocks[0]).toMatchObject({ kind: "formula" });
  });
});

describe("a summary", () => {
  test.each([
    ["Walks downhill. It is old.", "Walks downhill"],
    ["One step, in place:\n\n    x ← x − α g", "One step, in place"],
    ["The seed, e.g. 1 or 2, of it.", "The seed, e.g. 1 or 2, of it"],
    ["A valley. f(x) = x².", "A valley"],
    ["Two averages. x is beside them.", "Two averages"],
    ["A list of rows: `H[i]` is row i.", "A list of rows: `H[i]` is row i"],
    ["", ""],
  ])("of %j is %j", (docstring, summary) => {
    expect(summaryOf(docstring)).toBe(summary);
  });
});
