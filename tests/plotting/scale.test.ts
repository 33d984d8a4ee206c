import { describe, expect, it } from "vitest";
import { fraction, fromPixels, toPixels, valueAt } from "#src/plotting/scale.ts";
import type { PlotFrame, ScaleSpec } from "#src/plotting/spec.ts";

const scales: readonly ScaleSpec[] = [
  { type: "linear", domain: [-4, 4] },
  { type: "log", domain: [1e-3, 10] },
  { type: "sqrt", domain: [0, 4] },
];
const frame: PlotFrame = {
  width: 200,
  height: 100,
  marginTop: 10,
  marginRight: 20,
  marginBottom: 30,
  marginLeft: 40,
  x: { type: "linear", domain: [0, 10] },
  y: { type: "linear", domain: [-1, 1] },
};

describe("a scale", () => {
  it.each(scales)("$type maps the ends of its domain to 0 and 1", (scale) => {
    expect(fraction(scale, scale.domain[0])).toBeCloseTo(0, 12);
    expect(fraction(scale, scale.domain[1])).toBeCloseTo(1, 12);
  });

  it.each(scales)("$type gives back the value of a fraction", (scale) => {
    for (const share of [0.1, 0.5, 0.9])
      expect(fraction(scale, valueAt(scale, share))).toBeCloseTo(share, 12);
  });

  it("puts 1 in the middle of a square-root scale from 0 to 4", () => {
    expect(fraction({ type: "sqrt", domain: [0, 4] }, 1)).toBeCloseTo(0.5, 12);
  });
});

describe("pixels", () => {
  it("start at the top left corner, inside the margins", () => {
    expect(toPixels(frame, { x: 0, y: 1 })).toEqual({ x: 40, y: 10 });
    expect(toPixels(frame, { x: 10, y: -1 })).toEqual({ x: 180, y: 70 });
  });

  it("turn back into the point they came from", () => {
    const point = fromPixels(frame, toPixels(frame, { x: 3, y: 0.25 }));
    expect(point.x).toBeCloseTo(3, 12);
    expect(point.y).toBeCloseTo(0.25, 12);
  });

  it("outside the window mean its nearest edge", () => {
    expect(fromPixels(frame, { x: -50, y: 500 })).toEqual({ x: 0, y: -1 });
  });
});
