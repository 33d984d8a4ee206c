import { describe, expect, it } from "vitest";
import { proseMarkup } from "#src/notebook/prose-markup.ts";

const html = (text: string) => proseMarkup(text).html;
const formulas = (text: string) => proseMarkup(text).formulas;

describe("prose in Markdown", () => {
  it("is paragraphs, lists, tables, code and headings below that of the page", () => {
    expect(html("# Bowl\n\ntext *so*")).toBe("<h2>Bowl</h2>\n<p>text <em>so</em></p>\n");
    expect(html("###### deep")).toBe("<h6>deep</h6>\n");
    expect(html("- [x] done")).toContain("☑ done");
    expect(html("|a|\n|-|\n|1|")).toContain("<td>1</td>");
  });

  it("has formulas in a line and on a line of their own", () => {
    expect(formulas("The function $f(x) = \\tfrac12 x^2$ has $$f'(x) = x.$$")).toEqual([
      { tex: "f(x) = \\tfrac12 x^2", display: false },
      { tex: "f'(x) = x.", display: true },
    ]);
    expect(formulas("so\n$$\na\n\\\\ b\n$$\nand on")).toEqual([
      { tex: "a\n\\\\ b", display: true },
    ]);
  });

  it("does not mark up what is in a formula", () => {
    expect(formulas("$a_1*b*c_2$")).toEqual([{ tex: "a_1*b*c_2", display: false }]);
  });

  it("leaves money, a lone sign, an escaped one and code alone", () => {
    for (const text of ["$5 and $6", "a $ b $ c", "\\$x\\$", "`$x$`", "$$ never closed"])
      expect(formulas(text)).toEqual([]);
    expect(html("$5 and $6")).toBe("<p>$5 and $6</p>\n");
  });

  it("shows HTML as the text it is, and an image as a link with its description", () => {
    expect(html("<script>alert(1)</script>")).not.toContain("<script");
    expect(html("a <b onclick=x>b</b>")).not.toMatch(/<b\b/);
    expect(html('<span data-formula="0"></span>')).not.toContain("<span");
    expect(html("![dog](https://e.org/x.png)")).toBe(
      '<p><a href="https://e.org/x.png">picture: dog</a></p>\n',
    );
    expect(html('![d](x"onload=alert`1`)')).not.toMatch(/"\s*onload=/);
  });
});
