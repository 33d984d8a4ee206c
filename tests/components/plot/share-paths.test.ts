import { describe, expect, it } from "vitest";
import { sharePaths } from "#components/plot/share-paths.ts";

const curve = (scale: number, shift: number) =>
  `M${[0, 1, 2, 3, 4, 5, 6].map((t) => `${shift + scale * t * 10},${shift + 200 - scale * t * t}`).join("L")}`;
const drawing = (d: string, attributes = "") => `<svg><path${attributes} d="${d}"/></svg>`;

describe("sharePaths", () => {
  it("writes a curve once, and uses it stretched where it is drawn for another width", () => {
    expect(sharePaths([drawing(curve(2, 5)), drawing(curve(4, 20))], "a")).toEqual([
      '<svg><use href="#a0" transform="matrix(0.5 0 0 0.5 -5 95)"></use></svg>',
      `<svg><path id="a0" vector-effect="non-scaling-stroke" d="${curve(4, 20)}"></path></svg>`,
    ]);
  });

  it("has the second of three give its curves to both others", () => {
    const [narrow, middle, wide] = sharePaths(
      [drawing(curve(2, 5)), drawing(curve(4, 20)), drawing(curve(6, 20))],
      "a",
    );
    expect(narrow).toContain('href="#a0"');
    expect(middle).toContain('id="a0"');
    expect(wide).toContain('href="#a0"');
  });

  it("leaves curves that differ in more than their scales", () => {
    const other = curve(2, 5).replace("105", "105.5");
    for (const drawings of [
      [drawing(other), drawing(curve(4, 20))],
      [drawing(curve(2, 5), ' stroke="red"'), drawing(curve(4, 20), ' stroke="blue"')],
      [drawing("M0,0L5,5L9,9"), drawing("M0,0L10,10L18,18")],
      [drawing(curve(2, 5))],
    ])
      expect(sharePaths(drawings, "a")).toEqual(drawings);
  });
});
