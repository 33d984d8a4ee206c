import { describe, expect, it } from "vitest";
import { readExpression } from "#src/grading/expression.ts";

function value(text: string, values: Record<string, number> = {}): number {
  const read = readExpression(text, Object.keys(values));
  if (read.kind === "unreadable") throw new Error(read.message);
  return read.evaluate(values);
}

function problem(text: string, names: readonly string[] = ["b", "L"]): string {
  const read = readExpression(text, names);
  if (read.kind === "expression") throw new Error(`${text} was read`);
  return read.message;
}

describe("a formula", () => {
  it.each([
    ["(1+2)*3", 9],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["2^-1", 0.5],
    ["2*-3", -6],
    ["1/-2^2", -0.25],
    ["6/2/3", 1],
    ["1/9", 1 / 9],
    [".5", 0.5],
    ["2.5e-3", 0.0025],
    ["sqrt(16)/2", 2],
    ["ln(exp(2))", 2],
    ["abs(-3)", 3],
    ["2**3", 8],
    ["3 − 1 · 2 × 1 ÷ 2", 2],
    ["2 ⋅ 3 \u2011 1", 5],
    ["1\u200b0\u200b", 10],
  ])("%s is %d", (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it("may leave out the sign of a product", () => {
    expect(value("2(1+b)/L", { b: 0.9, L: 10 })).toBeCloseTo(0.38);
    expect(value("2b", { b: 3 })).toBe(6);
    expect(value("(1+b)(1-b)", { b: 3 })).toBe(-8);
    expect(value("2b^2", { b: 3 })).toBe(18);
    expect(value("b L", { b: 3, L: 4 })).toBe(12);
  });

  it("is not guessed at where a product follows a division without its sign", () => {
    const twoWays = "A product after a division can be read in two ways. Write a/(b*c) or (a/b)*c.";
    for (const text of ["1/2b", "2/L(1-b)", "b + 1/2 L"]) expect(problem(text)).toBe(twoWays);
    expect(value("2b/L", { b: 3, L: 2 })).toBe(3);
    expect(value("2/(L b)", { b: 4, L: 2 })).toBe(0.25);
    expect(value("1/2 + 2b", { b: 3 })).toBe(6.5);
  });

  it("may use another spelling of a name, and the signs of print", () => {
    expect(value("2(1+β)", { b: 1 })).toBe(4);
    expect(value("2(1+beta)", { b: 1 })).toBe(4);
    expect(value("2(1+β)", { beta: 1 })).toBe(4);
    expect(value("√(b)·b²", { b: 4 })).toBe(32);
  });

  it.each([
    ["2*(1+b", "A closing parenthesis ) is missing."],
    ["2*1+b)", "There is a ) too many."],
    ["2*", "The formula stops too early: a number or a name is missing at the end."],
    ["*2", "Before “*” a number or a name is missing."],
    ["2*x", "“x” is not one of the names here: b, L."],
    ["bL", "“bL” is not one of the names here: b, L. For a product write b*L."],
    ["sqrt 2", "Write sqrt with parentheses: sqrt(…)."],
    ["0,5*b", "Write the decimal point as a dot, not as a comma: 0.5*b."],
    ["0,5 + 0,25", "Write the decimal point as a dot, not as a comma: 0.5 + 0.25."],
    ["0,125", "Write the decimal point as a dot, not as a comma: 0.125."],
    ["eta = 2/L", "Type the right-hand side alone, without = or <."],
    ["2 $ b", "“$” cannot stand in a formula."],
  ])("%s cannot be read: %s", (text, message) => {
    expect(problem(text)).toBe(message);
  });

  it.each(["1,000", "1.234,5", "1,234.5", "1,000,000", "1 000,5", "-2,500*b"])(
    "%s has separators, and no other text is put forward that may be another number",
    (text) => {
      expect(problem(text)).toBe(
        "Write a number without separators, such as 1234.5: a decimal point is a dot, not a comma.",
      );
    },
  );

  it.each([
    ["10 000", "10", "000"],
    ["2 1/2", "2", "1"],
    ["1.2.3", "1.2", ".3"],
    ["1.000.000", "1.000", ".000"],
    ["b^2 3", "2", "3"],
    ["1/2 3", "2", "3"],
    ["(1 2)", "1", "2"],
  ])("%s is no product: one number stands right behind another", (text, one, other) => {
    expect(problem(text)).toBe(
      `“${other}” stands right behind “${one}”. Write a number without spaces and with one point at most, and a sign between two numbers, such as * or +.`,
    );
  });
});
