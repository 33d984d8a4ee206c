import { describe, expect, it } from "vitest";
import { contourGrid, squareLevels } from "#src/plotting/contour-grid.ts";
import { dots } from "#src/plotting/dots.ts";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import { stepParts } from "#src/plotting/step-parts.ts";
import { relativeDistances } from "#src/plotting/trace-points.ts";

const window = { x: [-1, 1], y: [-1, 1] } as const;

describe("leftForGood", () => {
  const path = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }));

  it("is undefined for a path that ends inside, also after an excursion", () => {
    expect(leftForGood(path(0, 5, 0), window)).toBeUndefined();
  });

  it("is the first step of the last stay outside", () => {
    expect(leftForGood(path(0, 2, 0, 2, 3, Number.NaN), window)).toBe(3);
  });
});

describe("stepParts", () => {
  it("splits a step of momentum into carried velocity and gradient", () => {
    // v = 2, g = 3, η = 0.1, β = 0.5: the step is −0.1 (0.5·2 + 3) = −0.4.
    const parts = stepParts({ x: 1, y: 0 }, { x: 0.6, y: 0 }, { x: 3, y: 0 }, 0.1);
    expect(parts.pull.x).toBeCloseTo(-0.3, 12);
    expect(parts.carried.x).toBeCloseTo(-0.1, 12);
    expect(parts.step.x).toBeCloseTo(-0.4, 12);
  });
});

describe("relativeDistances", () => {
  it("start at 1", () => {
    const points = [
      { x: 3, y: 4 },
      { x: 0, y: 2.5 },
    ];
    expect(relativeDistances(points, { x: 0, y: 0 })).toEqual([1, 0.5]);
  });

  it("stay finite when the run starts at its target", () => {
    expect(relativeDistances([{ x: 0, y: 0 }], { x: 0, y: 0 })).toEqual([0]);
  });
});

describe("contourGrid", () => {
  it("samples cell centres row by row from the bottom left", () => {
    const { values } = contourGrid((x, y) => 10 * y + x, { x: [0, 2], y: [0, 2] }, 2, 2);
    expect([...values]).toEqual([5.5, 6.5, 15.5, 16.5]);
  });
});

describe("squareLevels", () => {
  it("are equally far apart on a parabola", () => {
    expect(squareLevels(0, 9, 3).map(Math.sqrt)).toEqual([1, 2, 3]);
  });
});

describe("dots", () => {
  it("are one path of segments without length, apart from each other", () => {
    const { data } = dots([{ x: 1, y: 2 }], 4, "var(--ink)");
    expect(data).toEqual([
      { x: 1, y: 2 },
      { x: 1, y: 2 },
      { x: undefined, y: undefined },
    ]);
  });
});
