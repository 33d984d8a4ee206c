import type { Vec } from "@downhill/optim";
import type { MathNode } from "./algebra.ts";
import { isOf } from "./check-formula.ts";
import { CONSTANTS, DERIVED_FUNCTIONS, FUNCTIONS } from "./functions.ts";

type Apply = (a: number, b: number) => number;

/** A formula ready to be computed: a number, or a function of the point. */
type Compiled = number | ((x: Vec) => number);

/**
 * A checked tree as a function of the point, made of small functions: no text is ever run.
 *
 * @param variables whose place among the names is its place in x.
 */
export function compileFormula(tree: MathNode, variables: readonly string[]): (x: Vec) => number {
  const compiled = compile(tree, variables);
  return typeof compiled === "number" ? () => compiled : compiled;
}

function compile(node: MathNode, variables: readonly string[]): Compiled {
  if (isOf(node, "ParenthesisNode")) return compile(node.content, variables);
  if (isOf(node, "ConstantNode")) return Number(node.value);
  if (isOf(node, "SymbolNode")) {
    const place = variables.indexOf(node.name);
    return place < 0 ? CONSTANTS[node.name]! : (x) => x[place]!;
  }
  if (isOf(node, "OperatorNode")) {
    const args = node.args.map((arg) => compile(arg, variables));
    const apply = OPERATIONS[node.fn]!;
    if (args.length === 1) return combine(apply, args[0]!);
    // A sum or product may have more than two terms.
    return args.slice(1).reduce((first, second) => {
      if (node.fn === "pow") return power(first, second);
      if (node.fn === "add" || node.fn === "multiply") return sumOrProduct(node.fn, first, second);
      return combine(apply, first, second);
    }, args[0]!);
  }
  if (isOf(node, "FunctionNode")) {
    const name = node.fn.toString();
    const { apply } = (FUNCTIONS[name] ?? DERIVED_FUNCTIONS[name])!;
    const [first, second] = node.args.map((arg) => compile(arg, variables));
    return combine(apply, first!, second);
  }
  throw new Error(`formula: a derivative brought in a ${node.type}, which was not foreseen`);
}

const OPERATIONS: Readonly<Record<string, Apply>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  pow: (a, b) => a ** b,
  unaryMinus: (a) => -a,
  unaryPlus: (a) => a,
};

/** Applies at once what does not depend on x. */
function combine(apply: Apply, a: Compiled, b?: Compiled): Compiled {
  if (b === undefined) {
    const single = apply as (a: number) => number;
    return typeof a === "number" ? single(a) : (x) => single(a(x));
  }
  if (typeof a === "number") return typeof b === "number" ? apply(a, b) : (x) => apply(a, b(x));
  return typeof b === "number" ? (x) => apply(a(x), b) : (x) => apply(a(x), b(x));
}

/** Leaves out terms of 0 and factors of 1, of which derivatives are full; 0 times anything is 0. */
function sumOrProduct(operation: "add" | "multiply", a: Compiled, b: Compiled): Compiled {
  const neutral = operation === "add" ? 0 : 1;
  if (operation === "multiply" && (a === 0 || b === 0)) return 0;
  if (a === neutral) return b;
  if (b === neutral) return a;
  return combine(OPERATIONS[operation]!, a, b);
}

/** Squares as products, exact and fast; exponents 1 and 0 come from derivatives. */
function power(a: Compiled, b: Compiled): Compiled {
  if (b === 0) return 1;
  if (b === 1) return a;
  if (b !== 2 || typeof a === "number") return combine(OPERATIONS["pow"]!, a, b);
  return (x) => {
    const base = a(x);
    return base * base;
  };
}
