import { expect, test } from "vitest";
import { formulaRows } from "#src/course/formula-rows.ts";

test("two blanks part columns, and one does not", () => {
  expect(formulaRows(["a = b,    c = d"])).toEqual([[{ text: "a = b," }, { text: "c = d" }]]);
});

test("relations of all lines stand one below the other", () => {
  expect(formulaRows(["x⁺ = y − α g", "y  ← x⁺ + β"])).toEqual([
    [{ text: "x⁺", flushRight: true }, { text: "= y − α g" }],
    [{ text: "y", flushRight: true }, { text: "← x⁺ + β" }],
  ]);
});

test("a column without a relation in every cell, or after a long left side, is not cut", () => {
  const rows = [
    ["A", "v = g"],
    ["B", "none"],
  ];
  expect(formulaRows(rows.map((row) => row.join("  ")))).toEqual(
    rows.map((row) => row.map((text) => ({ text }))),
  );
  const long = ["v = g", "the same with w = g"];
  expect(formulaRows(long)).toEqual(long.map((text) => [{ text }]));
});
