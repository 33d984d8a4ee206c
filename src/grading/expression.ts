import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { type Token, tokenize } from "./expression-tokens.ts";
import { type Operator, POWER, PRODUCT, SIGN, strengths, type Tree } from "./expression-tree.ts";

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

/**
 * Reads a formula as people type it: + − * / ^, parentheses, numbers, the given variables,
 * sqrt, exp, ln, abs. A product may be written without its sign: 2(1+b), 2b, (1+b)(1-b).
 * A sign is looser than a power, so −b^2 is −(b^2). A product without its sign after a division,
 * as in 1/2b, is read by some as (1/2)b and by others as 1/(2b): it is asked about, not guessed.
 * Two numbers need a sign between them.
 *
 * @param text what was typed
 * @param variables the names that may occur; default none
 */
export function readExpression(
  text: string,
  variables: readonly string[] = [],
): Expression | Unreadable {
  const read = readTree(text, variables);
  return read.kind === "unreadable" ? read : { kind: "expression", evaluate: evaluator(read.tree) };
}

/** The same formula as it is built. */
export function readTree(
  text: string,
  variables: readonly string[],
): { readonly kind: "tree"; readonly tree: Tree } | Unreadable {
  try {
    return { kind: "tree", tree: parse(tokenize(text), variables) };
  } catch (problem) {
    if (problem instanceof SyntaxError) return { kind: "unreadable", message: problem.message };
    throw problem;
  }
}

function parse(tokens: readonly Token[], variables: readonly string[]): Tree {
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

  function expression(floor: number): Tree {
    let left = operand();
    let divided = false;
    for (;;) {
      const token = next();
      if (!token) return left;
      const implied = token.kind !== "operator" || token.text === "(";
      const operator = implied ? "*" : (token.text as Operator);
      // A closing parenthesis has no strength: it ends what stands before it.
      const strength = implied ? PRODUCT : (strengths[operator] ?? 0);
      if (strength <= floor) return left;
      const last = tokens[at - 1];
      if (token.kind === "number" && last?.kind === "number") {
        // 10 000, 2 1/2 and 1.2.3 are meant as one number, and none of them as a product.
        throw new SyntaxError(
          say(
            "“{next}” stands right behind “{number}”. Write a number without spaces and with one point at most, and a sign between two numbers, such as * or +.",
            { next: token.text, number: last.text },
          ),
        );
      }
      if (implied && divided) {
        throw new SyntaxError(
          "A product after a division can be read in two ways. Write a/(b*c) or (a/b)*c.",
        );
      }
      if (!implied) at++;
      divided = token.text === "/" && !implied;
      // A power groups to the right: a^b^c is a^(b^c).
      const right = expression(strength === POWER ? POWER - 1 : strength);
      left = { kind: "binary", operator, left, right };
    }
  }

  function operand(): Tree {
    const token = next();
    at++;
    if (!token)
      throw new SyntaxError(
        "The formula stops too early: a number or a name is missing at the end.",
      );
    if (token.kind === "number") return { kind: "number", text: token.text };
    if (token.kind === "name") return named(token.text);
    if (token.text === "(") return parenthesized();
    if (token.text === "-" || token.text === "+") {
      const of = expression(SIGN);
      return token.text === "-" ? { kind: "negated", of } : of;
    }
    throw new SyntaxError(`Before “${token.text}” a number or a name is missing.`);
  }

  function parenthesized(): Tree {
    const inner = expression(0);
    if (next()?.text !== ")") throw new SyntaxError("A closing parenthesis ) is missing.");
    at++;
    return inner;
  }

  function named(name: string): Tree {
    const variable = variableFor(name, variables);
    if (variable !== undefined) return { kind: "name", name: variable };
    if (Object.hasOwn(FUNCTIONS, name)) {
      if (next()?.text !== "(")
        throw new SyntaxError(`Write ${name} with parentheses: ${name}(…).`);
      at++;
      return { kind: "call", name, argument: parenthesized() };
    }
    throw new SyntaxError(unknownName(name, variables));
  }
}

function evaluator(tree: Tree): Evaluate {
  switch (tree.kind) {
    case "number": {
      const value = Number(tree.text);
      return () => value;
    }
    case "name":
      return (values) => values[tree.name] ?? Number.NaN;
    case "negated": {
      const of = evaluator(tree.of);
      return (values) => -of(values);
    }
    case "call": {
      const argument = evaluator(tree.argument);
      const apply = FUNCTIONS[tree.name] ?? (() => Number.NaN);
      return (values) => apply(argument(values));
    }
    case "binary":
      return combine(tree.operator, evaluator(tree.left), evaluator(tree.right));
  }
}

function combine(operator: Operator, left: Evaluate, right: Evaluate): Evaluate {
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
  if (variables.length === 0) return say("“{name}” is not a number.", { name });
  const product = [...name].every((letter) => variables.includes(letter));
  return sentences(
    say("“{name}” is not one of the names here: {variables}.", {
      name,
      variables: variables.join(", "),
    }),
    product && say("For a product write {product}.", { product: [...name].join("*") }),
  );
}
