import { mulberry32 } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { type Expression, readExpression } from "./expression.ts";
import type { Verdict } from "./verdict.ts";

/** A name that may occur in the answer, and the range in which it is tried. */
export interface Variable {
  readonly name: string;
  /** Smallest and largest value at which formulas are compared. */
  readonly domain: readonly [number, number];
}

/** A formula to find. Formulas are equal when they agree at random points, whatever their form. */
export interface FormulaQuestion {
  readonly variables: readonly Variable[];
  readonly answer: string;
  readonly mistakes: readonly { readonly formula: string }[];
}

const POINTS = 20;
const SEED = 20;
const RELATIVE = 1e-9;

/** Grades a typed formula by its values at 20 seeded points of the domain. */
export function gradeFormula(
  { variables, answer, mistakes }: FormulaQuestion,
  text: string,
): Verdict {
  if (text.trim() === "")
    return { kind: "error", stage: "blank", message: say("Type a formula first.") };
  const names = variables.map(({ name }) => name);
  const read = readExpression(text, names);
  if (read.kind === "unreadable") return { kind: "error", stage: "syntax", message: read.message };
  const points = drawPoints(variables);
  const own = (formula: string) => {
    const known = readExpression(formula, names);
    return known.kind === "expression" && points.every((point) => agree(read, known, point));
  };
  if (readExpression(answer, names).kind !== "expression") {
    return {
      kind: "broken",
      message: say("The book’s own formula cannot be read. This is our fault, not yours."),
    };
  }
  if (own(answer)) return { kind: "pass" };
  const mistake = mistakes.findIndex(({ formula }) => own(formula));
  if (mistake >= 0) return { kind: "fail", message: say("Not this formula."), credit: 0, mistake };
  if (points.every((point) => !Number.isFinite(read.evaluate(point)))) {
    return {
      kind: "error",
      stage: "run",
      message: say("This formula has no value anywhere in the range of its variables."),
    };
  }
  return {
    kind: "fail",
    message: say("Not this formula."),
    credit: 0,
    ...difference(read, answer, names, points),
  };
}

function drawPoints(variables: readonly Variable[]): readonly Readonly<Record<string, number>>[] {
  const random = mulberry32(SEED);
  return Array.from({ length: POINTS }, () =>
    Object.fromEntries(
      variables.map(({ name, domain: [from, to] }) => [name, from + (to - from) * random()]),
    ),
  );
}

function agree(
  one: Expression,
  other: Expression,
  point: Readonly<Record<string, number>>,
): boolean {
  const a = one.evaluate(point);
  const b = other.evaluate(point);
  return Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
}

/** A point at which the two differ, with the learner's value: enough to check by hand, without the answer. */
function difference(
  read: Expression,
  answer: string,
  names: readonly string[],
  points: readonly Readonly<Record<string, number>>[],
): { readonly counterexample?: string } {
  const known = readExpression(answer, names);
  const point =
    known.kind === "expression" ? points.find((one) => !agree(read, known, one)) : undefined;
  if (!point) return {};
  const at = names.map((name) => `${name} = ${point[name]?.toPrecision(3)}`).join(", ");
  return {
    counterexample: say("at {point} it gives {value}, which is not the value sought", {
      point: at,
      value: read.evaluate(point).toPrecision(4),
    }),
  };
}
