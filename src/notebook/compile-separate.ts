import { tokenizer } from "acorn";
import type { Origin, Position } from "./compile-position.ts";

/** A statement of types that stands after another type. */
const STATEMENT =
  /^[ \t]*(?:(?:interface|type|declare|export|abstract)[ \t]+[\w$]|import[ \t]+type\b)/m;

/**
 * Puts a semicolon where types that were taken out ended a statement, and where without them the next
 * line would go on with it: `const y = x as number` before `(y)` is no call of `x`.
 */
export function separated(code: string, source: string, origin: Origin): string {
  if (code === source || !/\n\s*(?:[([`+-]|\/[^/])/.test(code)) return code;
  const lines = source.split("\n");
  const offset = (place: Position) => {
    const { line, column } = origin(place);
    return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  };
  let end = 0;
  let last: Position | undefined;
  try {
    for (const { start, ...token } of tokenizer(code, { ecmaVersion: "latest", locations: true })) {
      const [gap, next] = [code.slice(end, start), code[start] ?? ""];
      if (
        last &&
        gap.includes("\n") &&
        "([`/+-".includes(next) &&
        /[\w$)\]}"'`/]/.test(code[end - 1]!)
      ) {
        const { line, column } = token.loc!.start;
        const [from, to] = [offset(last), offset({ line, column: column + 1 })];
        const erased = source.slice(from + 1, to);
        // The end of a template has no place of its own in the map.
        const placed = source[from] === code[end - 1] && source[to] === next;
        const differs = erased.replace(/\s/g, "") !== gap.replace(/\s/g, "");
        if (placed && differs && ends(erased, next))
          return separated(`${code.slice(0, end)};${code.slice(end)}`, source, origin);
      }
      ({ end } = token);
      // The last letter of the token: where it ends nothing may be.
      last = token.loc!.end;
    }
  } catch {
    // The parser says what is wrong with it.
  }
  return code;
}

/** Whether types ended the statement before them, since one of their own or another one follows. */
function ends(erased: string, next: string): boolean {
  const types = erased.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "");
  if (types.trim().startsWith("<")) return false;
  const cast = /^\s*!?\s*(?:as|satisfies)\b/.test(types);
  return /^\s*\n/.test(types) || STATEMENT.test(types) || (cast && "([`".includes(next));
}
