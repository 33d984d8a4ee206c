import { show } from "./internal/guard.ts";
import { type Differentiable, Variable } from "./tape.ts";

/** A part of a formula at a point: it may depend on no variable. */
type Value = Variable | number;
/** A part of a formula, read. */
type Part = (x: readonly Variable[]) => Value;

/** A longer text would take the reader of it too deep. */
const MOST_CHARACTERS = 500;

/**
 * Reads a function of named variables from text; the tape then has its derivatives.
 *
 *     objectiveFrom(readFormula("(1 - x)^2 + 100(y - x^2)^2", ["x", "y"]), 2)
 *
 * Numbers, the variables, pi and e; + − * / ^ and brackets; sqrt, exp, log and ln (both natural),
 * sin, cos, tan, tanh, abs. The star of a product may be left out: 2x, 3(x + 1). A power binds before
 * a sign, −x^2 = −(x^2), and from the right, x^2^3 = x^8. Nothing of the text is run as code.
 *
 * @param text the formula, at most 500 characters.
 * @param variables their names, in the order of x₁, x₂, …
 * @throws TypeError for what is no text; RangeError that says what is not understood, and where.
 */
export function readFormula(text: string, variables: readonly string[]): Differentiable {
  if (typeof text !== "string")
    throw new TypeError(`readFormula: write the formula as text, got ${show(text)}`);
  if (text.length > MOST_CHARACTERS)
    throw new RangeError(
      `readFormula: a formula may have ${MOST_CHARACTERS} characters, this one has ${text.length}`,
    );
  const read = reader(text, variables);
  const whole = read();
  return (...x) => {
    const value = whole(x);
    return value instanceof Variable ? value : x[0]!.times(0).plus(value);
  };
}

const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

const FUNCTIONS: Readonly<Record<string, (a: Variable) => Variable>> = {
  sqrt: (a) => a.sqrt(),
  exp: (a) => a.exp(),
  log: (a) => a.log(),
  ln: (a) => a.log(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  tan: (a) => a.sin().over(a.cos()),
  tanh: (a) => a.tanh(),
  abs: (a) => a.abs(),
};

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([A-Za-z_]\w*)|(\*\*|\S))/y;

interface Token {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
  /** Where it begins, counted from 1. */
  readonly at: number;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 1: number, 2: name, 3: sign, index, 0: all } of text.matchAll(
    new RegExp(TOKEN, "g"),
  )) {
    const found = number ?? name ?? sign ?? "";
    const kind = number !== undefined ? "number" : name !== undefined ? "name" : "sign";
    const plain = found === "**" ? "^" : found.replace("−", "-").replace("·", "*");
    tokens.push({ kind, text: plain, at: index + all.length - found.length + 1 });
  }
  return tokens;
}

/** Reads by descent: a sum of products of signed powers of numbers, names, calls and brackets. */
function reader(text: string, variables: readonly string[]): () => Part {
  const tokens = tokensOf(text);
  let next = 0;
  const peek = () => tokens[next]?.text;
  const take = (sign: string) => {
    if (tokens[next]?.kind !== "sign" || peek() !== sign) return false;
    next++;
    return true;
  };
  const unexpected = () => {
    const token = tokens[next];
    return new RangeError(
      token === undefined
        ? "readFormula: the formula ends too early"
        : `readFormula: “${token.text}” is not expected at character ${token.at}`,
    );
  };

  function sum(): Part {
    let left = product();
    for (;;) {
      if (take("+")) left = joined(left, product(), plus);
      else if (take("-")) left = joined(left, product(), (a, b) => plus(a, times(b, -1)));
      else return left;
    }
  }

  function product(): Part {
    let left = signed();
    for (;;) {
      const token = tokens[next];
      const touching = token !== undefined && (token.kind !== "sign" || token.text === "(");
      if (take("*")) left = joined(left, signed(), times);
      else if (take("/")) left = joined(left, signed(), over);
      else if (touching) left = joined(left, power(), times);
      else return left;
    }
  }

  function signed(): Part {
    if (take("+")) return signed();
    if (!take("-")) return power();
    const operand = signed();
    return (x) => times(operand(x), -1);
  }

  function power(): Part {
    const base = atom();
    return take("^") ? joined(base, signed(), raised) : base;
  }

  function atom(): Part {
    const token = tokens[next];
    if (take("(")) return closed(sum());
    if (token === undefined || token.kind === "sign") throw unexpected();
    next++;
    if (token.kind === "number") return () => Number(token.text);
    return named(token);
  }

  function named({ text: name, at }: Token): Part {
    const place = variables.indexOf(name);
    if (place >= 0) return (x) => x[place]!;
    if (Object.hasOwn(CONSTANTS, name)) return () => CONSTANTS[name]!;
    if (!Object.hasOwn(FUNCTIONS, name))
      throw new RangeError(
        `readFormula: ${name} at character ${at} is not known. The variables are ${variables.join(", ")}; the functions are ${Object.keys(FUNCTIONS).join(", ")}`,
      );
    if (!take("("))
      throw new RangeError(
        `readFormula: ${name} needs its argument in brackets, as in ${name}(${variables[0] ?? "2"})`,
      );
    const argument = closed(sum());
    const apply = FUNCTIONS[name]!;
    return (x) => {
      const a = argument(x);
      return a instanceof Variable ? apply(a) : apply(new Variable([], a, 0)).value;
    };
  }

  function closed(inside: Part): Part {
    if (take(")")) return inside;
    throw next < tokens.length
      ? unexpected()
      : new RangeError("readFormula: a bracket is not closed");
  }

  return () => {
    const whole = sum();
    if (next < tokens.length) throw unexpected();
    return whole;
  };
}

function joined(left: Part, right: Part, join: (a: Value, b: Value) => Value): Part {
  return (x) => join(left(x), right(x));
}

function plus(a: Value, b: Value): Value {
  if (a instanceof Variable) return a.plus(b);
  return b instanceof Variable ? b.plus(a) : a + b;
}

function times(a: Value, b: Value): Value {
  if (a instanceof Variable) return a.times(b);
  return b instanceof Variable ? b.times(a) : a * b;
}

function over(a: Value, b: Value): Value {
  if (a instanceof Variable) return a.over(b);
  return b instanceof Variable ? b.power(-1).times(a) : a / b;
}

function raised(a: Value, b: Value): Value {
  if (a instanceof Variable) return a.power(b);
  return b instanceof Variable ? b.times(Math.log(a)).exp() : a ** b;
}
