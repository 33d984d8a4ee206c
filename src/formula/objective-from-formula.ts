import type { Matrix, Objective, Vec } from "@downhill/optim";
import type { MathNode } from "./algebra.ts";
import { checkFormula } from "./check-formula.ts";
import { compileFormula } from "./compile-formula.ts";
import { CONSTANTS, FUNCTIONS } from "./functions.ts";

/** An objective that a reader typed. */
export interface FormulaObjective extends Objective {
  /** The names of x₁, x₂, … in the formula. */
  readonly variables: readonly string[];
  /** f in TeX. */
  readonly tex: string;
  gradientInto(x: Vec, out: Vec): void;
  hessian(x: Vec): Matrix;
}

/** Longer texts, more variables and longer derivatives are refused: they would stop the page. */
const MOST_CHARACTERS = 500;
const MOST_VARIABLES = 10;
const MOST_NODES = 2000;

/**
 * The objective of a formula in text, with its exact gradient and Hessian by symbolic
 * differentiation.
 *
 *     await objectiveFromFormula("(1-x)^2 + 100*(y-x^2)^2")
 *
 * A formula consists of numbers, variables, pi and e, + − * / ^ with brackets, and the functions
 * of `functions.ts`. Products may leave out the star: 2x. Where f has no derivative, as |x| at 0,
 * the gradient is NaN. The library that differentiates is loaded at the first call.
 *
 * @param variables the names of x₁, x₂, …; default: those in the formula, in the order of the
 *   alphabet. Name them to fix the number of variables, or their order.
 * @throws TypeError for what is no text; RangeError for a formula that is not understood, says
 *   what is wrong and what to write instead. Text is never run as code.
 */
export async function objectiveFromFormula(
  text: string,
  variables?: readonly string[],
): Promise<FormulaObjective> {
  if (typeof text !== "string") throw new TypeError("formula: write it as text, such as x^2 + y^2");
  if (text.length > MOST_CHARACTERS)
    throw new RangeError(
      `formula: it may have ${MOST_CHARACTERS} characters, and has ${text.length}`,
    );
  const reserved = variables?.find(
    (name) => Object.hasOwn(CONSTANTS, name) || Object.hasOwn(FUNCTIONS, name),
  );
  if (reserved !== undefined)
    throw new RangeError(
      `formula: ${reserved} has a meaning already. Choose another name for the variable`,
    );

  const { derivativeOf, parseFormula } = await import("./algebra.ts");
  const tree = parsed(text, parseFormula);
  const names = variables ?? checkFormula(tree);
  checkFormula(tree, names);
  if (names.length === 0)
    throw new RangeError("formula: it has no variable. Write a function such as x^2 + y^2");
  if (names.length > MOST_VARIABLES)
    throw new RangeError(
      `formula: it may have ${MOST_VARIABLES} variables, and has ${names.length}: ${names.join(", ")}`,
    );
  return objectiveOf(withLogOnly(tree), names, derivativeOf);
}

function objectiveOf(
  tree: MathNode,
  variables: readonly string[],
  derivativeOf: (tree: MathNode, variable: string) => MathNode,
): FormulaObjective {
  const slopes = variables.map((name) => {
    const slope = derivativeOf(tree, name);
    let nodes = 0;
    slope.traverse(() => {
      nodes++;
    });
    if (nodes > MOST_NODES)
      throw new RangeError(`formula: its derivative by ${name} is too long. Nest less`);
    return slope;
  });
  const dim = variables.length;
  const value = compileFormula(tree, variables);
  const gradient = slopes.map((slope) => compileFormula(slope, variables));
  /** The lower triangle. */
  const hessian = slopes.map((slope, i) =>
    variables.slice(0, i + 1).map((name) => compileFormula(derivativeOf(slope, name), variables)),
  );
  return {
    dim,
    variables,
    tex: tree.toTex(),
    value,
    gradient: (x) => Float64Array.from(gradient, (slope) => slope(x)),
    gradientInto(x, out) {
      for (let i = 0; i < dim; i++) out[i] = gradient[i]!(x);
    },
    hessian(x) {
      const H = variables.map(() => new Float64Array(dim));
      hessian.forEach((row, i) => {
        row.forEach((entry, j) => {
          const bend = entry(x);
          H[i]![j] = bend;
          H[j]![i] = bend;
        });
      });
      return H;
    },
  };
}

function parsed(text: string, parse: (text: string) => MathNode): MathNode {
  try {
    return parse(text);
  } catch (error) {
    const { message, char } = error as SyntaxError & { readonly char?: number };
    const what = message.replace(/\s*\(char \d+\)/, "");
    throw new RangeError(
      `formula: ${what.charAt(0).toLowerCase()}${what.slice(1)}${char === undefined ? "" : ` at character ${char}`}`,
    );
  }
}

/** The library knows the natural logarithm as log. */
function withLogOnly(tree: MathNode): MathNode {
  tree.traverse((node) => {
    const { fn } = node as MathNode & { readonly fn?: { name?: string } };
    if (node.type === "FunctionNode" && fn?.name === "ln") fn.name = "log";
  });
  return tree;
}
