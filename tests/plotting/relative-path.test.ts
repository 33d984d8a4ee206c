import { expect, it } from "vitest";
import { QUARTERS, relativePath } from "#src/plotting/relative-path.ts";

it("a corner is written as its distance from the one before", () => {
  expect(relativePath("M10.5,20L13,18L13.4,18")).toBe("M10.5 20l2.5-2 .4 0");
});

it("quarters of a unit are written as whole numbers", () => {
  expect(relativePath("M10.5,20L13,18L13.4,18", QUARTERS)).toBe("M42 80l10-8 2 0");
});

it("a new line begins where the last has ended, or was begun when it is closed", () => {
  expect(relativePath("M1,1L2,1M4,4L5,5")).toBe("M1 1l1 0m2 3l1 1");
  expect(relativePath("M1,1L2,1L2,2ZM4,4L5,5")).toBe("M1 1l1 0 0 1zm3 3l1 1");
});

it("no error adds up along the path", () => {
  const corners = Array.from({ length: 1000 }, (_, i) => [i * 0.333, 7 * Math.sin(i)] as const);
  const numbers = relativePath(`M${corners.join("L")}`)
    .match(/-?\d*\.?\d+/g)!
    .map(Number);
  let [x, y] = [0, 0];
  corners.forEach((corner, i) => {
    x += numbers[2 * i]!;
    y += numbers[2 * i + 1]!;
    expect(Math.abs(x - corner[0])).toBeLessThan(0.051);
    expect(Math.abs(y - corner[1])).toBeLessThan(0.051);
  });
});

it("a path with curves, or relative already, is left alone", () => {
  expect(relativePath("M0,0C1,1,2,2,3,0")).toBe("M0,0C1,1,2,2,3,0");
  expect(relativePath("M0,0l1,0")).toBe("M0,0l1,0");
});
