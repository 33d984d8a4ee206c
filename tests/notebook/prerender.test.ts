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
    expect(output.source).toMatch(/^<svg aria-label="Figure drawn by this cell" role="img"/);
    expect(output.source).not.toContain("<g aria-label");
    expect(output.source).toMatch(/id="plot-clip-figure-\d+"/);
    expect(output.source).toMatch(/url\(#plot-clip-figure-\d+\)/);
  });

  it("refuses a chapter whose cell fails, and says which, where and why", async () => {
    await expect(prerender([{ id: "step", source: "const a = 1;\na.b.c" }])).rejects.toThrow(
      `The cells of this chapter do not run:\ncell "step" (line 2, column 5): TypeError: Cannot read properties of undefined (reading 'c')`,
    );
  });
});
