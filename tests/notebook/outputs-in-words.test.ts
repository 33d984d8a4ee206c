import { describe, expect, it } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { outputsInWords } from "#src/notebook/outputs-in-words.ts";

const number: Output = { kind: "number", text: "0.333", full: "0.3333333333333333" };
const control: Output = {
  kind: "control",
  index: 0,
  control: { control: "checkbox", label: "noise", value: true },
  value: true,
};

describe("what a cell shows, in words", () => {
  it("is the number or the text itself, on one line and not too long", () => {
    expect(outputsInWords([number])).toBe("0.333");
    expect(outputsInWords([{ kind: "text", text: "{ x: 1,\n  y: 2 }" }])).toBe("{ x: 1, y: 2 }");
    expect(outputsInWords([{ kind: "text", text: "a".repeat(200) }])).toBe(`${"a".repeat(120)} …`);
  });

  it("names what has to be looked at", () => {
    const table: Output = { kind: "table", columns: ["t"], rows: [], total: 30 };
    expect(outputsInWords([table])).toBe("a table of 30 rows");
    expect(outputsInWords([{ ...table, total: 1 }])).toBe("a table of 1 row");
    expect(outputsInWords([{ kind: "svg", source: "<svg/>" }])).toBe("a figure");
    expect(outputsInWords([{ kind: "matrix", shape: [2, 3], rows: [] }])).toBe(
      "a matrix of 2 by 3",
    );
    expect(outputsInWords([{ kind: "frames", frames: [number, number] }])).toBe("2 frames");
  });

  it("is the message of an error, with its line", () => {
    const error = { kind: "error", stage: "run", message: "lr is not defined" } as const;
    expect(outputsInWords([error])).toBe("lr is not defined");
    expect(outputsInWords([{ ...error, line: 3 }])).toBe("lr is not defined (line 3)");
  });

  it("counts what is too much, and leaves out controls", () => {
    expect(outputsInWords([])).toBe("");
    expect(outputsInWords([control])).toBe("");
    expect(outputsInWords([control, number, number, number, number, number])).toBe(
      "0.333, 0.333, 0.333, 2 more",
    );
  });
});
