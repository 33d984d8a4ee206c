import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import { createKernel } from "#src/notebook/kernel.ts";
import type { RunEvent } from "#src/notebook/protocol.ts";
import { cells, modules, notebook } from "./run-cells.ts";

describe("a run", () => {
  it("runs first what the cell needs, in whatever order it stands, then what depends on it", async () => {
    const run = notebook();
    const { order } = await run(
      { user: "b * 2", middle: "const b = a + 1;", base: "const a = 1;", apart: "9" },
      "middle",
    );
    expect(order).toEqual(["base", "middle", "user"]);
  });

  it("does not run again what is fresh", async () => {
    const run = notebook();
    const sources = { base: "const a = 1;", user: "a" };
    await run(sources, "base");
    expect((await run(sources, "user")).order).toEqual(["user"]);
  });

  it("runs again what depends on an edited cell that had to run", async () => {
    const run = notebook();
    await run({ base: "const a = 1;", user: "a", other: "a * 10" }, "base");
    const { order, text } = await run(
      { "!base": "const a = 2;", user: "a", other: "a * 10" },
      "user",
    );
    expect(order).toEqual(["base", "user", "other"]);
    expect(text("other")).toBe("20");
  });

  it("runs in a fresh kernel only what the cell needs, when what is shown is up to date", async () => {
    const { order } = await notebook()(
      { base: "const a = 1;", user: "a", other: "a * 10" },
      "user",
    );
    expect(order).toEqual(["base", "user"]);
  });

  it("runs every cell when none is named", async () => {
    expect((await notebook()({ b: "a", a: "const a = 1;" })).order).toEqual(["a", "b"]);
  });

  it("tells linked and planned, then started, showed and finished of each cell, then done", async () => {
    const { events } = await notebook()({ a: "display(1); 2" }, "a");
    expect(events.map(({ kind }) => kind)).toEqual([
      "linked",
      "planned",
      "started",
      "showed",
      "showed",
      "finished",
      "done",
    ]);
  });

  it("keeps one run after the other", async () => {
    const kernel = createKernel({ modules, compiler: async () => compile });
    const seen: string[] = [];
    const note = (run: string) => (event: RunEvent) => seen.push(`${run} ${event.kind}`);
    const slow = kernel.run(cells({ a: "await 0; await 0; 1" }), "a", note("1"));
    await Promise.all([slow, kernel.run(cells({ a: "2" }), "a", note("2"))]);
    expect(seen.indexOf("1 done")).toBeLessThan(seen.indexOf("2 planned"));
  });
});

describe("a cell", () => {
  it.each([
    ["the value of its last expression", "const a = 2;\na * 21", "42"],
    ["nothing after a declaration", "const a = 2;", ""],
    ["nothing for undefined", "display(1)", "1"],
    [
      "what it displays and logs, in order",
      "console.log('n', 1); display([1, 2]); 3",
      "n 1 | [1, 2] | 3",
    ],
    ["a value that it awaited", "await Promise.resolve(5)", "5"],
    ["a last line that ends in a comment", "1 + 1 // two", "2"],
    ["a parenthesised last line", "(1, 2);", "2"],
    ["a last line over several lines", "[1, 2]\n  .map((x: number) => x * 2)", "[2, 4]"],
  ])("shows %s", async (_, source, text) => {
    expect((await notebook()({ a: source }, "a")).text("a")).toBe(text);
  });

  it("imports from the modules there are", async () => {
    expect(
      (await notebook()({ a: 'import { adam as x } from "optim";\nx()' }, "a")).text("a"),
    ).toBe("adam");
  });

  it("shares what it declares, and not what it imports", async () => {
    const run = notebook();
    const { text } = await run({ a: 'import { adam } from "optim";\nadam;', b: "adam()" }, "b");
    expect(text("b")).toBe(
      'cell "b" uses adam, which no cell defines. Import it: import { adam } from "optim"',
    );
  });

  it("may declare a name that another imports, or that the language has", async () => {
    const { text } = await notebook()({
      a: "const adam = 1; const name = 2; adam",
      b: 'import { adam } from "optim";\nadam() + name',
    });
    expect(text("b")).toBe("adam2");
  });

  it("is in strict mode, and its lines do not see the notebook's own names", async () => {
    const { text } = await notebook()(
      { a: "[typeof this, (function () { return this === undefined; })()]" },
      "a",
    );
    expect(text("a")).toBe('["undefined", true]');
  });

  it("keeps at most 1000 outputs and says so", async () => {
    const { shown } = await notebook()({ a: "for (let i = 0; i < 2000; i++) console.log(i)" }, "a");
    expect(shown.get("a")).toHaveLength(1001);
    expect(shown.get("a")?.at(-1)).toEqual({
      kind: "log",
      level: "warn",
      text: "Only the first 1000 outputs are shown.",
    });
  });
});

