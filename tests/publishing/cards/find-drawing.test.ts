import { describe, expect, it } from "vitest";
import { findDrawing } from "#src/publishing/cards/find-drawing.ts";

const drawing = (width: number, name: string) =>
  `<svg viewBox="0 0 ${width} 200" height="200" width="${width}" class="plot-d6a7b5"><text>${name}</text></svg>`;
const page = `<svg viewBox="0 0 400 400"><text>mathematics</text></svg>
<p>${drawing(15, "key")}</p>
<figure id="one"><div class="plot "><div>${drawing(340, "first")}${drawing(660, "wide")}</div></div></figure>
<figure id="two"><div class="plot plot-bleed"><div>${drawing(340, "second")}</div></div></figure>`;

describe("findDrawing", () => {
  it("finds the first drawing of Plot that is no mark of a key", () => {
    expect(findDrawing(page)).toEqual({
      svg: drawing(340, "first"),
      width: 340,
      height: 200,
      bleeds: false,
    });
  });

  it("finds that of a named figure, and whether it is cut off at its edges", () => {
    expect(findDrawing(page, "two")).toMatchObject({ svg: drawing(340, "second"), bleeds: true });
  });

  it("brings the curves that it shares with a wider drawing", () => {
    const narrow = drawing(340, "").replace(
      "<text>",
      '<use href="#c0" transform="matrix(0.5 0 0 2 -5 95)"></use><text>',
    );
    const curve =
      '<path id="c0" vector-effect="non-scaling-stroke" stroke="red" transform="scale(.25)" d="M80 40l16-10-4 2"></path>';
    const wide = drawing(660, "").replace("<text>", `${curve}<text>`);
    expect(findDrawing(narrow + wide).svg).toContain(
      '<path stroke="red" d="M 5.00  115.00l 2.00 -5.00 -0.50  1.00"></path>',
    );
  });

  it("says what is missing", () => {
    expect(() => findDrawing(page, "three")).toThrow(
      'card: the page has no figure "three". Correct "card" in the front matter.',
    );
    expect(() => findDrawing("<p>words</p>")).toThrow("card: the page has no drawing.");
  });
});
