import type { Position } from "./compile-position.ts";

const KEYWORD = "function";

/** A source in which one arrow function is written with `function`, and how to map places back. */
export interface Rewritten {
  readonly source: string;
  readonly origin: (position: Position) => Position;
}

/**
 * The type stripper gives up an arrow function whose body has an error and then reports its arrow,
 * or the return type before it. Written with `function`, the same body is reported where it is wrong. Nothing when the place
 * is not that of an arrow function with a braced body.
 */
export function withoutArrow(source: string, { line, column }: Position): Rewritten | undefined {
  const lines = source.split("\n");
  const place = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  const [, returnType] = /^((?::[^=;{}]*)?)=>\s*\{/.exec(source.slice(place)) ?? [];
  if (returnType === undefined) return undefined;
  const arrow = place + returnType.length;
  const open = openingParenthesis(source, arrow);
  if (open === undefined) return undefined;
  const before = source.slice(0, open);
  const insertedAt = { line: before.split("\n").length, column: open - before.lastIndexOf("\n") };
  return {
    source: `${before}${KEYWORD}${source.slice(open, arrow)}  ${source.slice(arrow + 2)}`,
    origin: (position) =>
      position.line === insertedAt.line && position.column > insertedAt.column
        ? { ...position, column: position.column - KEYWORD.length }
        : position,
  };
}

/** Where the parameter list that ends before the arrow begins; a return type may stand between. */
function openingParenthesis(source: string, arrow: number): number | undefined {
  let depth = 0;
  for (let at = arrow - 1; at >= 0; at--) {
    if (source[at] === ")") depth++;
    else if (source[at] === "(" && --depth === 0) return at;
    else if (depth === 0 && /[;{}=]/.test(source[at] ?? "")) return undefined;
  }
  return undefined;
}
