import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";

describe("an error in the body of an arrow function is reported where it is", () => {
  it.each([
    ["in a named one", "const double = (x) => {\n  return 2 * ;\n};", 2, 14],
    ["with types", "const f = (x: number): number => {\n  const y = ;\n  return y;\n};", 2, 13],
    [
      "in one inside another",
      "[1].map((x) => {\n  return [2].map((y) => {\n    return ;;) y;\n  });\n});",
      3,
      14,
    ],
    ["on the line of the arrow", "const f = (x) => { return 2 * ; };", 1, 31],
    ["in an async one", "const f = async (x) => {\n  await ;\n};", 2, 9],
  ])("%s", (_, source, line, column) => {
    expect(compile(source)).toMatchObject({ kind: "syntax", line, column });
  });
});

it("an arrow that is wrong itself is still reported", () => {
  expect(compile("const f = => { return 1; };")).toMatchObject({ kind: "syntax", line: 1 });
});
