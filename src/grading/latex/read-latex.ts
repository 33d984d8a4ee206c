import { say } from "#src/language/say.ts";
import type { Unreadable } from "../expression.ts";
import { isDecimal, SEPARATED } from "../expression-tokens.ts";
import { type Operator, printTree, type Tree } from "../expression-tree.ts";
import { firstName, greekName, indexedName } from "./names.ts";
import { latexTokens } from "./tokens.ts";
import {
  cannotBePart,
  EMPTY,
  MIXED,
  NO_CLOSING,
  NO_OPENING,
  NO_RELATION,
  NUMBER_BEHIND,
  TWO_WAYS,
} from "./words.ts";

const FUNCTIONS = ["sqrt", "exp", "ln", "log", "abs"];
const FACTORS: Readonly<Record<string, Operator>> = { "*": "*", "/": "/" };
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "|(": ")|", "|": "|" };
/** What sets the letters inside it as one name. */
const NAMING = /^\\(?:mathrm|operatorname|text|mathit|mathbf|boldsymbol|textrm|mathsf)$/;
const LETTER = /^\p{L}$/u;
const DIGIT = /^[\d.]$/;

/**
 * The plain text of a formula written as TeX, as the parser of answers reads it; or why there is
 * none, in words for whoever wrote it. What can be read in two ways is asked about, not guessed.
 *
 * @param variables the names of this answer; they decide whether letters side by side are one name
 */
export function readLatex(
  latex: string,
  variables: readonly string[],
): { readonly kind: "text"; readonly text: string } | Unreadable {
  const tokens = latexTokens(latex);
  if (tokens.length === 0) return { kind: "text", text: "" };
  try {
    return { kind: "text", text: printTree(parse(tokens, variables)) };
  } catch (problem) {
    if (problem instanceof SyntaxError) return { kind: "unreadable", message: problem.message };
    throw problem;
  }
}

