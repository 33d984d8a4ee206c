import { say } from "#src/language/say.ts";
import type { Import } from "./compile.ts";
import type { Node } from "./compile-names.ts";
import type { Origin, Position } from "./compile-position.ts";

export interface Prepared {
  readonly javascript: string;
  readonly result: string;
  readonly shows: boolean;
  readonly imports: readonly Import[];
  readonly origin: Origin;
}

/** What no cell can do, and what to do instead. */
export interface Refused {
  readonly problem: string;
  readonly position: Position;
}

/**
 * Makes plain statements of a parsed module: takes the imports out, blanks `export`, and catches
 * the value of a final expression statement. Every line keeps its number.
 */
export function prepare(program: Node, code: string, origin: Origin): Prepared | Refused {
  const at = (node: Node): Position => origin(positionOf(code, node.start));
  const imports: Import[] = [];
  let javascript = code;
  const blank = (start: number, end: number) => {
    javascript =
      javascript.slice(0, start) +
      javascript.slice(start, end).replace(/[^\n\r]/g, " ") +
      javascript.slice(end);
  };

  /** What stands before and after stays two statements. */
  const drop = ({ start, end }: Node) => {
    blank(start, end);
    javascript = `${javascript.slice(0, start)};${javascript.slice(start + 1)}`;
  };

  for (const statement of program.body) {
    switch (statement.type) {
      case "ImportDeclaration":
        if (statement.specifiers.length === 0)
          return {
            problem: say(
              'This import brings no name. Say what the cell needs of it: import { … } from "{module}"',
              { module: String(statement.source.value) },
            ),
            position: at(statement),
          };
        for (const specifier of statement.specifiers)
          imports.push(importOf(statement, specifier, at));
        drop(statement);
        break;
      case "ExportNamedDeclaration":
        if (statement.source)
          return {
            problem: say(
              'A cell exports nothing from elsewhere. Import it, and it has its name here: import { … } from "{module}"',
              { module: String(statement.source.value) },
            ),
            position: at(statement),
          };
        // `export const x = …` is welcome, so that a cell can be pasted into a module and back;
        // `export { a, b };` says nothing that a cell does not do anyway.
        if (!statement.declaration) drop(statement);
        else blank(statement.start, statement.declaration.start);
        break;
      case "ExportDefaultDeclaration":
      case "ExportAllDeclaration":
        return {
          problem: say(
            "“export default” and “export *” have no meaning in a cell. Give the value a name, for example: const result = …",
          ),
          position: at(statement),
        };
    }
  }
  const asked = findForbidden(program);
  if (asked) return { problem: asked.problem, position: at(asked.node) };

  const result = freshName(code);
  const last = program.body.at(-1);
  if (last?.type !== "ExpressionStatement") {
    return { javascript, result, shows: false, imports, origin };
  }
  const opening = `${result}=(`;
  const end = last.expression.end;
  // Parentheses are closed after the expression, outside any that surround it in the source.
  const closeAt = last.end - (javascript[last.end - 1] === ";" ? 1 : 0);
  javascript = `${javascript.slice(0, last.start)}${opening}${javascript.slice(last.start, Math.max(end, closeAt))})${javascript.slice(Math.max(end, closeAt))}`;
  const moved = positionOf(code, last.start);
  return {
    javascript,
    result,
    shows: true,
    imports,
    origin: ({ line, column }) =>
      origin({
        line,
        column:
          line === moved.line && column > moved.column
            ? Math.max(moved.column, column - opening.length)
            : column,
      }),
  };
}

function importOf(statement: Node, specifier: Node, at: (node: Node) => Position): Import {
  const as: string = specifier.local.name;
  const common = { from: String(statement.source.value), as, position: at(specifier) };
  if (specifier.type === "ImportNamespaceSpecifier") return { ...common, name: "*" };
  if (specifier.type === "ImportDefaultSpecifier") return { ...common, name: "default" };
  return { ...common, name: specifier.imported.name ?? String(specifier.imported.value) };
}

function findForbidden(node: Node): { node: Node; problem: string } | undefined {
  if (node.type === "ImportExpression") {
    return {
      node,
      problem: say(
        'import(…) is not available in a cell. Write the import as a line of its own: import { run } from "@downhill/optim"',
      ),
    };
  }
  if (node.type === "MetaProperty" && node.meta?.name === "import") {
    return { node, problem: say("import.meta is not available in a cell, which is not a file.") };
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      const found = findForbidden(child);
      if (found) return found;
    }
  }
  return undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function freshName(code: string): string {
  let name = "$result";
  while (code.includes(name)) name += "$";
  return name;
}

/** A place in a text, from its offset. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
