import { describe, expect, it } from "vitest";
import { inspect, inspectFrame } from "#src/notebook/inspect.ts";
import { plotModule } from "#src/notebook/plot.ts";
import { prerender } from "#src/notebook/prerender.ts";

const Plot = plotModule() as unknown as typeof import("@observablehq/plot");

/** The table beside a drawing, as lists of texts with the columns first. */
function numbersOf(drawing: unknown): readonly (readonly string[])[] | undefined {
  const output = inspect(drawing);
  if (output.kind !== "svg") throw new Error(output.kind);
  const { numbers } = output;
  return numbers && [numbers.columns, ...numbers.rows.map((row) => row.map(({ text }) => text))];
}

const losses = [
  { k: 0, f: 4, run: "slow" },
  { k: 1, f: 1, run: "slow" },
  { k: 0, f: 4, run: "fast" },
];

describe("the numbers of a drawing", () => {
  it("are where things lie, with the names of the axes, and whose they are", () => {
    expect(numbersOf(Plot.line(losses, { x: "k", y: "f", stroke: "run" }).plot())).toEqual([
      ["series", "x: k", "y: f"],
      ["slow", "0", "4"],
      ["slow", "1", "1"],
      ["fast", "0", "4"],
    ]);
  });

  it("say which mark they are of where there are several; axes and rules are none", () => {
    const marks = [
      Plot.gridY(),
      Plot.ruleY([0]),
      [Plot.dot([[1, 2]]), null],
      Plot.lineY([3, 5]),
      Plot.text([[0, 0]], { text: () => "here" }),
    ];
    expect(numbersOf(Plot.plot({ marks }))).toEqual([
      ["drawn", "x", "y"],
      ["dot", "1", "2"],
      ["line", "0", "3"],
      ["line", "1", "5"],
    ]);
  });

  it("are those after a transform of Plot", () => {
    const drawing = Plot.rectY(
      [1, 1, 2],
      Plot.binX({ y: "count" }, { thresholds: [0, 1.5, 3] }),
    ).plot();
    expect(numbersOf(drawing)?.map((row) => row.slice(0, 4))).toEqual([
      ["x1", "x2", "y1: Frequency", "y2: Frequency"],
      ["0", "1.5", "0", "2"],
      ["1.5", "3", "0", "1"],
    ]);
  });

  it("ask the cell's functions no more often than the drawing does", () => {
    let calls = 0;
    const y = (k: number) => {
      calls++;
      return k * k;
    };
    inspect(Plot.dot([1, 2, 3], { x: (k: number) => k, y }).plot());
    expect(calls).toBe(3);
  });

  it("are not there where nothing lies anywhere, nor for a drawing of another library", () => {
    expect(numbersOf(Plot.plot({ marks: [Plot.frame()] }))).toBeUndefined();
    expect(numbersOf({ nodeType: 1, localName: "svg", outerHTML: "<svg></svg>" })).toBeUndefined();
  });

  it("are left out of a film, and of what the build stores in a page", async () => {
    const drawing = Plot.dot([[1, 4]]).plot();
    expect(inspect(drawing)).toHaveProperty("numbers");
    expect(inspectFrame(drawing)).not.toHaveProperty("numbers");
    const source = 'import * as Plot from "@observablehq/plot";\nPlot.dot([[1, 4]]).plot()';
    const [output] = (await prerender([{ id: "figure", source }])).get("figure")?.outputs ?? [];
    expect(output?.kind).toBe("svg");
    expect(output).not.toHaveProperty("numbers");
  });
});
