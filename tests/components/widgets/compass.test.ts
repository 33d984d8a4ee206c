import { numericGradient } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { slopeEnd } from "#components/widgets/compass/curve.ts";
import {
  compassModel,
  gradientAt,
  height,
  slopeAlong,
  turned,
} from "#components/widgets/compass/model.ts";
import { compassFields, TURNS } from "#components/widgets/compass/state.ts";
import { compassSummary, compassTable, verdict } from "#components/widgets/compass/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(compassFields);
const start = compassModel(initial);

describe("the compass", () => {
  // Chapter C01, W01.1.
  it("starts at a gradient of (4, −7.5), length 8.5, with steepest descent at 118.07°", () => {
    expect(start.gradient).toEqual({ x: 4, y: -7.5 });
    expect(start.norm).toBe(8.5);
    expect(start.descent).toBeCloseTo(118.0725, 4);
  });

  it.each([
    [0, 4],
    [45, -2.475],
    [90, -7.5],
    [135, -8.132],
  ])("reads at %d° a slope of %d", (dial, slope) => {
    expect(compassModel({ ...initial, dial }).slope).toBeCloseTo(slope, 3);
  });

  it("has the gradient that differences measure, anywhere", () => {
    for (const [x, y] of [
      [1.5, -1],
      [-2.3, 0.7],
      [0, 3],
    ] as const) {
      const [gx, gy] = numericGradient(([a = 0, b = 0]) => height(a, b), [x, y]);
      expect(gradientAt({ x, y }).x).toBeCloseTo(gx!, 8);
      expect(gradientAt({ x, y }).y).toBeCloseTo(gy!, 8);
    }
  });

  it("is a cosine of the angle from the gradient, and takes every value between its bounds", () => {
    const slopes = Array.from({ length: 3601 }, (_, i) => slopeAlong(start.gradient, i / 10));
    slopes.forEach((slope, i) => {
      const angle = ((i / 10 - start.ascent!) * Math.PI) / 180;
      expect(slope).toBeCloseTo(8.5 * Math.cos(angle), 9);
    });
    const sorted = [...slopes].sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((slope, i) => slope - sorted[i]!);
    expect(sorted[0]).toBeCloseTo(-8.5, 4);
    expect(sorted.at(-1)).toBeCloseTo(8.5, 4);
    expect(Math.max(...gaps)).toBeLessThan(0.02);
  });

  it("says level along the contour and steepest against the gradient, at the turns it offers", () => {
    const said = TURNS.map(({ from }) =>
      verdict(compassModel({ ...initial, dial: Math.round(turned(start.ascent!, from)) })),
    );
    expect(said).toEqual([
      "as steep down as it gets",
      "level: along the contour",
      "as steep up as it gets",
    ]);
  });

  it("says that the ground is level at the bottom, where no direction is steepest", () => {
    const bottom = compassModel({ ...initial, x: 0, y: 0 });
    expect(bottom.descent).toBeUndefined();
    expect(compassSummary({ ...initial, x: 0, y: 0 }, bottom)).toContain(
      "The ground is level here.",
    );
  });

  it("keeps the whole curve in its picture, wherever the point is", () => {
    for (const x of [-3, 0, 3])
      for (const y of [-3, 0, 3]) {
        const { norm } = compassModel({ ...initial, x, y });
        expect(slopeEnd(norm)).toBeGreaterThanOrEqual(norm);
      }
  });

  it("tells the slopes all around in a table", () => {
    const { rows } = compassTable(start);
    expect(rows[3]).toEqual(["45", "−2.475"]);
    expect(rows.at(-1)?.[1]).toBe(rows[0]?.[1]);
  });
});
