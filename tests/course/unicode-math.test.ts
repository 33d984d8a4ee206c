import { describe, expect, test } from "vitest";
import { renderMath } from "#src/course/math.ts";
import { texOf } from "#src/course/unicode-math.ts";

/** TeX needs a blank only between a command and a letter. */
const tight = (tex: string) =>
  tex.replace(/ +/g, " ").replace(/(?<!\\[a-zA-Z]+) | (?![a-zA-Z])/g, "");

describe("a formula in plain Unicode is TeX", () => {
  test.each([
    ["x_k = x_{k−1} − α g", "x_{k}= x_{k-1}-\\alpha g"],
    ["β₁ᵏ and g² and xᵀAx", "\\beta_{1}^{k}\\text{ and }g^{2}\\text{ and }x^{\\top}Ax"],
    ["m̂ / (√v̂ + ε)", "\\hat{m}/(\\sqrt{\\hat{v}}+\\varepsilon)"],
    ["√(1 − β^k) √v_k √2", "\\sqrt{1-\\beta^{k}}\\sqrt{v_{k}}\\sqrt{2}"],
    ["(1 + √(4(a + b)² + 1))/2", "(1+\\sqrt{4(a+b)^{2}+1})/2"],
    ["H^{−1} g ← ∇²f(x)", "H^{-1} g\\leftarrow\\nabla^{2}f(x)"],
    ["‖x‖∞ ≤ ½ · 1e-6", "\\|x\\|\\infty\\le\\tfrac12\\cdot 10^{-6}"],
    ["max(0, sign(g)) Δ_max", "\\max(0,\\operatorname{sign}(g))\\Delta_{\\max}"],
    ['"two-sequence"', "\\text{“two-sequence”}"],
    ["α from a line search", "\\alpha\\text{ from a line search}"],
    ["`period` steps", "\\texttt{period}\\text{ steps}"],
    ["the end: Newton's step", "\\text{the end}\\text{: }\\text{Newton's step}"],
    ["γ^⌊n/r⌋ ηˢ 2^(k − 1)", "\\gamma^{\\lfloor n/r\\rfloor}\\eta^{s}2^{(k-1)}"],
    ["√max(1, r/c) √xy", "\\sqrt{\\max(1, r/c)}\\surd \\text{xy}"],
    ["2.5e3 {x}", "2.5\\cdot 10^{3}\\{x\\}"],
  ])("%s", (formula, tex) => {
    expect(tight(texOf(formula))).toBe(tight(tex));
    expect(() => renderMath(texOf(formula))).not.toThrow();
  });

  test("unless it holds what nobody has told the translation about", () => {
    expect(() => texOf("x ☃ y")).toThrow('unicode math: no TeX is known for "☃"');
    expect(() => texOf("x\u0301")).toThrow("unicode math: no accent is known for U+0301");
  });
});
