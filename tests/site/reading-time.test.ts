import { describe, expect, it } from "vitest";
import { builtPages } from "./pages.ts";

const pages = builtPages();
const contents = pages.find(({ path }) => path === "/")!.document;
const chapters = pages.filter(({ document }) =>
  document.querySelector(".chapter-head .objectives"),
);

/**
 * The rule of content/README.md, counted on the page as it is read, and not rounded. What a figure
 * or an exercise says is not text of the chapter.
 */
function minutesOf(document: Document): number {
  const prose = document.querySelector(".prose")?.cloneNode(true) as Element;
  const take = (selector: string) => {
    // A part of one that is counted is not counted again.
    const found = [...prose.querySelectorAll(selector)].filter(
      (one) => one.parentElement?.closest(selector) === null,
    );
    for (const one of found) one.remove();
    return found;
  };
  // The list of further reading is made by the page.
  take("script, style, .reading, downhill-exercise, [data-part=output], .anchor");
  const code = take("downhill-cell").map((cell) => cell.querySelector("pre")?.textContent ?? "");
  const lines = code.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== "");
  const figures = take("astro-island, .listing, .widget").length;
  const displayed = take(".equation, .katex-display").length;
  const inline = take(".katex").length;
  const words = (prose.textContent ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (words.length + 3 * inline + 20 * displayed + 5 * lines.length + 100 * figures) / 200;
}

describe("the time that a chapter takes to read", () => {
  it.each(chapters.map(({ path, document }) => [path, document] as const))(
    "is on %s what the rule gives, within its rounding, and the same in the contents",
    (path, document) => {
      const said = document.querySelector(".chapter-number")?.textContent ?? "";
      const [, minutes, exercises] = /about\s(\d+)\smin,\s(\d+)\sexercises?/.exec(said) ?? [];
      // Labels of components are on the page and not in the text: a few words each.
      expect(Math.abs(Number(minutes) - minutesOf(document))).toBeLessThanOrEqual(5);
      expect(Number(exercises)).toBe(document.querySelectorAll("downhill-exercise").length);
      const item = contents.querySelector(`.contents li > a[href="${path}"]`)?.parentElement;
      expect(item?.querySelector(".contents-time")?.textContent).toBe(`${minutes} min`);
    },
  );

  it("is said of every chapter", () => {
    expect(chapters.length).toBeGreaterThan(10);
    expect(contents.querySelectorAll(".contents-time")).toHaveLength(chapters.length);
  });
});
