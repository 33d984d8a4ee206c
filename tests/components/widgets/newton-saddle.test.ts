import { describe, expect, it } from "vitest";
import { lengthOf, saddleRuns } from "#components/widgets/newton-saddle/model.ts";
import { newtonSaddleFields, PRESETS } from "#components/widgets/newton-saddle/state.ts";
import {
  arrival,
  newtonSaddleSummary,
  newtonSaddleTable,
} from "#components/widgets/newton-saddle/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(newtonSaddleFields);
const of = (y0: number) => saddleRuns(y0);

describe("beside a saddle", () => {
  it("starts with Newton's method drawn in and the two others leaving", () => {
    expect(newtonSaddleSummary(initial.y0, of(initial.y0), 2)).toBe(
      "From (1, 0.3), until nearer than 0.001: Newton to the saddle, 2 steps; saddle-free Newton to the minimum at y = 1, 6 steps; gradient descent to the minimum at y = 1, 66 steps. At step 2, y is: Newton 0.000823, saddle-free Newton 1.69, gradient descent 0.357.",
    );
  });

  it("draws Newton's method to the saddle below 1/√5, and not above", () => {
    for (let i = 1; i < 100; i++) {
      const y0 = i * 0.0057;
      const kind = of(y0)[0]!.end?.kind;
      expect(kind, String(y0)).toBe(y0 < 1 / Math.sqrt(5) ? "saddle" : "minimum");
    }
  });

  it("is nearly a cycle of two at the border, and one step from a minimum at a half", () => {
    const [border] = of(0.4472);
    expect(border!.points.slice(0, 4).map(({ y }) => y.toFixed(3))).toEqual([
      "0.447",
      "-0.447",
      "0.447",
      "-0.444",
    ]);
    expect(of(0.5)[0]!.points[1]!.y).toBeCloseTo(-1, 12);
    expect(of(0.57)[0]!.points[1]!.y).toBeCloseTo(-14.64, 2);
  });

  it("counts the steps of the two others", () => {
    const counts = [1e-4, 0.1, 0.3, 0.5].map((y0) =>
      of(y0)
        .slice(1)
        .map(({ end }) => end?.t),
    );
    expect(counts).toEqual([
      [16, 125],
      [6, 66],
      [6, 66],
      [5, 66],
    ]);
  });

  it("never ends the two others at the saddle, but from the axis itself", () => {
    for (const { y0 } of PRESETS)
      for (const run of of(y0).slice(1)) expect(run.end?.kind).toBe("minimum");
    for (const run of of(0)) expect(run.end?.kind).toBe("saddle");
  });

  it("doubles the distance from the axis with the size of the curvature in its place", () => {
    const { points } = of(1e-4)[1]!;
    for (let t = 1; t <= 8; t++)
      expect(Math.abs(points[t]!.y / points[t - 1]!.y - 2)).toBeLessThan(0.01);
  });

  it("shows a run until the slowest has arrived, with its numbers in a table", () => {
    const runs = of(1e-4);
    expect(lengthOf(runs)).toBe(129);
    expect(newtonSaddleTable(runs).rows.at(-1)?.[0]).toBe("129");
    expect(arrival(runs[0]!)).toBe("the saddle, 1 step");
  });
});
