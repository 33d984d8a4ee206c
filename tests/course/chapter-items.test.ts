import { describe, expect, it } from "vitest";
import { chapterItems } from "#src/course/chapter-items.ts";

const MDX = `---
summary: "$$no equation$$"
---

import Arena from "#components/widgets/Arena.tsx";
import BowlRuns from "#components/widgets/BowlRuns.tsx";
import Cell from "#components/cell/Cell.astro";

## A ball with drag

$$
v=1 \\label{ball}
$$

<BowlRuns client:touch scene="cold-start" />

### What's next: more?

<Statement kind="lemma" id="descent" title="One step">
$$
a\\le b \\label{lemma}
$$
</Statement>

<Arena client:touch />

<Exercise id="two-steps" />

<Statement kind="theorem" id="bound" title="All steps">
It is.
</Statement>

<Cell id="run" title="A run">
\`\`\`ts
## no heading
"<Arena client:touch />";
\`\`\`
</Cell>

## A ball with drag
`;

const of = (kind: string) =>
  chapterItems(MDX, 6)
    .filter((item) => item.kind === kind)
    .map(({ anchor, label }) => [anchor, label]);

describe("what a chapter can be referred to by", () => {
  it("has figures, named after their component or scene and counted in the text", () => {
    expect(of("figure")).toEqual([
      ["cold-start", "Figure 6.1"],
      ["arena", "Figure 6.2"],
    ]);
  });

  it("has equations and exercises with their numbers", () => {
    expect(of("equation")).toEqual([
      ["eq-ball", "(6.1)"],
      ["eq-lemma", "(6.2)"],
    ]);
    expect(of("exercise")).toEqual([["exercise-two-steps", "Exercise 6.1"]]);
  });

  it("has statements of all kinds in one row of numbers", () => {
    expect(of("statement")).toEqual([
      ["lemma-descent", "Lemma 6.1"],
      ["theorem-bound", "Theorem 6.2"],
    ]);
  });

  it("has sections by the anchors of Markdown, a repeated one with a count, and cells by title", () => {
    expect(of("section")).toEqual([
      ["a-ball-with-drag", "“A ball with drag”"],
      ["whats-next-more", "“What’s next: more?”"],
      ["a-ball-with-drag-1", "“A ball with drag”"],
    ]);
    expect(of("cell")).toEqual([["cell-run", "“A run”"]]);
  });
});
