import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { mapDrawing } from "#components/map/map-drawing.ts";
import { parseContents } from "#src/course/parse-contents.ts";

const contents = readFileSync(
  resolve(import.meta.dirname, "../../../content/contents.yml"),
  "utf8",
);
const chapters = parseContents(contents).flatMap((part) => part.chapters);
const sizes = [
  { width: 960, box: { width: 168, height: 86 }, gap: 46 },
  { width: 350, box: { width: 62, height: 50 }, gap: 34 },
];

describe.each(sizes)("the map, $width wide", (size) => {
  const { boxes, arrows, height } = mapDrawing(chapters, size);

  it("has a box for every chapter, inside the drawing", () => {
    expect(boxes.map(({ chapter }) => chapter.number).sort((a, b) => a - b)).toEqual(
      chapters.map(({ number }) => number),
    );
    for (const { x, y } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + size.box.width).toBeLessThanOrEqual(size.width);
      expect(y + size.box.height).toBeLessThan(height);
    }
  });

  it("lets no two boxes touch", () => {
    for (const one of boxes)
      for (const other of boxes) {
        if (one === other || one.y !== other.y) continue;
        expect(Math.abs(one.x - other.x)).toBeGreaterThan(size.box.width);
      }
  });

  it("knows for each arrow which chapters it leads to in the end", () => {
    for (const { of } of arrows) expect(of).toContain("choosing");
    expect(arrows.filter(({ of }) => of.includes("momentum"))).toHaveLength(3);
  });
});
