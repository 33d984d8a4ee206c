import { describe, expect, it } from "vitest";
import { circle, ellipseOf } from "#src/plotting/ellipse.ts";

describe("ellipses", () => {
  it("go through the points with pᵀMp = 1, and close", () => {
    const M = { xx: 3.25, xy: -3.9, yy: 7.75 };
    const points = ellipseOf(M);
    for (const { x, y } of points)
      expect(M.xx * x * x + 2 * M.xy * x * y + M.yy * y * y).toBeCloseTo(1, 10);
    expect(points.at(-1)!.x).toBeCloseTo(points[0]!.x, 10);
  });

  it("are none where M is not positive definite", () => {
    expect(ellipseOf({ xx: 1, xy: 2, yy: 1 })).toEqual([]);
    expect(ellipseOf({ xx: -1, xy: 0, yy: -1 })).toEqual([]);
  });

  it("are circles about a centre when the matrix is a multiple of the identity", () => {
    const round = circle({ x: 1, y: 2 }, 0.5);
    for (const { x, y } of round) expect(Math.hypot(x - 1, y - 2)).toBeCloseTo(0.5, 12);
    for (const { x, y } of ellipseOf({ xx: 4, xy: 0, yy: 4 }))
      expect(Math.hypot(x, y)).toBeCloseTo(0.5, 12);
  });
});
