import { describe, expect, it } from "vitest";
import { shortLine, shortMarkdown } from "#src/course/short-markdown.ts";

const tex = (formula: string, display: boolean) => {
  if (formula.includes("bad")) throw new Error("cannot be read");
  return display ? `<m d>${formula}</m>` : `<m>${formula}</m>`;
};

describe("a text of a teacher", () => {
  it("has emphasis, code, links and mathematics", () => {
    expect(shortLine("*a* **b** `c<d` [e](https://f.example/) $g$", tex)).toBe(
      '<em>a</em> <strong>b</strong> <code>c&lt;d</code> <a href="https://f.example/" rel="noopener noreferrer">e</a> <m>g</m>',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    '[a](https://x.example/"onclick="alert(1))',
    "[<b>](data:text/html,x)",
  ])("runs nothing of %s", (text) => {
    const html = shortMarkdown(text, tex);
    expect(html).not.toMatch(/<(?!\/?(?:p|a|em|strong|code)\b)/);
    expect(html).not.toMatch(/href="(?!https:)/);
    expect(html).not.toMatch(/"\s*on\w+=/);
  });

  it("shows a formula that cannot be read as it was written", () => {
    expect(shortLine("$bad$", tex)).toBe("<code>$bad$</code>");
  });

  it("has paragraphs, lists, headings, quotations and code", () => {
    expect(shortMarkdown("# A\n\none\n\n- b\n- c\n\n1. d\n\n> e\n\n```\nf\n\ng\n```", tex)).toBe(
      '<h2>A</h2>\n<p>one</p>\n<ul><li>b</li><li>c</li></ul>\n<ol><li>d</li></ol>\n<blockquote><p>e</p></blockquote>\n<pre class="code" tabindex="0"><code>f\n\ng</code></pre>',
    );
  });
});
