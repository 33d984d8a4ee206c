import { readFileSync } from "node:fs";
import { checkGradient, checkHessian, minimize, momentum, norm, vec } from "@downhill/optim";
import { himmelblau, mccormick, rosenbrock, sixHumpCamel } from "@downhill/optim/problems";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { objectiveFromFormula } from "#src/formula/objective-from-formula.ts";
import { check } from "../check-property.ts";

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });

describe("a formula has the value, gradient and Hessian of the problem that it is", () => {
  test.each([
    ["(1-x)^2 + 100*(y-x^2)^2", rosenbrock],
    ["(x^2+y-11)^2 + (x+y^2-7)^2", himmelblau],
    ["sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1", mccormick],
    ["(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2", sixHumpCamel],
  ])("%s", async (text, problem) => {
    const objective = await objectiveFromFormula(text);
    check(
      fc.property(coordinate, coordinate, (a, b) => {
        const x = vec(a, b);
        const H = problem.hessian(x);
        const bend = Math.max(...H.flatMap((row) => [...row].map(Math.abs)));
        const apart = (ours: Float64Array, theirs: Float64Array) =>
          norm(ours.map((t, i) => t - theirs[i]!));
        const size = Math.abs(problem.value(x)) + norm(problem.gradient(x)) + bend;
        expect(Math.abs(objective.value(x) - problem.value(x))).toBeLessThanOrEqual(4e-15 * size);
        expect(apart(objective.gradient(x), problem.gradient(x))).toBeLessThanOrEqual(4e-15 * size);
        const out = vec(Number.NaN, Number.NaN);
        objective.gradientInto(x, out);
        expect(out).toEqual(objective.gradient(x));
        objective.hessian(x).forEach((row, i) => {
          expect(apart(row, H[i]!)).toBeLessThanOrEqual(4e-15 * size);
        });
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  "sqrt(x^2 + y^2 + 1)",
  "exp(-x^2 - y^2) / (1 + x^2)",
  "log(x^2 + 1) + ln(y^2 + 2) + log(x^2 + 2, 2) + log10(y^2 + 3)",
  "tan(x/4) * sin(y) - cos(x*y)",
  "asin(x/5) + acos(y/5) + atan(x*y)",
  "sinh(x) * cosh(y) + tanh(x + y)",
  "asinh(x) + acosh(y^2 + 2) + atanh(x/5)",
  "abs(x - 7) * abs(y + 9)",
  "(x^2 + 1)^(y/3) + 2^x + e^y - pi*x + tau",
  "x y - 2x(y) ".replace("x(y)", "x*(y)"),
  "+x - -y * x / (y^2 + 1)",
  "(x + 3)^2.5 + (y + 3)^-1",
  "x*y*x*y + x + y + x",
])("%s: its derivatives agree with differences", async (text) => {
  const objective = await objectiveFromFormula(text, ["x", "y"]);
  check(
    fc.property(coordinate, coordinate, (a, b) => {
      expect(checkGradient(objective, [a, b])).toMatchObject({ ok: true });
      expect(checkHessian(objective, [a, b])).toMatchObject({ ok: true });
    }),
    { numRuns: 30 },
  );
});

test("every derivative of a known function is made of known functions", async () => {
  for (const name of [
    "sqrt",
    "exp",
    "log",
    "ln",
    "log10",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "abs",
  ]) {
    const objective = await objectiveFromFormula(`${name}(x)`);
    const x = vec(name === "acosh" ? 1.7 : 0.4);
    expect(checkGradient(objective, x)).toMatchObject({ ok: true });
    expect(checkHessian(objective, x)).toMatchObject({ ok: true });
  }
});

test("variables come in the order of the alphabet, x2 before x10, or as they are named", async () => {
  expect((await objectiveFromFormula("y + x10 + x2 + x1*b")).variables).toEqual([
    "b",
    "x1",
    "x2",
    "x10",
    "y",
  ]);
  const turned = await objectiveFromFormula("x - y", ["y", "x"]);
  expect(turned.gradient(vec(0, 0))).toEqual(vec(-1, 1));
  const wide = await objectiveFromFormula("x^2", ["x", "y", "z"]);
  expect([wide.dim, ...wide.gradient(vec(1, 2, 3))]).toEqual([3, 2, 0, 0]);
  const constant = await objectiveFromFormula("7", ["x"]);
  expect([constant.value(vec(1)), ...constant.gradient(vec(1))]).toEqual([7, 0]);
});

test("it says itself in TeX, and runs like any objective", async () => {
  const objective = await objectiveFromFormula("(x-1)^2 + y^2/2");
  expect(objective.tex).toContain("\\frac{{ y}^{2}}{2}");
  const { x } = minimize(momentum({ learningRate: 0.1 }), objective, [4, 4], { steps: 500 });
  expect(norm(vec(x[0]! - 1, x[1]!))).toBeLessThan(1e-6);
});

test("where |x| has no derivative the gradient is NaN", async () => {
  const objective = await objectiveFromFormula("abs(x)");
  expect(objective.value(vec(0))).toBe(0);
  expect(objective.gradient(vec(0))[0]).toBeNaN();
  expect([objective.gradient(vec(-3))[0], objective.gradient(vec(3))[0]]).toEqual([-1, 1]);
});

describe("what is not understood is said, with what to write", () => {
  test.each([
    ["", "formula: there is nothing. Write a function such as x^2 + y^2"],
    ["x +", "formula: unexpected end of expression at character 4"],
    ["(x", "formula: parenthesis ) expected at character 3"],
    ["x)", "formula: unexpected operator ) at character 2"],
    ["x ** 2", "formula: value expected at character 4"],
    ["3", "formula: it has no variable. Write a function such as x^2 + y^2"],
    ["x = 3", "formula: this is an assignment. Write the function alone, such as x^2 + y^2"],
    ["f(x) = x^2", "formula: this is a definition. Write the function alone, such as x^2 + y^2"],
    ["x; y", "formula: this is several formulas. Write one, without ; and without line breaks"],
    ["x > 1 ? x : 2", "formula: this is a condition. It has no derivative where it switches"],
    ["1 < x < 2", "formula: this is a comparison. Write a number that is to be small"],
    ["x < 2", "formula: the operator < is not known. Use + − * / ^ and brackets"],
    ["[x, y]", "formula: this is a list. Write one number, such as x^2 + y^2"],
    ["x:y", "formula: this is a range. Write one number, such as x^2 + y^2"],
    ["{a: x}", "formula: this is an object. Write one number, such as x^2 + y^2"],
    ["x.y", "formula: this is a part of something else. Use plain names such as x1"],
    ["x!", "formula: the operator ! is not known. Use + − * / ^ and brackets"],
    ["x % 2", "formula: the operator % is not known. Use + − * / ^ and brackets"],
    ["x'", "formula: the operator ' is not known. Use + − * / ^ and brackets"],
    ["x and y", "formula: the operator and is not known. Use + − * / ^ and brackets"],
    ["x to cm", "formula: the operator to is not known. Use + − * / ^ and brackets"],
    ['x + "2"', 'formula: "2" is not a number'],
    ["x + true", "formula: true is not a number"],
    ["1e400 x", "formula: Infinity is not a finite number"],
    ["Infinity * x", "formula: Infinity is not a finite number"],
    ["max(x, 0)", "formula: max has no derivative at its corners and steps. Use a smooth function"],
    [
      "floor(x)",
      "formula: floor has no derivative at its corners and steps. Use a smooth function",
    ],
    ["sin x", "formula: sin needs its argument in brackets, as in sin(x)"],
    ["sin(x, y)", "formula: sin takes 1 argument, got 2"],
    ["log()", "formula: log takes 1 or 2 arguments, got 0"],
    ["ln(x, 2)", "formula: ln takes 1 argument, got 2"],
    ["x*sqrt(y", "formula: parenthesis ) expected at character 9"],
  ])("%s", async (text, message) => {
    await expect(objectiveFromFormula(text)).rejects.toThrow(new RangeError(message));
  });

  test.each([
    "import",
    "evaluate",
    "createUnit",
    "parse",
    "simplify",
    "derivative",
    "config",
    "x",
    "toString",
    "constructor",
  ])("%s is no function: nothing of the library can be called", async (name) => {
    await expect(objectiveFromFormula(`${name}(x)`)).rejects.toThrow(
      `formula: there is no function ${name}. For a product write ${name} * (…); the functions are sqrt, exp, `,
    );
  });

  test("names that are no variables, if these are fixed", async () => {
    await expect(objectiveFromFormula("x + z", ["x", "y"])).rejects.toThrow(
      new RangeError("formula: z is not known. The variables are x, y"),
    );
    await expect(objectiveFromFormula("x + e", ["x", "e"])).rejects.toThrow(
      new RangeError("formula: e has a meaning already. Choose another name for the variable"),
    );
  });

  test("what would stop the page", async () => {
    await expect(objectiveFromFormula("x".padEnd(501, "+x"))).rejects.toThrow(
      new RangeError("formula: it may have 500 characters, and has 501"),
    );
    await expect(objectiveFromFormula("a+b+c+d+f+g+h+k+l+m+n")).rejects.toThrow(
      new RangeError(
        "formula: it may have 10 variables, and has 11: a, b, c, d, f, g, h, k, l, m, n",
      ),
    );
    const tower = `${"(".repeat(90)}x${")^x".repeat(90)}`;
    const start = performance.now();
    await expect(objectiveFromFormula(tower)).rejects.toThrow(
      new RangeError("formula: its derivative by x is too long. Nest less"),
    );
    expect(performance.now() - start).toBeLessThan(1000);
    await expect(
      objectiveFromFormula(`${"(".repeat(245)}x${")".repeat(245)}`),
    ).resolves.toMatchObject({ dim: 1 });
  });

  test("what is no text", async () => {
    await expect(objectiveFromFormula(7 as never)).rejects.toThrow(
      new TypeError("formula: write it as text, such as x^2 + y^2"),
    );
  });
});

test("the library is loaded at the first call only", () => {
  const source = readFileSync(
    new URL("../../src/formula/objective-from-formula.ts", import.meta.url),
    "utf8",
  );
  expect(source).toMatch(/await import\("\.\/algebra\.ts"\)/);
  expect(source).not.toMatch(/^import (?!type).*algebra/m);
});
