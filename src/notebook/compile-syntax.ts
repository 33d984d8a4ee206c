import { say } from "#src/language/say.ts";
import type { Position } from "./compile-position.ts";

/**
 * A parser's message in a reader's words: what is wrong, then what to do.
 *
 * `said` is the message without its position, `position` where it points in `source`.
 */
export function describeSyntax(said: string, source: string, position: Position): string {
  const here = tokenAt(source, position);
  if (/^(Unexpected token|Expected|Unexpected)/.test(said)) {
    return here
      ? say(
          "“{text}” is not expected here. Look for a missing bracket, comma or operator just before it.",
          { text: here },
        )
      : say(
          "The code ends too early. Look for a bracket, brace or quote that is opened and never closed.",
        );
  }
  const taken = /^Identifier '(.+)' has already been declared$/.exec(said);
  if (taken)
    return say("“{name}” is declared twice in this cell. Rename one of the two.", {
      name: taken[1],
    });
  if (/^Unterminated string/.test(said)) {
    return say("A string is opened here and never closed. Add the missing quote.");
  }
  if (/^Unterminated template/.test(said)) {
    return say("A template string is opened here and never closed. Add the missing backquote.");
  }
  if (/'return' outside of function/.test(said)) {
    return say(
      "“return” belongs inside a function. To show a value, write it as the last line of the cell.",
    );
  }
  if (/await/i.test(said)) {
    return say(
      "{problem}. “await” works at the top level of a cell and in functions marked “async”.",
      {
        problem: said,
      },
    );
  }
  return `${said.replace(/\.$/, "")}.`;
}

function tokenAt(source: string, { line, column }: Position): string {
  const rest = (source.split("\n")[line - 1] ?? "").slice(column - 1);
  return /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(rest)?.[0] ?? "";
}
