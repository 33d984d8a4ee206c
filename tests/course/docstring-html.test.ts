import { describe, expect, test } from "vitest";
import { docTextHtml, formulaHtml } from "#src/course/docstring-html.ts";

const html = (text: string) => docTextHtml(text, (name) => (name === "run" ? "/run" : undefined));

describe("text of a docstring", () => {
  test.each([
    ["x and g", "<var>x</var> and <var>g</var>"],
    ["a step, not the rate", "a step, not the rate"],
    ["x_{k−1}", "<var>x</var><sub><var>k</var>−1</sub>"],
    ["α_k", "<var>α</var><sub><var>k</var></sub>"],
    ["aᵢ²", "<var>a</var><sub><var>i</var></sub><sup>2</sup>"],
    ["(1 − s)²", "(1\u00a0−\u00a0<var>s</var>)<sup>2</sup>"],
    ["Σᵢ^{n/2} x", "Σ<sub><var>i</var></sub><sup><var>n</var>/2</sup> <var>x</var>"],
    ["10⁻⁶ of 2^k", "10<sup>−6</sup> of 2<sup><var>k</var></sup>"],
    ["ωx", "<var>ω</var><var>x</var>"],
    ["A and B agree (A)", "A and B agree (A)"],
    ["L/μ", "<var>L</var>/<var>μ</var>"],
    ["A penalty", "A penalty"],
    ["1e-8", "1e-8"],
    ["torch_class", "torch_class"],
    ["Adam's rate", "Adam’s rate"],
    ['ends as "diverged"', "ends as “diverged”"],
    ["a < b & c", "<var>a</var>\u00a0&lt; <var>b</var> &amp; <var>c</var>"],
    ["(√κ − 1)", "(√<var>κ</var>\u00a0−\u00a01)"],
  ])("%s", (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test("keeps code as it is, and links it where it names an export", () => {
    expect(html("see `run(m, f)` or `x_k < y`")).toBe(
      'see <a href="/run"><code>run(m, f)</code></a> or <code>x_k &lt; y</code>',
    );
  });
});

describe("a formula block", () => {
  test("is a grid whose last cells use the columns that are left", () => {
    const block = formulaHtml(["x = y  A", "z = w"]);
    expect(block).toContain('style="--columns: 3"');
    expect(block.match(/class="katex"/g)).toHaveLength(5);
    expect(block).toContain('<span class="formula-cell" style="grid-column: 3 / -1">');
    expect(block).toContain('<span class="formula-cell" style="grid-column: 2 / -1">');
    expect(block).not.toContain("formula-long");
  });

  test("sets as text what it cannot read as mathematics", () => {
    expect(formulaHtml(["x ← ☃"])).toContain("<var>x</var>\u00a0← ☃");
  });

  test("is marked when it is long for a phone", () => {
    expect(formulaHtml(["x_k = x_{k−1} − α_k g_k,    g_k = ∇f(x_{k−1})"])).toContain(
      "formula-long",
    );
  });
});
