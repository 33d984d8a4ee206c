import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import { createKernel } from "#src/notebook/kernel.ts";
import type { CellSource, RunEvent } from "#src/notebook/protocol.ts";
import { modules, notebook, words } from "./run-cells.ts";

describe("controls", () => {
  const kernel = () => createKernel({ modules, compiler: async () => compile });
  async function runWith(
    one: ReturnType<typeof kernel>,
    all: readonly CellSource[],
    target: string,
    spare?: readonly string[],
  ) {
    const events: RunEvent[] = [];
    await one.run(all, target, (event) => events.push(event), spare);
    return events;
  }
  const said = (events: readonly RunEvent[], id: string) =>
    events.flatMap((event) =>
      event.kind === "finished" && event.id === id ? event.outputs.map(words) : [],
    );

  it("view shows the control and gives its first value, later what the reader has set", async () => {
    const one = kernel();
    const source = "const b = view(slider({ min: 0, max: 1, value: 0.9 }));\nb";
    expect(said(await runWith(one, [{ id: "a", source }], "a"), "a")).toEqual([
      "slider[0] = 0.9",
      "0.9",
    ]);
    const set = [{ id: "a", source, settings: [0.25] }];
    expect(said(await runWith(one, set, "a"), "a")).toEqual(["slider[0] = 0.25", "0.25"]);
  });

  it("a new setting reaches the cells that depend on it, and no others", async () => {
    const one = kernel();
    const cellsAt = (settings: readonly unknown[]): CellSource[] => [
      { id: "b", source: "const b = view(slider({ min: 0, max: 1 }));", settings },
      { id: "twice", source: "2 * b" },
      { id: "apart", source: "7" },
    ];
    await runWith(one, cellsAt([]), "b");
    const events = await runWith(one, cellsAt([0.25]), "b");
    expect(events.flatMap((event) => (event.kind === "started" ? [event.id] : []))).toEqual([
      "b",
      "twice",
    ]);
    expect(said(events, "twice")).toEqual(["0.5"]);
  });

  it("running a dependent uses the setting, also in a fresh worker", async () => {
    const events = await runWith(
      kernel(),
      [
        { id: "b", source: "const b = view(slider({ min: 0, max: 1 }));", settings: [0.25] },
        { id: "twice", source: "2 * b" },
      ],
      "twice",
    );
    expect(said(events, "twice")).toEqual(["0.5"]);
  });

  it("a setting that no longer fits gives way to the first value", async () => {
    const source = "view(slider({ min: 2, max: 4, value: 3 }))";
    for (const settings of [[0.5], ["high"], [Number.NaN], [[3]]])
      expect(said(await runWith(kernel(), [{ id: "a", source, settings }], "a"), "a")[1]).toBe("3");
    const field = 'view(textField({ value: "x" }))';
    for (const settings of [[3], ["y".repeat(301)]])
      expect(
        said(await runWith(kernel(), [{ id: "a", source: field, settings }], "a"), "a")[1],
      ).toBe("x");
  });

  it("holds back slow cells with their dependents, and says which", async () => {
    const events = await runWith(
      kernel(),
      [
        { id: "b", source: "const b = view(slider({ min: 0, max: 1 }));" },
        { id: "slow", source: "const s = b;" },
        { id: "after", source: "s" },
        { id: "quick", source: "b" },
      ],
      "b",
      ["slow"],
    );
    expect(events[1]).toEqual({ kind: "planned", ids: ["b", "quick"] });
    expect(events[2]).toEqual({ kind: "held", ids: ["slow", "after"] });
  });

  it("a cell below a slow one that is up to date follows its own control", async () => {
    const one = kernel();
    const cellsAt = (settings: readonly unknown[]): CellSource[] => [
      { id: "slow", source: "const s = 2;" },
      { id: "b", source: "const b = s * view(slider({ min: 0, max: 1 }));\nb", settings },
      { id: "after", source: "b" },
    ];
    await runWith(one, cellsAt([]), "b");
    const events = await runWith(one, cellsAt([0.25]), "b", ["slow"]);
    expect(events[1]).toEqual({ kind: "planned", ids: ["b", "after"] });
    expect(said(events, "after")).toEqual(["0.5"]);
  });

  it("a new setting reaches a dependent through all that stands between", async () => {
    const one = kernel();
    const cellsAt = (settings: readonly unknown[]): CellSource[] => [
      { id: "b", source: "const b = view(slider({ min: 0, max: 1 }));", settings },
      { id: "c", source: "const c = 2 * b;" },
      { id: "d", source: "c" },
    ];
    await runWith(one, cellsAt([0.5]), "b");
    const events = await runWith(one, cellsAt([0.25]), "d");
    expect(events[1]).toEqual({ kind: "planned", ids: ["b", "c", "d"] });
    expect(said(events, "d")).toEqual(["0.5"]);
  });

  it("several controls are told apart by their order", async () => {
    const source =
      'const k = view(select(["adam", "lion"]));\nconst on = view(checkbox({ value: true }));\nconst p = view(pointPicker());\nconst f = view(textField({ value: "x" }));\n[k, on, ...p, f].join()';
    const settings = ["lion", false, [1, 2], "x^2"];
    expect(said(await runWith(kernel(), [{ id: "a", source, settings }], "a"), "a").at(-1)).toBe(
      "lion,false,1,2,x^2",
    );
  });

  it.each([
    ["view(3)", /view: give it a control, such as view\(slider/],
    [
      "slider({ min: 1, max: 0 })",
      /slider: min must be below max, both finite, got min 1 and max 0/,
    ],
    ["slider()", /slider: give it a range/],
    ["slider({ min: 0, max: 1, value: 2 })", /slider: value must be from 0 to 1, got 2/],
    ["slider({ min: 0, max: 1, scale: 'log' })", /on a log scale min must be above 0, got 0/],
    ["slider({ min: 0, max: 1, step: 0 })", /step must be above 0, got 0/],
    ["numberField({ min: 0, max: NaN })", /numberField: min must be below max/],
    ["select([])", /select: give it a list of texts/],
    ["select(['a'], { value: 'b' })", /select: value must be one of a, got b/],
    ["textField({ value: 1 })", /textField: value must be a text, got 1/],
    ["textField({ value: 'x'.repeat(301) })", /value may have 300 characters, and has 301/],
    ["checkbox({ value: 1 })", /checkbox: value must be true or false, got 1/],
    ["pointPicker({ x: [1, 1] })", /pointPicker: x must be a range such as \[-5, 5\], got 1,1/],
    ["pointPicker({ over: { dim: 3 } })", /pointPicker: over takes .* got one of 3/],
    ["pointPicker({ over: 3 })", /objective of two variables, got 3/],
    ["pointPicker({ value: [9, 0] })", /pointPicker: value must lie in x -5 … 5 and y -3 … 3/],
  ])("%s is refused in words", async (source, message) => {
    expect(said(await runWith(kernel(), [{ id: "a", source }], "a"), "a")[0]).toMatch(message);
  });
});

describe("links", () => {
  it("tells of every cell what it reads, from which, and defines", async () => {
    const { events } = await notebook()({ a: "const x = 1;", b: "const y = x + 1;\ny" }, "b");
    expect(events[0]).toEqual({
      kind: "linked",
      links: [
        { id: "a", reads: [], defines: ["x"] },
        { id: "b", reads: [{ name: "x", from: "a" }], defines: ["y"] },
      ],
    });
  });
});

describe("progress", () => {
  const slow = "const end = performance.now() + 25;\nwhile (performance.now() < end);";

  it("counts, goes through lists, and reports now and then", async () => {
    const { events, text } = await notebook()(
      { a: `let sum = 0;\nfor (const k of progress(12)) { ${slow} sum += k; }\nsum` },
      "a",
    );
    expect(text("a")).toBe("66");
    const reports = events.flatMap((event) => (event.kind === "progress" ? [event] : []));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(5);
    expect(reports.every(({ id, total }) => id === "a" && total === 12)).toBe(true);
  });

  it("a quick loop reports nothing", async () => {
    const { events, text } = await notebook()({ a: "[...progress([3, 4])].join()" }, "a");
    expect(text("a")).toBe("3,4");
    expect(events.some(({ kind }) => kind === "progress")).toBe(false);
  });

  it.each(["-1", "1.5", "'many'.length / 0", "undefined", "{}"])(
    "progress(%s) is refused",
    async (over) => {
      const { text } = await notebook()({ a: `for (const _ of progress(${over}));` }, "a");
      expect(text("a")).toMatch(
        /progress: give it a whole number or a list, such as progress\(1000\)/,
      );
    },
  );
});
