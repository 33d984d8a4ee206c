import { describe, expect, it } from "vitest";
import { tableCells } from "#components/prose/table-cells.ts";

const table =
  "<div class='table'><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1 <b>x</b></td><td>2</td></tr></tbody></table></div>";

describe("the table in a component", () => {
  it("is read cell by cell, with its markup", () => {
    expect(tableCells(table, "Parallel", 2)).toEqual({
      head: ["a", "b"],
      rows: [["1 <b>x</b>", "2"]],
    });
  });

  it("has to be there, once", () => {
    expect(() => tableCells("<p>none</p>", "Compare", 3)).toThrow(
      "Compare: one Markdown table has to stand in it, got 0.",
    );
    expect(() => tableCells(table + table, "Compare", 2)).toThrow(
      "Compare: one Markdown table has to stand in it, got 2.",
    );
  });

  it("has to have the width that the component shows", () => {
    expect(() => tableCells(table, "Compare", 3)).toThrow(
      "Compare: its table has 3 columns, got 2.",
    );
  });
});
