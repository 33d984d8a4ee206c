import { describe, expect, it } from "vitest";
import { loadMarkdown } from "#components/classroom/markdown.ts";

describe("the Markdown of assignments", () => {
  it("sets mathematics and emphasis within emphasis", async () => {
    const { line, text } = await loadMarkdown();
    expect(line("a **bold *word***")).toBe("a <strong>bold <em>word</em></strong>");
    expect(text("rate $\\eta$")).toMatch(/^<p>rate <span class="katex">/);
  });

  it.each([
    "<img src=x onerror=alert`1`>",
    "[go](javascript:alert`1`)",
    "[go](data:text/html,x)",
    '[go](https://example.org/"onmouseover="alert`1`)',
    "$\\href{javascript:alert(1)}{x}$",
    "$\\nothing<script>$",
  ])("lets nothing of a stranger's text act: %s", async (source) => {
    const html = (await loadMarkdown()).text(source);
    expect(html).not.toMatch(/<(img|script)|href="(?!https:)|"\s*onmouseover/);
  });
});
