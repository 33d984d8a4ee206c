import { describe, expect, it } from "vitest";
import { kappaByAngle, turnedModel } from "#components/widgets/turned-bowl/model.ts";
import { turnedFields } from "#components/widgets/turned-bowl/state.ts";
import {
  matrixInWords,
  turnedSummary,
  turnedTable,
} from "#components/widgets/turned-bowl/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("the turned bowl", () => {
  // Chapter C03, W03.3 (ii).
  it("starts as (13, 12; 12, 13), which scaling leaves at κ = 25", () => {
    const { before, after } = turnedModel(initialState(turnedFields).angle);
    expect(matrixInWords(before.H)).toBe("(13, 12; 12, 13)");
    expect(matrixInWords(after.H)).toBe("(13, 12; 12, 13)");
    expect(before.kappa).toBeCloseTo(25, 9);
    expect(after.kappa).toBeCloseTo(25, 9);
    expect(after.steps).toBe(before.steps);
  });

  it("is round after scaling when it lies along the axes", () => {
    for (const angle of [0, 90]) {
      const { after } = turnedModel(angle);
      expect(after.kappa).toBeCloseTo(1, 9);
      expect(after.steps).toBe(1);
    }
  });

  it("has lost most of the power of scaling at 15 degrees, on the scale of factors", () => {
    expect(turnedModel(15).after.kappa).toBeGreaterThan(Math.sqrt(25));
  });

  it("never does worse after scaling than before", () => {
    for (const { y } of kappaByAngle()) expect(y).toBeLessThanOrEqual(25 + 1e-9);
  });

  it("runs from the same place in both coordinates, and both runs arrive", () => {
    for (const angle of [0, 30, 45]) {
      const { before, after } = turnedModel(angle);
      const size = (path: typeof before.path, t: number) =>
        Math.hypot(path[t]?.x ?? 0, path[t]?.y ?? 0);
      expect(size(before.path, 60)).toBeLessThan(0.05 * size(before.path, 0));
      expect(size(after.path, 60)).toBeLessThan(0.05 * size(after.path, 0));
    }
  });

  it("says what it shows", () => {
    expect(turnedSummary(0, turnedModel(0))).toContain(
      "After diagonal scaling κ = 1 and it needs 1 step.",
    );
    expect(turnedTable().rows.find(([angle]) => angle === "45")).toEqual([
      "45",
      "25",
      "25",
      "173",
      "173",
    ]);
  });
});
