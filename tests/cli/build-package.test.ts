import ts from "typescript";
import { describe, expect, test } from "vitest";
import { markPure } from "#src/cli/build-package.ts";

describe("a constant of the built package", () => {
  test("is marked as free of effects when it calls, spreads or reads a property", () => {
    expect(built("export const card = { ...shared };")).toBe(
      "export const card = /* @__PURE__ */ (() => ({ ...shared }))();",
    );
    expect(built("export const bowl = define(1);")).toBe(
      "export const bowl = /* @__PURE__ */ (() => define(1))();",
    );
    expect(built("export const root = [Math.PI];")).toBe(
      "export const root = /* @__PURE__ */ (() => [Math.PI])();",
    );
  });

  test.each([
    ["of names, literals and functions", "export const list = [1, b, { c: (x) => f(x) }];"],
    ["inside a function", "export function f() {\n    const a = g();\n    return a;\n}"],
  ])("stays as it is %s", (_where, code) => {
    expect(built(code)).toBe(code);
  });
});

function built(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    transformers: { after: [markPure] },
  });
  return outputText.trim();
}
