import { describe, expect, it } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { isOutput } from "#src/notebook/output-check.ts";

const outputs: readonly Output[] = [
  { kind: "number", text: "1", full: "1" },
  { kind: "text", text: "a", full: "ab" },
  { kind: "svg", source: "<svg/>" },
  { kind: "svg", source: "<svg/>", numbers: { kind: "table", columns: [], rows: [], total: 0 } },
  { kind: "log", level: "warn", text: "a" },
  { kind: "error", stage: "run", message: "a", line: 1, column: 2, cell: "b" },
  {
    kind: "table",
    columns: ["k"],
    rows: [[{ text: "1", full: "1.5", numeric: true }]],
    total: 1,
    note: "end",
  },
];

describe("isOutput", () => {
  it.each(outputs)("accepts an output of kind $kind", (output) => {
    expect(isOutput(output)).toBe(true);
  });

  // What the code of a cell could post to smuggle markup past the escaping.
  it.each(
    outputs.flatMap((output) =>
      Object.keys(output).map((field) => ({ kind: output.kind, field, output })),
    ),
  )("refuses $kind with a forged $field", ({ field, output }) => {
    expect(isOutput({ ...output, [field]: { toString: () => "<img onerror=alert(1)>" } })).toBe(
      false,
    );
  });

  it("refuses forged parts of a table, unknown levels and things that are no output", () => {
    const table = outputs.find(({ kind }) => kind === "table");
    expect(isOutput({ ...table, rows: [[{ text: "1", full: 3, numeric: true }]] })).toBe(false);
    const drawing = { kind: "svg", source: "<svg/>", columns: [], rows: [], total: 0 };
    expect(isOutput({ ...drawing, numbers: drawing })).toBe(false);
    expect(isOutput({ kind: "log", level: '"><img>', text: "" })).toBe(false);
    for (const data of [null, 1, "svg", [], { kind: "html" }]) expect(isOutput(data)).toBe(false);
  });
});
