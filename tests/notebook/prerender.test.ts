import { describe, expect, it } from "vitest";
import { prerender } from "#src/notebook/prerender.ts";

describe("prerender", () => {
  it("stores what each cell shows, its source and its links", async () => {
    const stored = await prerender([
      { id: "b", source: "a * 21" },
      { id: "a", source: "const a = 2;" },
    ]);
    expect(stored.get("b")).toEqual({
      source: "a * 21",
      outputs: [{ kind: "number", text: "42", full: "42" }],
      links: { id: "b", reads: [{ name: "a", from: "a" }], defines: [] },
    });
    expect(stored.get("a")).toEqual({
      source: "const a = 2;",
      outputs: [],
      links: { id: "a", reads: [], defines: ["a"] },
    });
  });

  it("draws with Plot, each drawing with ids of its own", async () => {
    const source =
      'import * as Plot from "@observablehq/plot";\nPlot.dot([[1, 4]]).plot({ marks: [Plot.line([[0, 0], [1, 1]], { clip: true })] })';
    const [output] = (await prerender([{ id: "figure", source }])).get("figure")?.outputs ?? [];
    if (output?.kind !== "svg") throw new Error(output?.kind);
    expect(output.source).toMatch(/^<svg.*<circle/s);
    expect(output.source).toMatch(
      /^<svg aria-label="Plot\. y from 0 to 4; x from 0 to 1\. Shows line \(2\), dot \(1\)\." role="img"/,
    );
    expect(output.source).not.toContain("<g aria-label");
    expect(output.source).toMatch(/id="plot-clip-figure-\d+"/);
    expect(output.source).toMatch(/url\(#plot-clip-figure-\d+\)/);
  });

  it("refuses a chapter whose cell fails, and says which, where and why", async () => {
    await expect(prerender([{ id: "step", source: "const a = 1;\na.b.c" }])).rejects.toThrow(
      `The cells of this chapter do not run:\ncell "step" (line 2, column 5): TypeError: Cannot read properties of undefined (reading 'c')`,
    );
  });

  it("holds a cell that is there to fail to the words that it states", async () => {
    const cell = { id: "bad", source: 'throw new RangeError("beta must be below 1")' };
    const stored = await prerender([{ ...cell, fails: "beta must be" }]);
    expect(stored.get("bad")?.outputs).toMatchObject([{ kind: "error", line: 1 }]);
    await expect(prerender([{ ...cell, fails: "gamma must be" }])).rejects.toThrow(
      'cell "bad": it is marked to fail with “gamma must be”, but it failed with: RangeError: beta must be below 1',
    );
    await expect(prerender([{ id: "bad", source: "1", fails: "beta" }])).rejects.toThrow(
      "marked to fail with “beta”, but it ran",
    );
  });
});
