import { describe, expect, it } from "vitest";
import { applyEdits } from "#src/grading/apply-edits.ts";
import { gradeChoice } from "#src/grading/choice.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { acceptance, gradeNumbers, readNumber } from "#src/grading/number.ts";
import { gradeOrder, mixed } from "#src/grading/order.ts";

describe("a number", () => {
  const box = { answer: 0.2, mistakes: [{ value: 0.02 }, { value: 20 }] };

  it.each(["0.2", " 0.2001 ", "1/5", "2e-1", "+.2"])("is right as %s", (text) => {
    expect(gradeNumbers([box], [text])).toEqual({ kind: "pass" });
  });

  it("is accepted to half a percent unless said otherwise, and to 1e-9 at zero", () => {
    expect(acceptance(box)).toBeCloseTo(0.001);
    expect(acceptance({ answer: 0, mistakes: [] })).toBe(1e-9);
    expect(acceptance({ answer: 2, tolerance: { absolute: 0.1 }, mistakes: [] })).toBe(0.1);
  });

  it.each([
    ["", "blank", "Type a number first."],
    ["   ", "blank", "Type a number first."],
    ["abc", "syntax", "“abc” is not a number. Type a number such as 0.25, 2.5e-3 or 1/4."],
    ["0,5", "syntax", "Write the decimal point as a dot, not as a comma: 0.5."],
    [
      "1e999",
      "syntax",
      "1e999 is infinite. A finite number is expected, such as 0.25, 2.5e-3 or 1/4.",
    ],
    [
      "0/0",
      "syntax",
      "0/0 is not a number. A finite number is expected, such as 0.25, 2.5e-3 or 1/4.",
    ],
  ])("typed as “%s” is no wrong answer: %s", (text, stage, message) => {
    expect(gradeNumbers([box], [text])).toEqual({ kind: "error", stage, message });
  });

  it("that is a known mistake is named by it", () => {
    expect(gradeNumbers([box], ["20"])).toMatchObject({ kind: "fail", parts: [{ mistake: 1 }] });
  });

  it("that is close is told so, and so is one of the wrong sign or size", () => {
    expect(gradeNumbers([box], ["2"])).toMatchObject({
      parts: [{ note: "The digits are right; look at the decimal point." }],
    });
    expect(
      gradeNumbers([{ answer: 2 / 3, tolerance: { relative: 1e-3 }, mistakes: [] }], ["0.67"]),
    ).toMatchObject({
      parts: [{ note: "Close, but not close enough: keep more digits on the way." }],
    });
    expect(gradeNumbers([box], ["0.25"])).toMatchObject({ parts: [{ index: 0, right: false }] });
    expect(gradeNumbers([box], ["0.25"])).not.toHaveProperty("parts.0.note");
    expect(gradeNumbers([box], ["0.203"])).toMatchObject({
      parts: [{ note: "Close, but not close enough: keep more digits on the way." }],
    });
    expect(gradeNumbers([box], ["-0.2"])).toMatchObject({
      parts: [{ note: "The size is right; look at the sign." }],
    });
  });

  it("that is whole where a whole one is asked for was not rounded on the way", () => {
    const count = { answer: 100, mistakes: [] };
    expect(gradeNumbers([count], ["99"])).toMatchObject({ parts: [{ index: 0, right: false }] });
    expect(gradeNumbers([count], ["99"])).not.toHaveProperty("parts.0.note");
    expect(gradeNumbers([count], ["99.1"])).toHaveProperty("parts.0.note");
    expect(gradeNumbers([{ answer: 99.6, mistakes: [] }], ["98"])).toHaveProperty("parts.0.note");
  });

  it("in several boxes earns credit for each right one", () => {
    const other = { answer: 3, mistakes: [] };
    expect(gradeNumbers([box, other], ["0.2", "4"])).toEqual({
      kind: "fail",
      message: "1 of 2 are right.",
      credit: 0.5,
      parts: [
        { index: 0, right: true },
        { index: 1, right: false },
      ],
    });
    expect(gradeNumbers([box, other], ["0.2", ""])).toMatchObject({
      message: "Box 2: Type a number first.",
    });
  });

  it("can be written as an expression without names", () => {
    expect(readNumber("(2/(5+1))^2")).toEqual({ value: 1 / 9 });
  });
});

