import { create, derivativeDependencies, type MathNode, parseDependencies } from "mathjs/number";

export type { MathNode } from "mathjs/number";

/** Of mathjs, only what reads and differentiates text: no evaluator, no units, no matrices. */
const math = create({
  parse: parseDependencies!,
  derivative: derivativeDependencies!,
});

/**
 * The tree of a formula. Nothing in it is evaluated.
 * @throws SyntaxError, with the place in `char`, for text that is no formula.
 */
export function parseFormula(text: string): MathNode {
  return math.parse(text);
}

/** ∂/∂variable of a tree, not simplified: the library would take for ever over deep trees. */
export function derivativeOf(tree: MathNode, variable: string): MathNode {
  return math.derivative(tree, variable, { simplify: false });
}
