import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExpression } from "#src/grading/expression.ts";
import { printTree, type Tree } from "#src/grading/expression-tree.ts";
import { latexOf } from "#src/grading/latex/latex-of.ts";
import { readLatex } from "#src/grading/latex/read-latex.ts";
import { allExercises } from "../../content/exercises/exercise-files.ts";

const NAMES = ["b", "L", "eta", "mu", "x1", "x_2", "lr"];

function there(text: string, names: readonly string[] = NAMES): string {
  const made = latexOf(text, names);
  if (made.kind === "unreadable") throw new Error(`${text}: ${made.message}`);
  return made.latex;
}

function back(latex: string, names: readonly string[] = NAMES): string {
  const read = readLatex(latex, names);
  if (read.kind === "unreadable") throw new Error(`${latex}: ${read.message}`);
  return read.text;
}

function value(text: string, values: Readonly<Record<string, number>>): number {
  const read = readExpression(text, Object.keys(values));
  if (read.kind === "unreadable") throw new Error(`${text}: ${read.message}`);
  return read.evaluate(values);
}

const point = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.double({ min: -3, max: 3, noNaN: true })])),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.record({
      kind: fc.constant("number" as const),
      // The powers of ten are such that 2·10³ is exactly 2e3.
      text: fc.constantFrom("0", "1", "2", "3.25", ".5", "10", "99", "2e3", "25e-2", "1.5E+2"),
    }),
    fc.record({ kind: fc.constant("name" as const), name: fc.constantFrom(...NAMES) }),
    fc.record({ kind: fc.constant("negated" as const), of: tie("tree") }),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom("+", "-", "*", "/", "^"),
      left: tie("tree"),
      right: tie("tree"),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("sqrt", "exp", "ln", "log", "abs"),
      argument: tie("tree"),
    }),
  ),
}));