function parse(tokens: readonly string[], variables: readonly string[]): Tree {
  let at = 0;
  /** Absolute values that a plain bar has opened: the next bar closes the last of them. */
  let bars = 0;
  const whole = sum();
  const rest = tokens[at];
  if (rest === undefined) return whole;
  if (Object.values(CLOSING).includes(rest)) fail(NO_OPENING);
  fail(cannotBePart(rest, variables));

  function sum(): Tree {
    let left = product();
    for (let operator = tokens[at]; operator === "+" || operator === "-"; operator = tokens[at]) {
      at++;
      left = { kind: "binary", operator, left, right: product() };
    }
    return left;
  }

  function product(): Tree {
    let left = factor();
    let last = left;
    let divided = false;
    for (;;) {
      const token = tokens[at];
      const operator = FACTORS[token ?? ""];
      if (operator === undefined) {
        if (!startsFactor(token)) return left;
        if (divided) fail(TWO_WAYS);
        if (DIGIT.test(token ?? "")) fail(NUMBER_BEHIND(number()));
      } else at++;
      divided = operator === "/";
      const mixed =
        token === "\\frac" && last.kind === "number" && DIGIT.test(tokens[at - 1] ?? "");
      const right = factor();
      if (mixed && isNumeric(right)) fail(MIXED);
      last = right;
      left = { kind: "binary", operator: operator ?? "*", left, right };
    }
  }

  function startsFactor(token: string | undefined): boolean {
    if (token === undefined || /^(?:[-+^_}\])]|\)\||,)$/.test(token)) return false;
    return token !== "|" || bars === 0;
  }

  function factor(): Tree {
    const sign = tokens[at];
    if (sign === "-" || sign === "+") {
      at++;
      const of = factor();
      return sign === "-" ? { kind: "negated", of } : of;
    }
    const base = atom();
    if (tokens[at] !== "^") return base;
    at++;
    const exponent = argument();
    if (tokens[at] === "^")
      fail(say("Two exponents stand at one place: write a product, or parentheses."));
    const isE = base.kind === "name" && base.name === "e" && !variables.includes("e");
    return isE
      ? { kind: "call", name: "exp", argument: exponent }
      : { kind: "binary", operator: "^", left: base, right: exponent };
  }

  function atom(): Tree {
    const token = tokens[at];
    if (token === undefined || /^(?:[}\])*/^_+-]|\)\||\\placeholder)$/.test(token)) fail(EMPTY);
    if (/^[=<>≤≥]$/.test(token)) fail(NO_RELATION);
    if (DIGIT.test(token)) return { kind: "number", text: number() };
    if (LETTER.test(token)) return named(letters());
    at++;
    const greek = greekName(token);
    if (greek !== undefined) return named(greek);
    if (NAMING.test(token)) return named(plainGroup());
    if (token === "{") return group();
    if (token === "\\frac") {
      const left = argument();
      return { kind: "binary", operator: "/", left, right: argument() };
    }
    if (token === "\\sqrt") return root();
    if (CLOSING[token] !== undefined) return enclosed(token);
    if (FUNCTIONS.includes(token.slice(1)) && token.startsWith("\\")) return call(token.slice(1));
    fail(cannotBePart(token, variables));
  }

  function number(): string {
    let text = "";
    while (DIGIT.test(tokens[at] ?? "")) text += tokens[at++];
    const comma = tokens[at] === "{" ? 1 : 0;
    const behind = tokens[at + 1 + 2 * comma] ?? "";
    if (tokens[at + comma] === "," && DIGIT.test(behind)) {
      const rest = /^[\d.]+(?:(?:\{,\}|,)[\d.]+)*/.exec(tokens.slice(at + 1 + 2 * comma).join(""));
      if (!isDecimal(`${text},${rest?.[0] ?? ""}`)) fail(SEPARATED);
      fail(
        say("Write the decimal point as a dot, not as a comma: {whole}.{decimals}…", {
          whole: text,
          decimals: behind,
        }),
      );
    }
    if (!Number.isFinite(Number(text))) fail(say("“{text}” is not a number.", { text }));
    return text;
  }

  /** One name of those that may stand side by side here. */
  function letters(): string {
    let end = at;
    while (LETTER.test(tokens[end] ?? "")) end++;
    const name = firstName(tokens.slice(at, end).join(""), variables, FUNCTIONS);
    at += [...name].length;
    return name;
  }

  function named(stem: string): Tree {
    if (FUNCTIONS.includes(stem) && !variables.includes(stem)) return call(stem);
    if (tokens[at] !== "_") {
      // Not a name that an answer has, but a number that everybody writes.
      const isE = stem === "e" && !variables.includes("e") && tokens[at] !== "^";
      const one: Tree = { kind: "number", text: "1" };
      return isE ? { kind: "call", name: "exp", argument: one } : { kind: "name", name: stem };
    }
    at++;
    return { kind: "name", name: indexedName(stem, plainGroup(), variables) };
  }

  /** Letters and digits in braces, or a single one, as they stand there. */
  function plainGroup(): string {
    if (tokens[at] !== "{") return plainSign();
    at++;
    let text = "";
    while (tokens[at] !== "}") text += plainSign();
    at++;
    return text === "" ? fail(EMPTY) : text;
  }

  function plainSign(): string {
    const token = tokens[at++] ?? fail(EMPTY);
    const sign = greekName(token) ?? token.replace(/^\\_$/, "_");
    return /^[\p{L}\d_]+$/u.test(sign) ? sign : fail(cannotBePart(token, variables));
  }

  /** What a command takes, or an exponent: a group in braces, or the next sign alone. */
  function argument(): Tree {
    const token = tokens[at] ?? fail(EMPTY);
    if (/^\d$/.test(token)) {
      at++;
      return { kind: "number", text: token };
    }
    if (!LETTER.test(token)) return atom();
    at++;
    return named(token);
  }

  function group(): Tree {
    const inner = sum();
    if (tokens[at] !== "}") fail(cannotBePart(tokens[at] ?? "}", variables));
    at++;
    return inner;
  }

  function root(): Tree {
    if (tokens[at] !== "[") return { kind: "call", name: "sqrt", argument: argument() };
    at++;
    const right: Tree = {
      kind: "binary",
      operator: "/",
      left: { kind: "number", text: "1" },
      right: enclosed("["),
    };
    return { kind: "binary", operator: "^", left: argument(), right };
  }

  function enclosed(opening: string): Tree {
    const outer = bars;
    bars = opening === "|" ? 1 : 0;
    const inner = sum();
    bars = outer;
    if (tokens[at] !== CLOSING[opening]) {
      const token = tokens[at];
      fail(token === undefined || token === "}" ? NO_CLOSING : cannotBePart(token, variables));
    }
    at++;
    return opening.startsWith("|") ? { kind: "call", name: "abs", argument: inner } : inner;
  }

  function call(name: string): Tree {
    if (tokens[at] === "_")
      fail(
        say("Write {name} without a base: ln(x)/ln(2) is the logarithm of x to the base 2.", {
          name,
        }),
      );
    if (tokens[at] !== "(" && tokens[at] !== "[")
      fail(say("Write {name} with parentheses: {name}(…).", { name }));
    return { kind: "call", name, argument: enclosed(tokens[at++] ?? "") };
  }
}

function isNumeric(tree: Tree): boolean {
  return (
    tree.kind === "binary" &&
    tree.operator === "/" &&
    tree.left.kind === "number" &&
    tree.right.kind === "number"
  );
}

function fail(message: string): never {
  throw new SyntaxError(message);
}