describe("a choice", () => {
  const one = [{ right: false }, { right: true }, { right: false }];
  const several = [{ right: true }, { right: true }, { right: false }];

  it("passes when exactly the right options are chosen", () => {
    expect(gradeChoice(one, [1])).toEqual({ kind: "pass" });
    expect(gradeChoice(several, [1, 0])).toEqual({ kind: "pass" });
  });

  it("without an option is blank", () => {
    expect(gradeChoice(one, [])).toEqual({
      kind: "error",
      stage: "blank",
      message: "Choose an answer first.",
    });
  });

  it("of several earns credit for each option marked as it should be", () => {
    expect(gradeChoice(several, [0])).toMatchObject({
      credit: 2 / 3,
      message: "2 of 3 options are marked as they should be.",
    });
    expect(gradeChoice(one, [0])).toMatchObject({ credit: 0, message: "Not this one." });
  });
});

describe("an order", () => {
  it("names the first step that stands wrong", () => {
    expect(gradeOrder(3, [0, 2, 1])).toEqual({
      kind: "fail",
      message: "The first step is right; the next is another one.",
      credit: 1 / 3,
      parts: [{ index: 2, right: false }],
    });
    expect(gradeOrder(3, [1, 0, 2])).toMatchObject({ message: "The first step is another one." });
    expect(gradeOrder(4, [0, 1, 3, 2])).toMatchObject({
      message: "The first 2 steps are right; the next is another one.",
    });
  });

  it("with a step missing is the page's fault", () => {
    expect(gradeOrder(3, [0, 1])).toMatchObject({ kind: "broken" });
  });

  it("starts mixed, never right, the same for the same seed", () => {
    for (let seed = 0; seed < 200; seed++) {
      const order = mixed(3, seed);
      expect([...order].sort()).toEqual([0, 1, 2]);
      expect(order).not.toEqual([0, 1, 2]);
      expect(mixed(3, seed)).toEqual(order);
    }
  });
});

describe("a formula", () => {
  const question = {
    variables: [
      { name: "b", domain: [0.05, 0.95] },
      { name: "L", domain: [0.5, 50] },
    ],
    answer: "2*(1+b)/L",
    mistakes: [{ formula: "2/L" }],
  } as const;

  it.each(["2(1+b)/L", "(2+2b)/L", "2/L + 2b/L", "2*(1-b^2)/(L*(1-b))"])(
    "equals another form of itself: %s",
    (text) => {
      expect(gradeFormula(question, text)).toEqual({ kind: "pass" });
    },
  );

  it("that differs in the ninth digit is wrong", () => {
    expect(gradeFormula(question, "2.00000001*(1+b)/L")).toMatchObject({ kind: "fail" });
  });

  it("that agrees with a known mistake is named by it", () => {
    expect(gradeFormula(question, "1/(L/2)")).toMatchObject({ kind: "fail", mistake: 0 });
  });

  it("that is wrong in its own way shows where, without the answer", () => {
    const verdict = gradeFormula(question, "3/L");
    expect(verdict.kind === "fail" && verdict.counterexample).toMatch(
      /^at b = .*, L = .* it gives [\d.]+, which/,
    );
  });

  it("that cannot be read or has no value is no wrong answer", () => {
    expect(gradeFormula(question, "2*(1+b")).toEqual({
      kind: "error",
      stage: "syntax",
      message: "A closing parenthesis ) is missing.",
    });
    expect(gradeFormula(question, "sqrt(0-L)")).toMatchObject({ kind: "error", stage: "run" });
    expect(gradeFormula(question, " ")).toMatchObject({ kind: "error", stage: "blank" });
  });

  it("of the book that cannot be read is the book's fault", () => {
    expect(gradeFormula({ ...question, answer: "2*(" }, "2")).toMatchObject({ kind: "broken" });
  });
});

describe("a mistake written as an edit", () => {
  it("must find its place exactly once", () => {
    expect(applyEdits("a + b", [{ replace: "+", with: "-" }])).toBe("a - b");
    expect(() => applyEdits("a + b + c", [{ replace: "+", with: "-" }])).toThrow(
      "mistake: “+” must occur once in the solution, found 2 times. Make it longer or correct it.",
    );
    expect(() => applyEdits("a", [{ replace: "+", with: "-" }])).toThrow("found 0 times");
  });

  it("takes its replacement literally", () => {
    expect(applyEdits("a", [{ replace: "a", with: "$&$1" }])).toBe("$&$1");
  });
});
