import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownToHtml } from "satteri";
import { describe, expect, it } from "vitest";
import type { ChapterItem } from "#src/course/chapter-items.ts";
import { itemLabel, itemLinks } from "#src/course/item-links.ts";

const item = (anchor: string, label: string): ChapterItem => ({ kind: "figure", anchor, label });
const book = new Map([
  ["momentum", [item("ravine", "Figure 6.1"), item("eq-momentum", "(6.1)")]],
  ["adam", [item("cold-start", "Figure 10.3")]],
]);

describe("a reference", () => {
  it("is named after what it leads to, in its own chapter or in another", () => {
    expect(itemLabel("#eq-momentum", "momentum", book)).toBe("(6.1)");
    expect(itemLabel("../adam/#cold-start", "momentum", book)).toBe("Figure 10.3");
  });

  it("to nothing is told what there is", () => {
    expect(() => itemLabel("#cold-start", "momentum", book)).toThrow(
      'references: [](#cold-start) names nothing in chapter "momentum". Anchors there: ravine, eq-momentum. Correct the name.',
    );
    expect(() => itemLabel("../sgd/#x", "momentum", book)).toThrow(
      'references: [](../sgd/#x) leads to chapter "sgd", which is not written. Chapters: momentum, adam.',
    );
  });

  it("elsewhere than in a chapter, or to elsewhere, needs words", () => {
    for (const [url, own] of [
      ["#ravine", undefined],
      ["../reference/adam/", "momentum"],
    ] as const)
      expect(() => itemLabel(url, own, book)).toThrow(
        `references: the link [](${url}) has no words, and only a link within the chapters gets them from the build: #anchor or ../chapter/#anchor. Write the words.`,
      );
  });

  it("gets its words where the author left them out, and keeps them otherwise", async () => {
    const file = resolve(import.meta.dirname, "../../content/chapters/06-momentum.mdx");
    const { html } = await markdownToHtml(
      "See [](#ravine), [](../adam/#cold-start) and [the map](../map/).",
      { fileURL: pathToFileURL(file), mdastPlugins: [itemLinks] },
    );
    expect(html).toContain('<a href="#ravine">Figure 6.1</a>');
    expect(html).toContain('<a href="../adam/#cold-start">Figure 10.3</a>');
    expect(html).toContain('<a href="../map/">the map</a>');
  });
});
