import { type Token, tokenize } from "./expression-tokens.ts";

/** A formula that could be read. */
export interface Expression {
  readonly kind: "expression";
  /** Its value at given values of the variables; NaN or infinite where it has none. */
  evaluate(values: Readonly<Record<string, number>>): number;
}

/** Why a formula could not be read, in words for whoever typed it. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly message: string;
}

type Evaluate = Expression["evaluate"];

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  abs: Math.abs,
};

/** Spellings of one letter: whichever of them is a variable here may be typed in any of these ways. */
const SPELLINGS: readonly (readonly string[])[] = [
  ["β", "beta", "b"],
  ["λ", "lambda", "l"],
  ["η", "eta", "lr"],
  ["κ", "kappa"],
  ["μ", "µ", "mu"],
];

/** Binding strength: a sum is looser than a product, a product than a sign, a sign than a power. */
const SUM = 1;
const PRODUCT = 2;
const SIGN = 3;
const POWER = 4;

/**
 * Reads a formula as people type it: + − * / ^, parentheses, numbers, the given variables,
 * sqrt, exp, ln, abs. A product may be written without its sign: 2(1+b), 2b, (1+b)(1-b).
 * A sign is looser than a power, so −b^2 is −(b^2). A product without its sign after a division,
 * as in 1/2b, is read by some as (1/2)b and by others as 1/(2b): it is asked about, not guessed.
 *
 * @param text what was typed
 * @param variables the names that may occur; default none
 */
export function readExpression(
  text: string,
  variables: readonly string[] = [],
): Expression | Unreadable {
  try {
    const evaluate = parse(tokenize(text), variables);
    return { kind: "expression", evaluate };
  } catch (problem) {
    if (problem instanceof SyntaxError) return { kind: "unreadable", message: problem.message };
    throw problem;
  }
}

function parse(tokens: readonly Token[], variables: readonly string[]): Evaluate {
  let at = 0;
  const next = () => tokens[at];
  const whole = expression(0);
  const rest = next();
  if (rest) {
    throw new SyntaxError(
      rest.text === ")"
        ? "There is a ) too many."
        : `“${rest.text}” stands where an operator was expected.`,
    );
  }
  return whole;

  function expression(floor: number): Evaluate {
    let left = operand();
    let divided = false;
    for (;;) {
      const token = next();
      if (!token) return left;
      const implied = token.kind !== "operator" || token.text === "(";
      const strength = implied ? PRODUCT : (strengths[token.text] ?? 0);
      if (strength <= floor) return left;
      if (implied && divided) {
        throw new SyntaxError(
          "A product after a division can be read in two ways. Write a/(b*c) or (a/b)*c.",
        );
      }
      if (!implied) at++;
      divided = token.text === "/" && !implied;
      // A power groups to the right: a^b^c is a^(b^c).
      const right = expression(strength === POWER ? POWER - 1 : strength);
      left = combine(implied ? "*" : token.text, left, right);
    }
  }

  function operand(): Evaluate {
    const token = next();
    at++;
    if (!token)
      throw new SyntaxError(
        "The formula stops too early: a number or a name is missing at the end.",
      );
    if (token.kind === "number") {
      const value = Number(token.text);
      return () => value;
    }
    if (token.kind === "name") return named(token.text);
    if (token.text === "(") return parenthesized();
    if (token.text === "-" || token.text === "+") {
      const value = expression(SIGN);
      return token.text === "-" ? (values) => -value(values) : value;
    }
    throw new SyntaxError(`Before “${token.text}” a number or a name is missing.`);
  }

  function parenthesized(): Evaluate {
    const inner = expression(0);
    if (next()?.text !== ")") throw new SyntaxError("A closing parenthesis ) is missing.");
    at++;
    return inner;
  }

  function named(name: string): Evaluate {
    const variable = variableFor(name, variables);
    if (variable !== undefined) return (values) => values[variable] ?? Number.NaN;
    if (Object.hasOwn(FUNCTIONS, name)) {
      if (next()?.text !== "(")
        throw new SyntaxError(`Write ${name} with parentheses: ${name}(…).`);
      at++;
      const argument = parenthesized();
      const apply = FUNCTIONS[name] as (x: number) => number;
      return (values) => apply(argument(values));
    }
    throw new SyntaxError(unknownName(name, variables));
  }
}

const strengths: Readonly<Record<string, number>> = {
  "+": SUM,
  "-": SUM,
  "*": PRODUCT,
  "/": PRODUCT,
  "^": POWER,
};

function combine(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case "+":
      return (values) => left(values) + right(values);
    case "-":
      return (values) => left(values) - right(values);
    case "*":
      return (values) => left(values) * right(values);
    case "/":
      return (values) => left(values) / right(values);
    default:
      return (values) => left(values) ** right(values);
  }
}

/** The variable that a name stands for: itself, or the one of which it is another spelling. */
function variableFor(name: string, variables: readonly string[]): string | undefined {
  if (variables.includes(name)) return name;
  const spellings = SPELLINGS.find((group) => group.includes(name));
  return spellings?.find((spelling) => variables.includes(spelling));
}

function unknownName(name: string, variables: readonly string[]): string {
  if (variables.length === 0) return `“${name}” is not a number.`;
  const product = [...name].every((letter) => variables.includes(letter));
  const hint = product ? ` For a product write ${[...name].join("*")}.` : "";
  return `“${name}” is not one of the names here: ${variables.join(", ")}.${hint}`;
}
