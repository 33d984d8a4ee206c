import type { Compiled } from "./compile.ts";
import type { Position } from "./compile-position.ts";

/** A place in the source of one of several compiled texts. */
export interface Located extends Position {
  readonly name: string;
}

/**
 * Where an error came from: the innermost stack frame that lies in one of our own sources.
 *
 * `compiled` finds a source by the name given to `evaluate`. Nothing when no frame is ours, or
 * when the value thrown has no stack.
 */
export function locate(
  error: unknown,
  compiled: (name: string) => Compiled | undefined,
): Located | undefined {
  const stack = stackOf(error);
  // V8 writes "at f (name:3:5)", others "f@name:3:5"; both end in the same three parts.
  for (const [, name = "", line, column] of stack.matchAll(/([\w:-]+):(\d+):(\d+)/g)) {
    const source = compiled(name);
    // Line 1 of the evaluated text is the header that `evaluate` writes.
    if (source)
      return { name, ...source.origin({ line: Number(line) - 1, column: Number(column) }) };
  }
  return undefined;
}

/** More than any stack of fifty frames; a longer text is searched in vain, and that takes for ever. */
const STACK = 20_000;

/** The frames of an error; empty where they are no text, or where reading them throws. */
export function stackOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return "";
    const stack: unknown = error.stack;
    if (typeof stack !== "string") return "";
    // V8 begins with the message, which can be of any length.
    const message = stack.indexOf(error.message);
    return stack.slice(message < 0 ? 0 : message + error.message.length).slice(0, STACK);
  } catch {
    return "";
  }
}
