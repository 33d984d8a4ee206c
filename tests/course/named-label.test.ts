import { describe, expect, it } from "vitest";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { namedLabel } from "#src/course/named-label.ts";

describe("a label", () => {
  it("of mathematics alone is heard with a word before it", () => {
    expect(namedLabel("$1/t$", "Option", inlineMarkdown)).toMatch(
      /^<span class="exercise-unseen">Option <\/span><span class="katex">/,
    );
  });

  it("with words of its own stays as it is", () => {
    expect(namedLabel("Best $\\eta$", "Value of", inlineMarkdown)).toMatch(
      /^Best <span class="katex">/,
    );
  });
});
