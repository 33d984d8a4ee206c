import { say } from "#src/language/say.ts";
import type { Verdict } from "./verdict.ts";

/** The message of a verdict, with its place in the code where it has one. */
export function messageInWords(verdict: Exclude<Verdict, { kind: "pass" }>): string {
  const { message } = verdict;
  if (verdict.kind !== "error" || verdict.line === undefined) return message;
  const { line, column } = verdict;
  return say("{message} (line {line}, column {column})", { message, line, column });
}
