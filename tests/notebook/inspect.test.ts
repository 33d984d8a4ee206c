import { gradientDescent, run } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { inspect } from "#src/notebook/inspect.ts";

function textOf(value: unknown): string {
  const output = inspect(value);
  if (output.kind !== "text" && output.kind !== "number") throw new Error(output.kind);
  return output.text;
}

describe("a number", () => {
  it.each([
    [1 / 3, "0.333333"],
    [42, "42"],
    [-0, "0"],
    [123456789, "123456789"],
    [1234567.891, "1234570"],
    [12345678.9, "1.23457e+7"],
    [0.0001, "0.0001"],
    [0.00001234567, "1.23457e-5"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
  ])("%d is shown as %s", (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it("keeps all its digits beside", () => {
    expect(inspect(1 / 3)).toEqual({
      kind: "number",
      text: "0.333333",
      full: "0.3333333333333333",
    });
  });
});

describe("a value", () => {
  const loop: Record<string, unknown> = { a: 1 };
  loop.self = loop;

  it.each([
    ["a string without quotes", "two\nlines", "two\nlines"],
    ["true", true, "true"],
    ["null", null, "null"],
    ["a big integer", 10n, "10n"],
    ["a vector", Float64Array.of(1.120841, -0.1972812345), "[1.12084, -0.197281]"],
    ["another typed array by its name", Int8Array.of(1, 2), "Int8Array [1, 2]"],
    ["an array", [1, "a", null, undefined], '[1, "a", null, undefined]'],
    ["an empty array", [], "[]"],
    ["rows of different lengths", [[1, 0], [25]], "[[1, 0], [25]]"],
    ["an object", { eta: 0.1, "two words": [1] }, '{ eta: 0.1, "two words": [1] }'],
    ["an object within itself", loop, "{ a: 1, self: (circular) }"],
    ["a deep object", { a: { b: { c: { d: 1 } } } }, "{ a: { b: { c: {…} } } }"],
    ["a function by its name", function step() {}, "function step"],
    ["a class by its name", class Ball {}, "class Ball"],
    ["a map", new Map([["a", 1]]), 'Map {"a" → 1}'],
    ["a set", new Set([1, 2]), "Set {1, 2}"],
    ["an error", new RangeError("too far"), "RangeError: too far"],
  ])("prints %s", (_, value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it("is cut where it is long", () => {
    expect(textOf("x".repeat(20_000))).toMatch(/^x{4000}… \(16000 more characters\)$/);
    expect(textOf(Float64Array.from({ length: 100 }, (_, i) => i))).toMatch(/… 76 more\]$/);
  });

  it("that is cut has all of itself beside, up to a bound", () => {
    expect(inspect("x".repeat(20_000))).toMatchObject({ more: "x".repeat(20_000) });
    const numbers = inspect(Float64Array.from({ length: 100 }, (_, i) => i));
    expect(numbers).toMatchObject({ more: expect.stringMatching(/ 98,\s+99\]$/) });
    expect(inspect([1, 2])).not.toHaveProperty("more");
    const huge = inspect({ grid: Array.from({ length: 5000 }, () => new Array(5000).fill(1)) });
    if (huge.kind !== "text") throw new Error(huge.kind);
    expect(huge.more?.length).toBeLessThan(101_000);
  });

  it("that throws when it is read is said to be so", () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(textOf(trap)).toBe("(a value that cannot be printed)");
  });
});

describe("a table", () => {
  it("is made of a list of flat records, with the union of their keys", () => {
    const output = inspect([
      { k: 1, f: 0.5 },
      { k: 2, x: [1, 2] },
    ]);
    expect(output).toMatchObject({ kind: "table", columns: ["k", "f", "x"], total: 2 });
  });

  it("keeps a thousand rows, fewer where they are wide, and counts the others", () => {
    const kept = (row: object) => {
      const output = inspect(Array.from({ length: 5000 }, () => row));
      if (output.kind !== "table") throw new Error(output.kind);
      return [output.rows.length, output.total];
    };
    expect(kept({ k: 1 })).toEqual([1000, 5000]);
    expect(kept({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1 })).toEqual([
      600, 5000,
    ]);
  });

  it("is made of an object of equally long vectors, as columns", () => {
    const t = Float64Array.from({ length: 30 }, (_, i) => i);
    const output = inspect({ t, square: t.map((one) => one ** 2) });
    expect(output).toMatchObject({ kind: "table", columns: ["t", "square"], total: 30 });
    if (output.kind !== "table") throw new Error(output.kind);
    expect(output.rows[5]?.map(({ text }) => text)).toEqual(["5", "25"]);
    expect(inspect({ x: Float64Array.of(1, 2), g: Float64Array.of(3, 4) }).kind).toBe("text");
    expect(inspect({ t, other: t.slice(1) }).kind).toBe("text");
  });

  it("is not made of records within records", () => {
    expect(inspect([{ a: { b: 1 } }]).kind).toBe("text");
  });
});

describe("a trace", () => {
  const half = {
    dim: 1,
    value: (x: Float64Array) => (x[0] ?? 0) ** 2 / 2,
    gradient: (x: Float64Array) => Float64Array.from(x),
  };

  it("is a table of its first and last steps and a sentence on its end", () => {
    const output = inspect(run(gradientDescent({ learningRate: 0.5 }), half, [1], { steps: 100 }));
    if (output.kind !== "trace") throw new Error(output.kind);
    expect(output.table.columns).toEqual(["step", "x", "f", "‖∇f‖"]);
    expect(output.table.rows.map((row) => row[0]?.text)).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
      "5",
      "⋮",
      "98",
      "99",
      "100",
    ]);
    expect(output.table.note).toMatch(/^.*: stopped after 100 steps, its budget\.$/);
  });

  it("that diverges says when and why", () => {
    const output = inspect(
      run(gradientDescent({ learningRate: 1e200 }), half, [1], { steps: 100 }),
    );
    if (output.kind !== "trace") throw new Error(output.kind);
    expect(output.table.note).toMatch(/diverged after \d+ steps?: /);
  });
});

describe("a drawing", () => {
  it("is its source", () => {
    const svg = { nodeType: 1, localName: "svg", outerHTML: "<svg></svg>" };
    expect(inspect(svg)).toEqual({
      kind: "svg",
      source: expect.stringMatching(/^<svg role="img" aria-label="A drawing without .*"><\/svg>$/),
    });
  });

  it("is an svg or a figure, no other element", () => {
    const div = { nodeType: 1, localName: "div", outerHTML: "<div></div>" };
    expect(inspect(div).kind).toBe("text");
  });
});
