import { checkGradient, objectiveFrom, readFormula } from "@downhill/optim";
import { rosenbrock } from "@downhill/optim/problems";
import { describe, expect, it } from "vitest";

const of = (text: string) => objectiveFrom(readFormula(text, ["x", "y"]), 2);
const at = (text: string, x = 2, y = 3) => of(text).value(Float64Array.of(x, y));

describe("readFormula", () => {
  it.each([
    ["x + 2y", 8],
    ["-x^2", -4],
    ["2^-x", 0.25],
    ["x^y^0", 2],
    ["2x(y - 1)", 8],
    ["x - y - 1", -2],
    ["12 / x / y", 2],
    ["x**2 · y", 12],
    ["1.5e1 + .5", 15.5],
    ["2e", 2 * Math.E],
    ["cos(pi x) + ln(e)", 2],
    ["sqrt(4) abs(-y) exp(0)", 6],
    ["tan(x)", Math.tan(2)],
    ["3", 3],
    ["1/(x y)", 1 / 6],
  ])("%s is %f at (2, 3)", (text, value) => {
    expect(at(text)).toBeCloseTo(value, 12);
  });

  it("gives the function that was written, with its derivatives", () => {
    const typed = of("(1 - x)^2 + 100(y - x^2)^2");
    const point = Float64Array.of(-1.2, 1);
    expect(typed.value(point)).toBeCloseTo(rosenbrock.value(point), 10);
    for (const [i, slope] of typed.gradient(point).entries())
      expect(slope).toBeCloseTo(rosenbrock.gradient(point)[i]!, 9);
    const hessian = typed.hessian!(point);
    expect(hessian[0]![0]).toBeCloseTo(rosenbrock.hessian!(point)[0]![0]!, 9);
    expect(hessian[0]![1]).toBeCloseTo(rosenbrock.hessian!(point)[0]![1]!, 9);
  });

  it("has the derivatives of every function and operation", () => {
    const text =
      "sin(x)cos(y) + exp(-x y) + sqrt(x + 9) + log(y + 9) + tan(x/9) + tanh(x) + 2^x + x^y - 1/y";
    expect(checkGradient(of(text), [1.3, 0.7]).ok).toBe(true);
  });

  it("a formula without variables is flat", () => {
    expect([...of("pi").gradient(Float64Array.of(1, 2))]).toEqual([0, 0]);
  });

  it.each([
    ["", "readFormula: the formula ends too early"],
    ["x +", "readFormula: the formula ends too early"],
    ["(x + y", "readFormula: a bracket is not closed"],
    ["x + )", "readFormula: “)” is not expected at character 5"],
    ["x = y", "readFormula: “=” is not expected at character 3"],
    [
      "x + z",
      "readFormula: z at character 5 is not known. The variables are x, y; the functions are sqrt,",
    ],
    ["constructor(x)", "readFormula: constructor at character 1 is not known"],
    ["sin x", "readFormula: sin needs its argument in brackets, as in sin(x)"],
    ["x".repeat(501), "readFormula: a formula may have 500 characters, this one has 501"],
    ["x @ y", "readFormula: “@” is not expected at character 3"],
  ])("%j is refused in words", (text, message) => {
    expect(() => readFormula(text, ["x", "y"])).toThrow(message);
  });

  it("takes text alone, and brackets as deep as the text allows", () => {
    expect(() => readFormula(3 as unknown as string, ["x"])).toThrow(
      "readFormula: write the formula as text, got 3",
    );
    expect(at(`${"(".repeat(249)}x${")".repeat(249)}`)).toBe(2);
  });
});