describe("an error", () => {
  it.each([
    ["a throw", "const a: number = 1;\n  throw new Error('no')", "no @2:9"],
    [
      "a throw after stripped types",
      "const f = (a: Array<number>, b: string): void => { throw new TypeError('no'); }; f([], '')",
      "TypeError: no @1:58",
    ],
    [
      "a throw in the last expression",
      "const o: any = null;\n   o.x",
      "TypeError: Cannot read properties of null (reading 'x') @2:6",
    ],
    ["something thrown that is no error", "throw 3", "The cell threw 3."],
    ["a rejected await", "await Promise.reject(new RangeError('far'))", "RangeError: far @1:22"],
    [
      "endless recursion",
      "const f = (n: number): number => 1 + f(n);\nf(0)",
      /^A function calls itself without end \(the call stack is full\)\. Check the case in which it stops\. @1:\d+$/,
    ],
    [
      "a missing name",
      "learningRate * 2",
      'cell "a" uses learningRate, which no cell defines. Define it in an earlier cell.',
    ],
    [
      "the page",
      "document.title",
      'cell "a" uses document: it belongs to the page, and cells run apart from it. Show values with display(…).',
    ],
    [
      "the network",
      "await fetch('/')",
      'cell "a" uses fetch: it reaches the network, and cells have none. Write the data into a cell.',
    ],
    [
      "assigning to nothing",
      "total = 1",
      'cell "a" assigns to total without declaring it. Declare it first: let total = …',
    ],
    [
      "an unknown module",
      'import { x } from "lodash";\nx',
      'cell "a": there is no module "lodash" here. A cell can import from "optim". @1:10',
    ],
    [
      "a name that is not exported",
      'import { adm } from "optim";\nadm',
      'cell "a": "optim" exports no adm. Did you mean adam? It exports adam, run. @1:10',
    ],
    [
      "a default import",
      'import optim from "optim";\noptim',
      'cell "a": "optim" has no default export. Name what you need: import { … } from "optim" @1:8',
    ],
  ])("of %s says what and where", async (_, source, message) => {
    const text = (await notebook()({ a: source }, "a")).text("a");
    if (typeof message === "string") expect(text).toBe(message);
    else expect(text).toMatch(message);
  });

  it("in another cell's function names that cell", async () => {
    const { text } = await notebook()(
      { a: "const f = () => {\n  throw new Error('deep');\n};", b: "f()" },
      "b",
    );
    expect(text("b")).toBe("deep @a:2:9");
  });

  it("of a cell stops those that need it, and says which", async () => {
    const { text } = await notebook()({ a: "const x = null.y;", b: "x", c: "3" });
    expect(text("b")).toBe(
      'cell "b" needs x from cell "a", which has an error. Put that cell right first.',
    );
    expect(text("c")).toBe("3");
  });

  it("of two cells with one name is told to both", async () => {
    const { text } = await notebook()({ a: "const x = 1;", b: "const x = 2;" });
    const message = 'cells "a" and "b" both define x. Rename one of the two.';
    expect([text("a"), text("b")]).toEqual([message, message]);
  });

  it("of assigning to another cell's name names its owner", async () => {
    const { text } = await notebook()({ a: "let x = 1;", b: "x = 2" });
    expect(text("b")).toBe(
      'cell "b" assigns to x, which belongs to cell "a". Give the new value a name of its own, for example: const x2 = …',
    );
  });

  it("of a circle names its cells", async () => {
    const { text } = await notebook()({ a: "const x = y;", b: "const y = x;" });
    expect(text("a")).toBe(
      'cells "a" → "b" → "a" need each other in a circle. Move what they share into a cell of its own.',
    );
  });

  it("of a missing name mentions a cell that does not parse", async () => {
    const { text } = await notebook()({ a: "const x = ;", b: "x" });
    expect(text("b")).toBe(
      'cell "b" uses x, which no cell defines. Define it in an earlier cell. (Cell "a" does not parse, and defines nothing until it does.)',
    );
  });

  it("is gone when the cell is put right", async () => {
    const run = notebook();
    await run({ a: "const x = ;", b: "x" }, "b");
    expect((await run({ "!a": "const x = 4;", b: "x" }, "b")).text("b")).toBe("4");
  });
});
