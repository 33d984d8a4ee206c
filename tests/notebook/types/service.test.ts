import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { typeLibrary } from "#src/notebook/types/library.ts";
import { createTypeService, type TypeService } from "#src/notebook/types/service.ts";

let types: TypeService;
beforeAll(() => {
  types = createTypeService(ts, typeLibrary());
}, 60_000);

/** Gives the cells a, b, c, … of a page to the service; `|` marks the cursor, which is returned. */
function page(...sources: readonly string[]): number {
  const cursor = sources.map((source) => source.indexOf("|")).find((at) => at >= 0) ?? 0;
  types.update(
    sources.map((source, i) => ({
      id: "abc"[i] ?? "",
      group: "cells",
      source: source.replace("|", ""),
    })),
  );
  return cursor;
}

const words = (id: string) => types.problems(id).map(({ message }) => message);

describe("problems", () => {
  test("a right cell has none: the package, Plot, display, top-level await", () => {
    page(
      `import { bowl, momentum, run } from "@downhill/optim";
import * as Plot from "@observablehq/plot";
const trace = run(momentum({ learningRate: 0.1 }), bowl([1, 25]), [-4, 1]);
display(Plot.lineY(trace.frames, { y: "f" }).plot());
await Promise.resolve(1);`,
    );
    expect(words("a")).toEqual([]);
  });

  test("a wrong type is found where it stands in the reader's own text", () => {
    page("const one = 1;", "const text: string = one;");
    expect(types.problems("b")).toEqual([
      {
        from: 6,
        to: 10,
        severity: "error",
        message: "Type 'number' is not assignable to type 'string'.",
      },
    ]);
  });

  test("a misspelt option of the package is found", () => {
    page('import { momentum } from "@downhill/optim";\nmomentum({ learningRat: 0.1 });');
    expect(words("a")[0]).toMatch(/'learningRat' does not exist .* Did you mean .*learningRate/s);
  });

  test("an enum is there in other cells, as values and as a type", () => {
    page("enum Kind { Convex, Other }", "const kind: Kind = Kind.Other;\nkind");
    expect([...words("a"), ...words("b")]).toEqual([]);
    page("enum Kind { Convex, Other }", 'const kind: Kind = "no";');
    expect(words("b")).toEqual([`Type '"no"' is not assignable to type 'Kind'.`]);
  });

  test("a cell may export what it defines, as it may when it runs", () => {
    page(
      "export const one = 1, [two] = [2];\nexport function f() { return one; }\nexport class C {}\nexport interface P { x: number }\nexport type Q = P;\nexport enum E { A }\nconst three = 3;\nexport { three };",
      "const p: Q = { x: one + two + f() + three + E.A };\n[p, new C()];",
    );
    expect([...words("a"), ...words("b")]).toEqual([]);
  });

  test("a change in one cell changes what is wrong in another", () => {
    page("const one = 1;", "const n: number = one;");
    expect(words("b")).toEqual([]);
    page('const one = "1";', "const n: number = one;");
    expect(words("b")).toEqual(["Type 'string' is not assignable to type 'number'."]);
  });

  test("cells share functions, classes and types, each may import the same name", () => {
    page(
      'import { vec } from "@downhill/optim";\ninterface Pair { a: number }\nclass Box { v = vec(1); }\nfunction twice(x: number) { return 2 * x; }\nconst [p, { q }] = [1, { q: 2 }];',
      'import { vec } from "@downhill/optim";\nconst pair: Pair = { a: twice(p + q) };\nnew Box().v === vec(pair.a);',
    );
    expect([...words("a"), ...words("b")]).toEqual([]);
  });

  test("groups do not see each other", () => {
    types.update([
      { id: "a", group: "cells", source: "const secret = 1;" },
      { id: "b", group: "exercise", source: "secret;" },
    ]);
    expect(words("b")).toEqual(["Cannot find name 'secret'."]);
  });

  test("what belongs to the page is no name of a cell", () => {
    page("document.title; fetch;");
    expect(words("a").join(" ")).toMatch(/Cannot find name 'document'.*Cannot find name 'fetch'/s);
  });

  test("text that does not parse is said, and its names still reach the other cells", () => {
    page("const half = 1;\nconst open = [1, ", "half.toFixed(2);");
    expect(words("a").length).toBeGreaterThan(0);
    expect(words("b")).toEqual([]);
  });
});

describe("completion", () => {
  test("after a dot come the members, with names of other cells known", () => {
    const at = page(
      'import { bowl, gradientDescent, run } from "@downhill/optim";\nconst trace = run(gradientDescent({ learningRate: 0.1 }), bowl([1]), [1]);',
      "trace.|",
    );
    expect(types.complete("b", at).options.map(({ name }) => name)).toEqual([
      "frames",
      "method",
      "outcome",
    ]);
  });

  test("a name of the package brings its import line", () => {
    const at = page("const method = moment|");
    const completion = types.complete("a", at).options.find(({ name }) => name === "momentum");
    expect(completion).toEqual({ name: "momentum", kind: "function", from: "@downhill/optim" });
    const described = types.describe("a", at, completion!);
    expect(described?.docs).toMatch(/^Momentum, or the heavy ball/);
    expect(described?.changes).toEqual([
      { from: 0, to: 0, insert: 'import { momentum } from "@downhill/optim";\n' },
    ]);
  });

  test("an import line that is there already is extended", () => {
    const at = page('import { bowl } from "@downhill/optim";\nbowl([1]); moment|');
    const completion = types.complete("a", at).options.find(({ name }) => name === "momentum")!;
    expect(types.describe("a", at, completion)?.changes).toEqual([
      { from: 13, to: 13, insert: ", momentum" },
    ]);
  });
});

describe("hover and calls", () => {
  test("hover gives the type and the author's words", () => {
    const at = page('import { nor|m } from "@downhill/optim";');
    const found = types.hover("a", at);
    expect(found?.signature).toBe("function norm(a: Floats): number");
    expect(found?.docs).toMatch(/^Euclidean length/);
  });

  test("hover on nothing gives nothing", () => {
    page("   ");
    expect(types.hover("a", 1)).toBeUndefined();
  });

  test("a call shows its parameters and which one is being typed", () => {
    const at = page('import { axpy, vec } from "@downhill/optim";\naxpy(2, |');
    const help = types.call("a", at);
    expect(help?.parameter).toBe(1);
    expect(help?.signatures[0]?.parameters).toEqual(["alpha: number", "x: Vec", "y: Vec"]);
    expect(help?.signatures[0]?.before).toBe("axpy(");
  });

  test("a cell that nobody knows is answered with nothing", () => {
    page("1");
    expect(types.problems("z")).toEqual([]);
    expect(types.complete("z", 3)).toEqual({ from: 3, options: [] });
    expect(types.hover("z", 0)).toBeUndefined();
    expect(types.call("z", 0)).toBeUndefined();
  });
});
