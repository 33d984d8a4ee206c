import ts from "typescript";

/** A wrong version of a solution, made by one small change. */
export interface Mutant {
  /** The changed line before and after, trimmed: how a list of survivors names it. */
  readonly was: string;
  readonly becomes: string;
  readonly source: string;
}

/** What stands for each operator in turn. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "**": ["*"],
  "<": ["<=", ">"],
  "<=": ["<"],
  ">": [">=", "<"],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
};

/** Rounds of a loop after which a mutant counts as endless. */
const ROUNDS = 100_000;

/**
 * Every mutant of a solution: each operator replaced by its relatives, each number by its neighbour,
 * its double and 0, each sign dropped, each variable swapped for each other one of the same function.
 * What stands behind `??` is left alone: it is there for the compiler, which cannot see that an index
 * is inside its list.
 */
export function mutantsOf(source: string): readonly Mutant[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  const changes: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const change = (node: ts.Node, text: string) =>
    changes.push({ from: node.getStart(file), to: node.getEnd(), text });

  const visit = (node: ts.Node, names: readonly string[]): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const guard =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
    const inner = ts.isFunctionLike(node) ? [...new Set([...names, ...namesOf(node)])] : names;
    if (ts.isBinaryExpression(node)) {
      for (const text of OPERATORS[node.operatorToken.getText(file)] ?? [])
        change(node.operatorToken, text);
    }
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      for (const other of new Set([value + 1, 2 * value, 0]))
        if (other !== value) change(node, String(other));
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
      change(node, node.operand.getText(file));
    if (ts.isIdentifier(node) && isRead(node) && inner.includes(node.text))
      for (const other of inner) if (other !== node.text) change(node, replacement(node, other));
    if (guard) visit(node.left, inner);
    else
      ts.forEachChild(node, (child) => {
        visit(child, inner);
      });
  };
  visit(file, []);

  return changes.map(({ from, to, text }) => {
    const mutated = source.slice(0, from) + text + source.slice(to);
    const line = source.slice(0, from).split("\n").length - 1;
    return {
      was: (source.split("\n")[line] ?? "").trim(),
      becomes: (mutated.split("\n")[line] ?? "").trim(),
      source: withGuards(mutated),
    };
  });
}

/** The names that a function has of its own: parameters and what it declares. */
function namesOf(node: ts.Node): readonly string[] {
  const names: string[] = [];
  const collect = (one: ts.Node): void => {
    if ((ts.isParameter(one) || ts.isVariableDeclaration(one)) && ts.isIdentifier(one.name))
      names.push(one.name.text);
    if (one === node || !ts.isFunctionLike(one)) ts.forEachChild(one, collect);
  };
  collect(node);
  return names;
}

/** Whether an identifier stands for the value of a variable. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  const named = parent as { readonly name?: ts.Node };
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (named.name === node) return false;
  return !(ts.isBindingElement(parent) && parent.propertyName === node);
}

const replacement = (node: ts.Identifier, other: string) =>
  ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${other}` : other;

/** The same source with a count of rounds in every loop, so that a mutant without end throws. */
function withGuards(source: string): string {
  const file = ts.createSourceFile("mutant.ts", source, ts.ScriptTarget.Latest, true);
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false) && ts.isBlock(node.statement))
      places.push(node.statement.getStart(file) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const guarded = places
    .sort((a, b) => b - a)
    .reduce(
      (text, at) =>
        `${text.slice(0, at)} if (++$rounds > ${ROUNDS}) throw new Error("endless"); ${text.slice(at)}`,
      source,
    );
  return places.length === 0 ? source : `let $rounds = 0;\n${guarded}`;
}
