import { say } from "#src/language/say.ts";
import { cut, print } from "./print.ts";

/** What was thrown, in words for the reader. Never throws, whatever the value does when read. */
export function messageOf(error: unknown): string {
  try {
    return cut(inWords(error));
  } catch {
    return say("The cell threw a value that cannot be printed.");
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return say("The cell threw {error}.", { error: print(error) });
  // V8's words for endless recursion help nobody who has not met them before.
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return say(
      "A function calls itself without end (the call stack is full). Check the case in which it stops.",
    );
  }
  return error.name === "Error" ? `${error.message}` : `${error.name}: ${error.message}`;
}
