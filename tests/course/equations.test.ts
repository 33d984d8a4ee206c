import { markdownToHtml, mdxToJs } from "satteri";
import { describe, expect, it } from "vitest";
import { numberEquations, splitLabel } from "#src/course/equation-labels.ts";
import { displayEquation, equations, inlineEquation } from "#src/course/equations.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { renderMath } from "#src/course/math.ts";

describe("numbers of equations", () => {
  it("count the labelled display equations of a chapter in order", () => {
    const numbers = numberEquations(
      "$$a \\label{first}$$ text $$b$$ $$\nc\n\\label{second}\n$$",
      6,
    );
    expect([...numbers]).toEqual([
      ["first", "6.1"],
      ["second", "6.2"],
    ]);
  });

  it("refuse a label used twice", () => {
    expect(() => numberEquations("$$a \\label{x}$$ $$b \\label{x}$$", 6)).toThrow(
      'equations: label "x" is used twice. Give one of the equations another name.',
    );
  });

  it("are taken out of the formula before TeX sees it", () => {
    expect(splitLabel("a=b \\label{sum}")).toEqual({ tex: "a=b", label: "sum" });
    expect(splitLabel("a=b")).toEqual({ tex: "a=b" });
  });
});

describe("an equation", () => {
  const numbers = new Map([["sum", "6.1"]]);

  it("with a label carries its number and an anchor", () => {
    const html = displayEquation("a+b \\label{sum}", numbers);
    expect(html).toContain('id="eq-sum"');
    expect(html).toContain('aria-label="Equation 6.1">(6.1)</a>');
  });

  it("is referred to by a link with its number", () => {
    expect(inlineEquation("\\eqref{sum}", numbers)).toBe(
      '<a class="equation-reference" href="#eq-sum">(6.1)</a>',
    );
  });

  it("that does not exist is named together with those that do", () => {
    expect(() => inlineEquation("\\eqref{product}", numbers)).toThrow(
      "equations: \\eqref{product} names no equation of this chapter. Labels here: sum.",
    );
  });

  it("keeps its MathML for screen readers", () => {
    expect(renderMath("x^2")).toContain("<math");
  });

  it("colours a quantity by class", () => {
    expect(renderMath("\\velocity{v}")).toContain("q-velocity");
  });

  it("that TeX cannot read stops the build and is quoted", () => {
    expect(() => renderMath("\\frac{1}{")).toThrow("math: cannot read the formula \\frac{1}{");
    expect(() => renderMath("\\nonsense")).toThrow("math: cannot read the formula \\nonsense");
  });

  it("may break its line inside an environment only: TeX would drop any other break in silence", () => {
    expect(() => renderMath("a=b\\\\c=d", true)).toThrow("math: cannot read the formula a=b");
    expect(renderMath("\\begin{aligned}a&=b\\\\c&=d\\end{aligned}", true)).toContain("<math");
  });

  it("is not read as Markdown when MDX reads the HTML again", async () => {
    const { code } = await mdxToJs("Take $a_1\\,b_2*c*d$ here.", {
      features: { math: true },
      mdastPlugins: [equations],
    });
    // Two indices and two products, no emphasis; and the TeX itself is not there a second time.
    expect(code.match(/_jsxs?\(_components\.msub/g)).toHaveLength(2);
    expect(code.match(/children: "∗"/g)).toHaveLength(4);
    expect(code).not.toMatch(/_components\.em\b|annotation/);
  });

  it("keeps the comma that follows it on its line", async () => {
    const options = { features: { math: true }, mdastPlugins: [equations] };
    const { html } = await markdownToHtml("Take $x$, or $y$ alone.", options);
    expect(html).toMatch(
      /<span class="kept-together"><span class="katex">.*,<\/span> or <span class="katex">/,
    );
    expect(html).not.toMatch(/,,/);
    expect(html).toMatch(/<\/span> alone\./);
  });

  it("stays inside its paragraph in MDX", async () => {
    const { code } = await mdxToJs("Take $x$, please.", {
      features: { math: true },
      mdastPlugins: [equations],
    });
    expect(code.match(/_jsxs?\(_components\.p\b/g)).toHaveLength(1);
  });

  it("stays inside its paragraph in Markdown", async () => {
    const { html } = await markdownToHtml("Take $x$ here.", {
      features: { math: true },
      mdastPlugins: [equations],
    });
    expect(html.match(/<p>/g)).toHaveLength(1);
    expect(html).not.toContain("language-math");
  });
});

describe("inline Markdown", () => {
  it("renders mathematics, code and emphasis without a paragraph", () => {
    const html = inlineMarkdown("The *rate* `lr` is $\\eta$.");
    expect(html).toMatch(
      /^The <em>rate<\/em> <code>lr<\/code> is <span class="kept-together"><span class="katex">/,
    );
    expect(html).not.toContain("<p>");
  });

  it("escapes what is not Markdown", () => {
    expect(inlineMarkdown("a < b & c")).toBe("a &lt; b &amp; c");
  });
});
