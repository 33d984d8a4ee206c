/** A formula as it is built: what is added, divided, raised, and of what a function is taken. */
export type Tree =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negated"; readonly of: Tree }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: "call"; readonly name: string; readonly argument: Tree };

export type Operator = "+" | "-" | "*" | "/" | "^";

/** Binding strength: a sum is looser than a product, a product than a sign, a sign than a power. */
export const SUM = 1;
export const PRODUCT = 2;
export const SIGN = 3;
export const POWER = 4;
/** Of what nothing can tear apart: a number, a name, a call. */
const ATOM = 5;

export const strengths: Readonly<Record<Operator, number>> = {
  "+": SUM,
  "-": SUM,
  "*": PRODUCT,
  "/": PRODUCT,
  "^": POWER,
};

export function strengthOf(tree: Tree): number {
  if (tree.kind === "binary") return strengths[tree.operator];
  return tree.kind === "negated" ? SIGN : ATOM;
}

/** A formula as plain text, every product with its sign and no parenthesis more than it needs. */
export function printTree(tree: Tree): string {
  switch (tree.kind) {
    case "number":
      return tree.text;
    case "name":
      return tree.name;
    case "negated":
      return `-${within(tree.of, SIGN)}`;
    case "call":
      return `${tree.name}(${printTree(tree.argument)})`;
    case "binary": {
      const strength = strengths[tree.operator];
      // A power groups to the right, all others to the left; a sign inside stands in parentheses.
      const [left, right] = tree.operator === "^" ? [ATOM, POWER] : [strength, strength + 1];
      const sign = tree.right.kind === "negated" ? ATOM : right;
      return `${within(tree.left, left)}${tree.operator}${within(tree.right, sign)}`;
    }
  }
}

function within(tree: Tree, floor: number): string {
  const text = printTree(tree);
  return strengthOf(tree) < floor ? `(${text})` : text;
}
