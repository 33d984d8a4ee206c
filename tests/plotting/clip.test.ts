import { describe, expect, it } from "vitest";
import { clipPath, clipSegment, inside } from "#src/plotting/clip.ts";

const window = { x: [-1, 1], y: [-1, 1] } as const;

describe("clipPath", () => {
  it("leaves a path inside the window as it is", () => {
    const path = [
      { x: 0, y: 0 },
      { x: 0.5, y: 0.5 },
      { x: 1, y: -1 },
    ];
    expect(clipPath(path, window)).toEqual(path);
  });

  it("cuts a segment where it crosses the edge", () => {
    expect(clipSegment({ x: 0, y: 0 }, { x: 2, y: 1 }, window)).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0.5 },
    ]);
  });

  it("leaves a gap where the path is outside", () => {
    const path = [
      { x: 0, y: 0 },
      { x: 0, y: 3 },
      { x: 0.5, y: 3 },
      { x: 0.5, y: 0 },
    ];
    expect(clipPath(path, window)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 1 },
      { x: undefined, y: undefined },
      { x: 0.5, y: 1 },
      { x: 0.5, y: 0 },
    ]);
  });

  it("drops segments that miss the window, and numbers that are not finite", () => {
    const far = [
      { x: 2, y: 2 },
      { x: 3, y: -3 },
      { x: Number.NaN, y: 0 },
      { x: Number.POSITIVE_INFINITY, y: 0 },
    ];
    expect(clipPath(far, window)).toEqual([]);
  });

  it("never returns a corner outside the window, also for a run that explodes", () => {
    const path = Array.from({ length: 60 }, (_, t) => ({ x: (-3) ** t, y: (-1.5) ** t }));
    for (const corner of clipPath(path, window)) {
      if (corner.x === undefined || corner.y === undefined) continue;
      expect(Math.max(Math.abs(corner.x), Math.abs(corner.y))).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

describe("inside", () => {
  it("counts the edges and refuses NaN", () => {
    expect(inside({ x: 1, y: -1 }, window)).toBe(true);
    expect(inside({ x: Number.NaN, y: 0 }, window)).toBe(false);
  });
});
