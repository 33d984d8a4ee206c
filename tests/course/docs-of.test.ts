import { describe, expect, test } from "vitest";
import { docsOf } from "#src/course/docs-of.ts";

const source = `import { a } from "./a.ts";

/**
 * Adds.
 *
 *     x ← x + y
 */
export function add(
  x: number,
  y = 0,
): number {
  return x + y;
}

/** A bowl. */
export const bowl: Problem = define({ dim: 2 });

/** A slider. */
export const slider = {
  min: 0,
} as const;

/** What add takes. */
export interface Options<T> extends Common<{ x: T }> {
  /** How far. Default 1. */
  readonly far?: number;
  at(k: number): T;
}

export type Name = "a" | "b";

/** Hidden. */
function hidden(): void {}
`;
const docs = docsOf(source, "add.ts");

test("exports come in order, and nothing else does", () => {
  expect(docs.map(({ name, kind }) => [name, kind])).toEqual([
    ["add", "function"],
    ["bowl", "constant"],
    ["slider", "constant"],
    ["Options", "type"],
    ["Name", "type"],
  ]);
});

test("a docstring keeps its lines and indents, without stars", () => {
  expect(docs.map(({ docstring }) => docstring)).toEqual([
    "Adds.\n\n    x ← x + y",
    "A bowl.",
    "A slider.",
    "What add takes.",
    "",
  ]);
});

describe("a signature", () => {
  const signature = (name: string) => docs.find((doc) => doc.name === name)!.signature;

  test("of a function is its head; its code is all of it", () => {
    expect(signature("add")).toBe("function add(\n  x: number,\n  y = 0,\n): number");
    expect(docs[0]!.code).toBe(`${signature("add")} {\n  return x + y;\n}`);
  });

  test("of a constant is its type, or its value where it has no declared type", () => {
    expect(signature("bowl")).toBe("const bowl: Problem");
    expect(signature("slider")).toBe("const slider = {\n  min: 0,\n} as const;");
  });

  test("of an interface is its head; its members have docstrings of their own", () => {
    const options = docs.find(({ name }) => name === "Options")!;
    expect(options.signature).toBe("interface Options<T> extends Common<{ x: T }>");
    expect(options.members).toEqual([
      { signature: "far?: number", docstring: "How far. Default 1." },
      { signature: "at(k: number): T", docstring: "" },
    ]);
  });

  test("of a type is all of it", () => {
    expect(signature("Name")).toBe('type Name = "a" | "b";');
  });

  test("of an overloaded function lists its heads, without that of the body", () => {
    const [doc, ...others] = docsOf(
      "/** Reads. */\nexport function read(x: string): string;\nexport function read(x: number): number;\nexport function read(x: unknown): unknown {\n  return x;\n}\n",
      "read.ts",
    );
    expect(others).toEqual([]);
    expect(doc!.signature).toBe(
      "function read(x: string): string\nfunction read(x: number): number",
    );
    expect(doc!.docstring).toBe("Reads.");
  });
});
