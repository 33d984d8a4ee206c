import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import { createKernel, type Kernel } from "#src/notebook/kernel.ts";
import { MOST_WEIGHT } from "#src/notebook/limits.ts";
import { weigh } from "#src/notebook/weigh.ts";
import { cells, modules, notebook } from "./run-cells.ts";

describe("a cell that throws something strange", () => {
  it.each([
    ["throw { toString() { throw 1 } }", /^The cell threw \{ toString: function toString \}/],
    ["throw Object.create(null)", /^The cell threw \{\}/],
    ["throw Symbol('s')", /^The cell threw Symbol\(s\)/],
    ["throw undefined", /^The cell threw undefined/],
    ["throw new Proxy(new Error('p'), { getPrototypeOf() { throw 1 } })", /cannot be printed/],
    ["throw Object.defineProperty(new Error('a'), 'message', { get() { throw 1 } })", /cannot be/],
    ["throw Object.defineProperty(new Error('a'), 'stack', { get() { throw 1 } })", /^a$/],
    ["throw Object.assign(new Error('a'), { stack: { matchAll: 1 } })", /^a$/],
    ["throw Object.assign(new Error('a'), { name: Symbol('n') })", /cannot be printed/],
  ])("%s is told so, and the next cell runs", async (source, message) => {
    const run = notebook();
    const { text } = await run({ a: source, b: "6 * 7" });
    expect(text("a")).toMatch(message);
    expect(text("b")).toBe("42");
  });
});

describe("a cell that shows too much", () => {
  const weightOf = async (source: string) => {
    const { shown, text } = await notebook()({ a: source });
    return { weight: weigh(shown.get("a"), 1e9), text: text("a") ?? "" };
  };

  it.each([
    ["a drawing", `display({ nodeType: 1, localName: "svg", outerHTML: "x".repeat(1e8) })`],
    ["a table with a long heading", `display([{ ["x".repeat(1e8)]: 1 }])`],
    ["text upon text", `for (let i = 0; i < 190; i++) display(Array(24).fill("x".repeat(9000)))`],
    ["an error message", `throw new Error("x".repeat(1e8))`],
    ["a text that is thrown", `throw "x".repeat(1e8)`],
  ])("keeps below the limit: %s", async (_, source) => {
    expect((await weightOf(source)).weight).toBeLessThan(1.01 * MOST_WEIGHT);
  });

  it("is told what was left out, and still shows what has room", async () => {
    const { text } = await weightOf(
      `display({ nodeType: 1, localName: "svg", outerHTML: "x".repeat(1e8) }); display("small")`,
    );
    expect(text).toBe(
      `An output is left out here: a cell can show ${MOST_WEIGHT / 1e6} million characters, and this would be more. Show a part of it, or a drawing of fewer points. | small`,
    );
  });
});

describe("a cell that changes the language", () => {
  const { get } = Map.prototype;
  const { then } = Promise.prototype;

  /** What a run of a text ended with, the language being put back at once. */
  async function endingOf(kernel: Kernel, source: string): Promise<unknown> {
    try {
      await kernel.run(cells({ a: source }), undefined, () => {});
      return "done";
    } catch (error) {
      return error;
    } finally {
      Map.prototype.get = get;
      // biome-ignore lint/suspicious/noThenProperty: put back what the cell took away
      Promise.prototype.then = then;
    }
  }

  it("makes the run reject rather than hang, as does every run after it", async () => {
    const kernel = createKernel({ modules, compiler: async () => compile });
    const taken = await endingOf(kernel, "Map.prototype.get = () => { throw new Error('taken') };");
    expect(taken).toEqual(new Error("taken"));
    expect(await endingOf(kernel, "1")).toBe(taken);
  });

  it("cannot keep the next run from starting by its own Promise.prototype.then", async () => {
    const kernel = createKernel({ modules, compiler: async () => compile });
    const never = "Promise.prototype.then = () => new Promise(() => {});";
    expect(await endingOf(kernel, never)).toBe("done");
    expect(await endingOf(kernel, "1")).toBe("done");
  });
});