describe("a formula that goes to TeX and back", () => {
  const formulas = allExercises().flatMap(({ id, data }) =>
    data.kind === "formula"
      ? [data.answer, ...data.mistakes.map(({ formula }) => formula)].map((text) => ({
          id,
          text,
          names: data.variables.map(({ name }) => name),
        }))
      : [],
  );

  it("finds the formulas of the book", () => expect(formulas.length).toBeGreaterThan(15));

  it.each(formulas)("is the same text again: $text of $id", ({ text, names }) => {
    expect(back(there(text, names), names)).toBe(text.replaceAll(" ", ""));
  });

  it("has the same value everywhere, whatever the formula", () => {
    fc.assert(
      fc.property(tree, point, (one, values) => {
        const text = printTree(one);
        expect(value(back(there(text)), values)).toBe(value(text, values));
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same text, where no number has an exponent of ten", () => {
    fc.assert(
      fc.property(tree, (one) => {
        const text = printTree(one);
        fc.pre(!/\de/i.test(text));
        expect(back(there(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

interface Written {
  readonly latex: string;
  value(values: Readonly<Record<string, number>>): number;
}

/** Formulas as people write them in TeX, beside what they mean; nothing here knows the converter. */
const { written } = fc.letrec<{ written: Written; factor: Written }>((tie) => {
  const made = (latex: string, value: Written["value"]): Written => ({ latex, value });
  const digit = fc.nat(9).map((n) => made(String(n), () => n));
  const name = fc
    .constantFrom(["b", "b"], ["L", "L"], ["\\eta", "eta"], ["\\mu ", "mu"], ["x_1", "x1"])
    .map(([latex, key]) => made(latex ?? "", (values) => values[key ?? ""] ?? Number.NaN));
  const factor = fc.oneof(
    { maxDepth: 4 },
    name,
    fc
      .tuple(tie("written"), fc.constantFrom(["(", ")"], ["\\left(", "\\right)"], ["[", "]"]))
      .map(([one, [open, close]]) => made(`${open}${one.latex}${close}`, one.value)),
    fc
      .tuple(tie("written"), tie("written"), fc.constantFrom("frac", "dfrac"))
      .map(([a, b, command]) =>
        made(`\\${command}{${a.latex}}{${b.latex}}`, (v) => a.value(v) / b.value(v)),
      ),
    fc
      .tuple(digit, digit)
      .map(([a, b]) => made(`\\frac${a.latex}${b.latex}`, (v) => a.value(v) / b.value(v))),
    tie("written").map((a) => made(`\\sqrt{${a.latex}}`, (v) => Math.sqrt(a.value(v)))),
    tie("written").map((a) => made(`\\sqrt[3]{${a.latex}}`, (v) => a.value(v) ** (1 / 3))),
    fc
      .tuple(tie("written"), fc.constantFrom(["\\left|", "\\right|"], ["\\lvert ", "\\rvert "]))
      .map(([a, [open, close]]) => made(`${open}${a.latex}${close}`, (v) => Math.abs(a.value(v)))),
    tie("written").map((a) => made(`\\ln\\left(${a.latex}\\right)`, (v) => Math.log(a.value(v)))),
    tie("written").map((a) => made(`e^{${a.latex}}`, (v) => Math.exp(a.value(v)))),
  );
  const powered = fc.oneof(
    factor,
    fc
      .tuple(name, digit)
      .map(([a, n]) => made(`${a.latex}^${n.latex}`, (v) => a.value(v) ** n.value(v))),
    fc
      .tuple(name, tie("written"))
      .map(([a, b]) => made(`${a.latex}^{${b.latex}}`, (v) => a.value(v) ** b.value(v))),
  );
  const product = fc.oneof(
    powered,
    fc.tuple(digit, powered).map(([a, b]) => {
      // 3½ is no product: a number stands before a fraction of numbers with its sign only.
      const sign = /^\\d?frac/.test(b.latex) ? "\\cdot " : "";
      return made(`${a.latex}${sign}${b.latex}`, (v) => a.value(v) * b.value(v));
    }),
    fc
      .tuple(powered, powered, fc.constantFrom(" ", "\\,", "\\cdot ", "\\times ", "*"))
      .map(([a, b, sign]) => made(`${a.latex}${sign}${b.latex}`, (v) => a.value(v) * b.value(v))),
  );
  return {
    factor,
    written: fc.oneof(
      digit,
      product,
      fc
        .tuple(product, fc.constantFrom("+", "-"), product)
        .map(([a, sign, b]) =>
          made(`${a.latex}${sign}${b.latex}`, (v) =>
            sign === "+" ? a.value(v) + b.value(v) : a.value(v) - b.value(v),
          ),
        ),
      product.map((a) => made(`-${a.latex}`, (v) => -a.value(v))),
    ),
  };
});

describe("a formula written as mathematics", () => {
  it("has the value that it means", () => {
    fc.assert(
      fc.property(written, point, (one, values) => {
        const got = value(back(one.latex), values);
        const meant = one.value(values);
        if (Number.isFinite(meant))
          expect(got).toBeCloseTo(meant, 6 - Math.log10(1 + Math.abs(meant)));
        else expect(Number.isFinite(got)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("any heap of signs", () => {
  const sign = fc.constantFrom(
    ..."b L x e 1 2 . , + - * / ^ _ ( ) [ ] { } | = < ! ' & % ~ $ ?".split(" "),
    ..."\\frac \\sqrt \\left( \\right) \\left| \\right| \\left \\right \\ln \\exp \\int \\sum \\eta \\cdot \\mathrm \\placeholder \\{ \\| \\, \\".split(
      " ",
    ),
  );
  it("becomes a text that can be read, or is refused in words", () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const read = readLatex(signs.join(" "), ["b", "L", "x", "eta"]);
        if (read.kind === "unreadable") expect(read.message).toMatch(/^[“A-Z].*\.…?$|…$/);
        else if (read.text !== "") {
          const again = readExpression(read.text, ["b", "L", "x", "eta"]);
          // A name that no variable has is for the parser to say.
          if (again.kind === "unreadable") expect(again.message).toContain("one of the names here");
        }
      }),
      { numRuns: 5000 },
    );
  });
});
