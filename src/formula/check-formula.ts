import { say } from "#src/language/say.ts";
import type { MathNode } from "./algebra.ts";
import { CONSTANTS, FUNCTIONS, KINKED } from "./functions.ts";

const OPERATORS = ["add", "subtract", "multiply", "divide", "pow", "unaryMinus", "unaryPlus"];

/** What other kinds of node are, to the person who wrote them. */
const REFUSED: Readonly<Record<string, string>> = {
  AssignmentNode: say("an assignment. Write the function alone, such as x^2 + y^2"),
  FunctionAssignmentNode: say("a definition. Write the function alone, such as x^2 + y^2"),
  BlockNode: say("several formulas. Write one, without ; and without line breaks"),
  ConditionalNode: say("a condition. It has no derivative where it switches"),
  RelationalNode: say("a comparison. Write a number that is to be small"),
  ArrayNode: say("a list. Write one number, such as x^2 + y^2"),
  RangeNode: say("a range. Write one number, such as x^2 + y^2"),
  ObjectNode: say("an object. Write one number, such as x^2 + y^2"),
  AccessorNode: say("a part of something else. Use plain names such as x1"),
};

/**
 * Makes sure that a tree holds nothing but numbers, variables, + − * / ^ and known functions.
 *
 * @param allowed names that variables may have; any when absent.
 * @returns the variables, in the order of the alphabet, x2 before x10.
 * @throws RangeError that says what is not understood and what to write instead.
 */
export function checkFormula(tree: MathNode, allowed?: readonly string[]): readonly string[] {
  const variables = new Set<string>();
  tree.traverse((node, path, parent) => {
    if (path === "fn" && isOf(parent, "FunctionNode")) return; // its name, checked with it
    const problem = problemOf(node);
    if (problem !== undefined) throw new RangeError(`formula: ${problem}`);
    if (!isOf(node, "SymbolNode") || Object.hasOwn(CONSTANTS, node.name)) return;
    if (allowed !== undefined && !allowed.includes(node.name))
      throw new RangeError(
        `formula: ${node.name} is not known. The variables are ${allowed.join(", ")}`,
      );
    variables.add(node.name);
  });
  return [...variables].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** Why a node may not stand in a formula, in words; undefined if it may. */
function problemOf(node: MathNode): string | undefined {
  if (isOf(node, "ParenthesisNode")) return undefined;
  if (isOf(node, "ConstantNode")) return problemOfNumber(node.value);
  if (isOf(node, "FunctionNode")) return problemOfCall(node.fn.toString(), node.args.length);
  if (isOf(node, "OperatorNode"))
    return OPERATORS.includes(node.fn)
      ? undefined
      : say("the operator {operator} is not known. Use + − * / ^ and brackets", {
          operator: node.op,
        });
  if (isOf(node, "SymbolNode"))
    return Object.hasOwn(FUNCTIONS, node.name)
      ? say("{name} needs its argument in brackets, as in {name}(x)", { name: node.name })
      : undefined;
  return say("this is {what}", {
    what: REFUSED[node.type] ?? say("no formula. Write a function such as x^2 + y^2"),
  });
}

function problemOfNumber(value: unknown): string | undefined {
  if (value === undefined) return say("there is nothing. Write a function such as x^2 + y^2");
  if (typeof value !== "number")
    return say("{value} is not a number", { value: JSON.stringify(value) });
  return Number.isFinite(value) ? undefined : say("{value} is not a finite number", { value });
}

function problemOfCall(name: string, count: number): string | undefined {
  if (KINKED.includes(name))
    return say("{name} has no derivative at its corners and steps. Use a smooth function", {
      name,
    });
  if (!Object.hasOwn(FUNCTIONS, name))
    return say(
      "there is no function {name}. For a product write {name} * (…); the functions are {functions}",
      { name, functions: Object.keys(FUNCTIONS).join(", ") },
    );
  const { arguments: counts } = FUNCTIONS[name]!;
  if (counts.includes(count)) return undefined;
  return `${name} takes ${counts.join(" or ")} argument${counts.at(-1) === 1 ? "" : "s"}, got ${count}`;
}

interface Kinds {
  ConstantNode: MathNode & { value: unknown };
  OperatorNode: MathNode & { fn: string; op: string; args: MathNode[] };
  FunctionNode: MathNode & { fn: MathNode; args: MathNode[] };
  SymbolNode: MathNode & { name: string };
  ParenthesisNode: MathNode & { content: MathNode };
}

/** Whether a node is of a kind, without needing the library's classes. */
export function isOf<K extends keyof Kinds>(node: MathNode, kind: K): node is Kinds[K] {
  return node?.type === kind;
}
