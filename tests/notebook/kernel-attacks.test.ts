import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import { createKernel, LanguageChanged } from "#src/notebook/kernel.ts";
import { watchLanguage } from "#src/notebook/language.ts";
import { MOST_WEIGHT } from "#src/notebook/limits.ts";
import type { CellSource, RunEvent } from "#src/notebook/protocol.ts";
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
  /** What a run of a text ended with, then a run of an innocent one, the language being put back. */
  async function endingsOf(source: string, changedPart = watchLanguage()): Promise<unknown[]> {
    const kernel = createKernel({ modules, compiler: async () => compile, changedPart });
    const objects = [
      Array.prototype,
      Map.prototype,
      Object.prototype,
      Promise.prototype,
      Math,
      JSON,
    ];
    const before = objects.map((one) => Object.getOwnPropertyDescriptors(one));
    const events: RunEvent[] = [];
    const [attack, innocent] = [cells({ a: source }), cells({ a: "1" })];
    const endingOf = (texts: CellSource[]) =>
      kernel
        .run(texts, undefined, (event) => events.push(event))
        .then(
          () => "done",
          (error: unknown) => error,
        );
    try {
      const first = await endingOf(attack);
      const second = await endingOf(innocent);
      const told = ["showed", "finished"].filter((kind) =>
        events.some((event) => event.kind === kind),
      );
      return [first, second, told];
    } finally {
      objects.forEach((one, i) => {
        for (const key of Reflect.ownKeys(one))
          if (!Object.hasOwn(before[i]!, key)) Reflect.deleteProperty(one, key);
        Object.defineProperties(one, before[i]!);
      });
    }
  }

  it.each([
    ["Array.prototype.map = function () { return []; }", "Array.prototype.map"],
    [
      "Array.prototype[Symbol.iterator] = function* () {}",
      "Array.prototype.Symbol(Symbol.iterator)",
    ],
    ["Array.prototype.map = () => ['forged']; [1, 2, 3]", "Array.prototype.map"],
    ["Object.prototype.kind = 'done'", "Object.prototype.kind"],
    [
      "Object.defineProperty(Object.prototype, 'x', { get() { return 1; }, configurable: true })",
      "Object.prototype.x",
    ],
    ["delete Map.prototype.get", "Map.prototype.get"],
    ["Math.sqrt = () => 0; throw new Error('to be caught')", "Math.sqrt"],
    [
      "Object.prototype.toJSON = () => 'forged'; JSON.stringify = () => ''",
      "Object.prototype.toJSON",
    ],
  ])(
    "%s ends the run, which names what was changed, and the next run too",
    async (source, part) => {
      const [first, second, told] = await endingsOf(source);
      expect(first).toEqual(new LanguageChanged(part));
      expect(second).toEqual(new LanguageChanged(part));
      expect(told).toEqual([]);
    },
  );

  it("may define what it likes elsewhere", async () => {
    const source =
      "class Stack extends Array { map() { return []; } }; globalThis.mine = new Stack(); 1";
    expect(await endingsOf(source)).toEqual(["done", "done", ["showed", "finished"]]);
  });

  it("makes the run reject rather than hang where nobody looks", async () => {
    const [first, second] = await endingsOf(
      "Map.prototype.get = () => { throw new Error('taken') };",
      () => undefined,
    );
    expect(first).toEqual(new Error("taken"));
    expect(second).toBe(first);
  });
});
