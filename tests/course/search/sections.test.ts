import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { sectionsOf } from "#src/course/search/sections.ts";

const chapter = `---
summary: "No text."
---

import Cell from "#components/cell/Cell.astro";

Before all.

## A ball, with drag

Let it roll.

$$
a=b \\label{first}
$$

<Ravine client:touch />

<Cell id="one-step" title="One step">
\`\`\`ts
## no heading
const a = 1;
\`\`\`
</Cell>

### Mass and $\\beta$

Twice.

### Mass and $\\beta$

<Reading works={{
  Goh2017: "Pictures.",
}} />
`;

describe("the sections of a chapter", () => {
  const sections = sectionsOf(chapter, 6, (key) => key);

  it("begin with what stands before the first heading", () => {
    expect(sections[0]).toMatchObject({ heading: "", text: "Before all." });
    expect(sections[0]?.slug).toBeUndefined();
  });

  it("have the anchors that the page has, a number where one is there twice", () => {
    expect(sections.map(({ slug }) => slug)).toEqual([
      undefined,
      "a-ball-with-drag",
      "mass-and-β",
      "mass-and-β-1",
    ]);
  });

  it("know the headings above them", () => {
    expect(sections[2]?.path).toEqual(["A ball, with drag", "Mass and β"]);
  });

  it("have text without code, and cells, equations and figures apart", () => {
    expect(sections[1]).toMatchObject({
      text: "Let it roll.\na = b",
      equations: [{ label: "first", number: "6.1", plain: "a = b" }],
      components: [{ name: "Ravine" }],
    });
    expect(sections[1]?.cells.map(({ id, source }) => [id, source])).toEqual([
      ["one-step", "## no heading\nconst a = 1;"],
    ]);
  });

  it("leave the reading list out", () => {
    expect(sections[3]?.text).toBe("");
  });
});

it("leaves no mark of Markdown and no tag in any chapter", () => {
  const folder = resolve(import.meta.dirname, "../../../content/chapters");
  for (const name of readdirSync(folder)) {
    const mdx = readFileSync(`${folder}/${name}`, "utf8");
    const text = sectionsOf(mdx, 1, (key) => key)
      .map((section) => section.text)
      .join("\n");
    expect(text.length).toBeGreaterThan(10_000);
    expect([name, text.match(/<\/?[A-Z]\w*[^>]*>|\]\(|\\[a-z]+\{|^#{2,} /m)]).toEqual([name, null]);
  }
});
