import { POWER, PRODUCT, SIGN, SUM, strengthOf, type Tree } from "../expression-tree.ts";
import { latexOfName } from "./names.ts";

/** A formula as TeX: fractions, roots, exponents; every product with its dot. */
export function writeLatex(tree: Tree): string {
  switch (tree.kind) {
    case "number":
      return tree.text.replace(/[eE]\+?(-?\d+)$/, "\\cdot10^{$1}");
    case "name":
      return latexOfName(tree.name);
    case "negated":
      return `-${within(tree.of, SIGN)}`;
    case "call":
      return call(tree.name, writeLatex(tree.argument));
    case "binary":
      return binary(tree.operator, tree.left, tree.right);
  }
}

function binary(operator: string, left: Tree, right: Tree): string {
  switch (operator) {
    case "/":
      return `\\frac{${writeLatex(left)}}{${writeLatex(right)}}`;
    case "^":
      return `${base(left)}^{${writeLatex(right)}}`;
    case "*":
      return `${within(left, PRODUCT)}\\cdot ${behind(right, PRODUCT + 1)}`;
    default:
      return `${within(left, SUM)}${operator}${behind(right, PRODUCT)}`;
  }
}

function call(name: string, argument: string): string {
  if (name === "sqrt") return `\\sqrt{${argument}}`;
  if (name === "abs") return `\\left|${argument}\\right|`;
  return `\\${name}\\left(${argument}\\right)`;
}

/** What stands behind an operator: a sign there is put in parentheses. */
const behind = (tree: Tree, floor: number) =>
  tree.kind === "negated" ? parenthesized(tree) : within(tree, floor);

function base(tree: Tree): string {
  const bare = tree.kind === "name" || (tree.kind === "number" && strengthInTex(tree) > POWER);
  return bare ? writeLatex(tree) : parenthesized(tree);
}

function within(tree: Tree, floor: number): string {
  return strengthInTex(tree) < floor ? parenthesized(tree) : writeLatex(tree);
}

/** A number such as 2e-3 becomes a product; a fraction holds together by its line. */
function strengthInTex(tree: Tree): number {
  if (tree.kind === "number" && /e/i.test(tree.text)) return PRODUCT;
  return tree.kind === "binary" && tree.operator === "/" ? POWER : strengthOf(tree);
}

const parenthesized = (tree: Tree) => `\\left(${writeLatex(tree)}\\right)`;
