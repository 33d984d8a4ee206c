import { describe, expect, it } from "vitest";
import { latexOf } from "#src/grading/latex/latex-of.ts";
import { readLatex } from "#src/grading/latex/read-latex.ts";

function read(latex: string, names: readonly string[] = ["b", "L"]): string {
  const { kind, ...rest } = readLatex(latex, names);
  return kind === "text" && "text" in rest ? rest.text : `! ${"message" in rest && rest.message}`;
}

describe("mathematics as plain text", () => {
  it.each([
    ["", ""],
    ["\\frac{2\\left(1+b\\right)}{L}", "2*(1+b)/L"],
    ["\\frac2L", "2/L"],
    ["\\frac{1}{2}b", "1/2*b"],
    ["\\left(1-b\\right)b^{99}", "(1-b)*b^99"],
    ["2bL", "2*b*L"],
    ["b(1-b)(1+b)", "b*(1-b)*(1+b)"],
    ["\\sqrt{b}", "sqrt(b)"],
    ["\\sqrt2", "sqrt(2)"],
    ["\\sqrt[3]{b}", "b^(1/3)"],
    ["b^\\frac12", "b^(1/2)"],
    ["b^{-1}", "b^(-1)"],
    ["-b^2", "-b^2"],
    ["\\left(-b\\right)^2", "(-b)^2"],
    ["2^{b^{L}}", "2^b^L"],
    ["\\left|b-1\\right|", "abs(b-1)"],
    ["|b|+|L|", "abs(b)+abs(L)"],
    ["\\ln\\left(b\\right)", "ln(b)"],
    ["\\operatorname{abs}\\left(b\\right)", "abs(b)"],
    ["exp(b)", "exp(b)"],
    ["e^{-b}", "exp(-b)"],
    ["2e", "2*exp(1)"],
    ["\\exponentialE^{b}", "exp(b)"],
    ["2\\cdot10^{-3}", "2*10^(-3)"],
    ["b÷L", "b/L"],
    ["12.5b", "12.5*b"],
  ])("%s is %s", (latex, text) => expect(read(latex)).toBe(text));

  it("takes a Greek letter for its name, and letters side by side for the name that they are", () => {
    expect(read("\\eta\\mu", ["eta", "mu"])).toBe("eta*mu");
    expect(read("\\varepsilon", ["epsilon"])).toBe("epsilon");
    expect(read("eta^2", ["eta"])).toBe("eta^2");
    expect(read("lrb", ["lr", "b"])).toBe("lr*b");
    expect(read("\\mathrm{lr}", ["lr"])).toBe("lr");
    expect(read("x_{1}x_2", ["x1", "x_2"])).toBe("x1*x_2");
    expect(read("\\theta_{0}", ["theta_0"])).toBe("theta_0");
    expect(read("e^2", ["e"])).toBe("e^2");
  });

  it.each([
    [
      "\\int_0^1b\\,\\mathrm{d}b",
      "An integral sign cannot be part of this answer: write numbers, + − · / ^, roots, |…|, exp, ln, and b, L.",
    ],
    ["\\sum_{i}b", "A sum sign cannot be part of this answer"],
    ["\\sin\\left(b\\right)", "The function sin cannot be part of this answer"],
    ["b!", "A factorial cannot be part of this answer"],
    ["b'", "A prime cannot be part of this answer"],
    ["\\pm b", "The sign ± cannot be part of this answer"],
    ["\\begin{matrix}b\\end{matrix}", "A matrix or a list of cases cannot be part"],
    ["\\foo b", "“foo” cannot be part of this answer"],
    ["\\frac{2}{\\placeholder{}}", "A place in the formula is still empty: fill it, or delete it."],
    ["b^{}", "A place in the formula is still empty"],
    ["\\left|\\right|b", "A place in the formula is still empty"],
    ["b+", "A place in the formula is still empty"],
    ["2/L(1-b)", "A product after a division can be read in two ways."],
    ["1/2b", "A product after a division can be read in two ways."],
    ["1\\frac12", "A number right before a fraction of numbers can be read in two ways."],
    ["b\\cdot1\\frac12", "A number right before a fraction of numbers can be read in two ways."],
    ["b^99", "“9” stands right behind something without a sign."],
    ["b2", "“2” stands right behind something without a sign."],
    ["0,5b", "Write the decimal point as a dot, not as a comma: 0.5…"],
    ["0{,}5b", "Write the decimal point as a dot, not as a comma: 0.5…"],
    ["1{,}000b", "Write a number without separators, such as 1234.5"],
    ["1.234,5", "Write a number without separators, such as 1234.5"],
    ["1.2.3", "“1.2.3” is not a number."],
    ["\\eta=\\frac2L", "Type the right-hand side alone, without = or <."],
    ["b\\le1", "Type the right-hand side alone"],
    ["\\left(1+b", "A closing parenthesis ) is missing."],
    ["1+b)", "There is a ) too many."],
    ["\\ln b", "Write ln with parentheses: ln(…)."],
    ["\\log_{2}(b)", "Write log without a base"],
  ])("%s is not read: %s", (latex, message) => {
    expect(read(latex).startsWith(`! ${message}`) ? message : read(latex)).toBe(message);
  });
});

describe("plain text as mathematics", () => {
  it.each([
    ["", ""],
    ["2*(1+b)/L", "\\frac{2\\cdot \\left(1+b\\right)}{L}"],
    ["2(1+β)/L", "\\frac{2\\cdot \\left(1+b\\right)}{L}"],
    ["(b/L)^2", "\\left(\\frac{b}{L}\\right)^{2}"],
    ["b^99", "b^{99}"],
    ["sqrt(b)", "\\sqrt{b}"],
    ["abs(b)", "\\left|b\\right|"],
    ["exp(-b)", "\\exp\\left(-b\\right)"],
    ["-2e-3", "-\\left(2\\cdot10^{-3}\\right)"],
  ])("%s is %s", (text, latex) => {
    expect(latexOf(text, ["b", "L"])).toEqual({ kind: "latex", latex });
  });

  it("sets the names of variables as the book does", () => {
    expect(latexOf("eta*x1+lr", ["eta", "x1", "lr"])).toEqual({
      kind: "latex",
      latex: "\\eta\\cdot x_{1}+\\mathrm{lr}",
    });
  });

  it("says why a text cannot be read, as the check does", () => {
    expect(latexOf("2*(1+b", ["b"])).toEqual({
      kind: "unreadable",
      message: "A closing parenthesis ) is missing.",
    });
  });
});
