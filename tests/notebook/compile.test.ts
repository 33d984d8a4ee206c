import { describe, expect, it } from "vitest";
import { type Compiled, compile } from "#src/notebook/compile.ts";

function compiled(source: string): Compiled {
  const result = compile(source);
  if (result.kind !== "compiled") throw new Error(result.message);
  return result;
}

function problem(source: string) {
  const result = compile(source);
  if (result.kind !== "syntax") throw new Error(`compiled: ${result.javascript}`);
  return result;
}

describe("compile", () => {
  it("strips types and keeps every statement on its line", () => {
    const source =
      "interface P {\n  x: number;\n}\nconst a: number = 1;\n\nconst f = (p: P): number => p.x;";
    const lines = compiled(source).javascript.split("\n");
    expect(lines).toHaveLength(source.split("\n").length);
    expect(lines[3]?.trim()).toBe("const a = 1;");
    expect(lines[5]).toMatch(/const f = \(p\)\s*=> p\.x;/);
  });

  it("finds the names of the top level: const, let, var, function, class, patterns", () => {
    const { defines } = compiled(
      "const a = 1; let [b, { c: d, ...e }] = q; var f; function g() { const no = 1; } class H {} for (var i = 0;;) { let no2; }",
    );
    expect([...defines].sort()).toEqual(["H", "a", "b", "d", "e", "f", "g", "i"]);
  });

  it("finds the names that are used and declared nowhere", () => {
    const { uses } = compiled(
      "const a = outer + 1; function f(x, y = inDefault) { const z = x; return z + y + inBody; } f(a);",
    );
    expect([...uses].sort()).toEqual(["inBody", "inDefault", "outer"]);
  });

  it.each([
    ["a property is no name", "const o = { key: 1, [computed]: 2 }; o.key", ["computed"]],
    ["a shorthand property is", "const o = { short }; o", ["short"]],
    ["a parameter hides", "((x) => x)(y)", ["y"]],
    ["a block hides, and ends", "{ const x = 1; x; } x", ["x"]],
    ["a catch clause hides", "try {} catch ({ message }) { message }", []],
    ["a loop variable hides", "for (const x of xs) x;", ["xs"]],
    ["a label is no name", "again: for (;;) { break again; }", []],
    ["a method is no name", "class A { #p = used; m() { return this.#p; } }; A", ["used"]],
    ["a function knows itself", "const f = function g() { return g; }; f", []],
    ["var is seen before its line", "function f() { x; if (1) { var x = 1; } } f", []],
    ["a type is no use", "const a: Foo = 1 as Bar; a", []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a cell
    ["a template uses", "`${name}`", ["name"]],
    [
      "the body hides nothing from a default of a parameter",
      "function step(rate = eta) { const eta = 2 * rate; var g = eta; return g; } step",
      ["eta"],
    ],
    ["a default knows the parameters before it", "((a, b = a, { c = b } = {}) => c)", []],
    [
      "a default in a catch clause uses",
      "try {} catch ({ m = foo, [key]: n }) { m + n }",
      ["foo", "key"],
    ],
    ["a switch case hides", "switch (k) { case 1: let x = 1; x; }", ["k"]],
  ])("in scopes, %s", (_, source, uses) => {
    expect(compiled(source).uses).toEqual(uses);
  });

  it("finds the foreign names that are assigned to", () => {
    const { writes } = compiled(
      "x = 1; y += 1; z++; [p, o.q] = r; const own = 1; for (k of l); let m; m = 2;",
    );
    expect(writes).toEqual(["x", "y", "z", "p", "k"]);
  });

  it("lists imports with their place, and leaves out those of types", () => {
    const { imports, uses, defines } = compiled(
      'import { run as go, type Vec } from "@downhill/optim";\nimport * as P from "p";\ngo(P);',
    );
    expect(imports).toEqual([
      { from: "@downhill/optim", name: "run", as: "go", position: { line: 1, column: 10 } },
      { from: "p", name: "*", as: "P", position: { line: 2, column: 8 } },
    ]);
    expect([uses, defines]).toEqual([[], []]);
  });

  it("takes export as if it were not there", () => {
    expect(compiled("const a = 1;\nexport { a };").defines).toEqual(["a"]);
    const { defines, javascript } = compiled("export const a = 1;");
    expect(defines).toEqual(["a"]);
    expect(javascript).not.toContain("export");
  });

  it("shows the value of a final expression, and of nothing else", () => {
    expect(compiled("const a = 1;\na").shows).toBe(true);
    expect(compiled("const a = 1;").shows).toBe(false);
  });

  it("lets await stand at the top level", () => {
    expect(compiled("const a = await load();\na").defines).toEqual(["a"]);
  });

  it.each([
    [
      "const a = ;",
      1,
      11,
      "“;” is not expected here. Look for a missing bracket, comma or operator just before it.",
    ],
    [
      "if (a) {\n  b();",
      2,
      7,
      "The code ends too early. Look for a bracket, brace or quote that is opened and never closed.",
    ],
    [
      "const a = 1;\nconst a = 2;",
      2,
      7,
      "“a” is declared twice in this cell. Rename one of the two.",
    ],
    [
      "const s: string = 'abc",
      1,
      19,
      "A string is opened here and never closed. Add the missing quote.",
    ],
    [
      "return 3",
      1,
      1,
      "“return” belongs inside a function. To show a value, write it as the last line of the cell.",
    ],
    [
      "export default 3",
      1,
      1,
      "“export default” and “export *” have no meaning in a cell. Give the value a name, for example: const result = …",
    ],
    [
      'const m = import("x")',
      1,
      11,
      'import(…) is not available in a cell. Write the import as a line of its own: import { run } from "@downhill/optim"',
    ],
    [
      'export * from "x"',
      1,
      1,
      "“export default” and “export *” have no meaning in a cell. Give the value a name, for example: const result = …",
    ],
    [
      '1;\nexport { a } from "x"',
      2,
      1,
      'A cell exports nothing from elsewhere. Import it, and it has its name here: import { … } from "x"',
    ],
    [
      'import "nowhere"\n1',
      1,
      1,
      'This import brings no name. Say what the cell needs of it: import { … } from "nowhere"',
    ],
    [
      "const a = 1;\n  export namespace N.M { export const x = 1 }\na",
      2,
      3,
      "“namespace” has no meaning in a cell. Give its parts to an object, such as const N = { … }, or to names of the top level.",
    ],
    ["let a = 1; namespace N { }", 1, 12, /^“namespace” has no meaning/],
    ["import.meta.url", 1, 1, "import.meta is not available in a cell, which is not a file."],
    ["const f = () => await g();", 1, 17, /await/],
  ])("says what is wrong with %j, and where", (source, line, column, message) => {
    const found = problem(source);
    if (typeof message === "string") expect(found.message).toBe(message);
    else expect(found.message).toMatch(message);
    expect([found.line, found.column]).toEqual([line, column]);
  });

  it("lets what merely looks like a namespace be", () => {
    for (const source of [
      "const s = `\nnamespace N { }`;",
      "// namespace N { }\nlet namespace = 1;",
      "/*\nnamespace N { }\n*/",
      "declare namespace N { }",
      "export {};",
      'export type { A } from "q";',
    ])
      compiled(source);
  });

  it("points into the text as written, where types were stripped before the place", () => {
    const found = problem("const a: Record<string, number> = ;");
    expect([found.line, found.column]).toEqual([1, 35]);
  });
});

describe("statements without semicolons", () => {
  const plain = (source: string) => compiled(source).javascript.replace(/\s+/g, " ").trim();

  it.each([
    ["const y = x as number\n(y)", /^const y = x; ?\$result=\(\(y\)\)$/],
    ["const y = x satisfies T[]\n[y].map(f)", /x; ?\$result=\(\[y\]/],
    ["const y = x as T // why\n`a`", /x; ?\/\/ why \$result=\(`a`\)$/],
    ["let a = 1\ninterface P {}\n[1,2].map(String)", /^let a = 1; ?\$result=\(\[1,2\]/],
    ["let a = 1\ntype P = number;\n-a", /^let a = 1; ?\$result=\(-a\)$/],
    ["let a = 1\ninterface P {}\n/a/.test(s)", /^let a = 1; ?\$result=\(\/a\//],
    ['let a = 1\ninterface P {}\n/["(]/.test(s)', /^let a = 1; ?\$result=\(\/\["/],
    ["const y = x as T\n/* why */ (y)", /^const y = x; ?\/\* why \*\/ \$result=\(\(y\)\)$/],
    ["const y = /x/ as T\n(y)", /^const y = \/x\/; ?\$result=\(\(y\)\)$/],
    ['const y = x\nimport { run } from "p"\n(run)', /^const y = x ; \$result=\(\(run\)\)$/],
    ["const y = 1\nexport { y }\n[y]", /^const y = 1 ; \$result=\(\[y\]\)$/],
    ["class A {\n y = 2 as T\n [k] = 1\n}", /^class A \{ y = 2; ?\[k\] = 1 \}$/],
  ])("%j stays two", (source, javascript) => {
    expect(plain(source)).toMatch(javascript);
    expect(compiled(source).javascript.split("\n")).toHaveLength(source.split("\n").length);
  });

  it.each([
    ["f\n(y)", "$result=(f (y))"],
    ["f<number>\n(y)", "$result=(f (y))"],
    ["f!\n(y)", "$result=(f (y))"],
    ["const n = x as number\n- y", "const n = x - y"],
    ["(a as T,\n[b])", "$result=((a , [b]))"],
    ["const g = <T,>\n(x: T) => x", "const g = (x) => x"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a cell
    ["const s = `\n${x as T}\n(y)`", "const s = ` ${x } (y)`"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a cell
    ["const s = `${x as T}`\n[y]", "const s = `${x }` [y]"],
  ])("%j is one, as it was", (source, javascript) => {
    expect(plain(source)).toBe(javascript);
  });

  it("a place after one is still found", () => {
    const found = problem("const y = x as number\n(y as T) = = 3");
    expect([found.line, found.column]).toEqual([2, 12]);
    expect(compiled("const y = x as T\n(y)").origin({ line: 2, column: 11 })).toEqual({
      line: 2,
      column: 2,
    });
  });
});
