import { say } from "#src/language/say.ts";
import { isRecord } from "#src/notebook/output-check.ts";
import type { Answerer, CallResult, Problem } from "./answerer.ts";

/** Judge → answer: one question at a time, counted from 1. */
export type Question = { readonly number: number } & (
  | { readonly ask: "open"; readonly source: string; readonly name: string }
  | { readonly ask: "call"; readonly calls: readonly (readonly unknown[])[] }
);

/** Answer → judge, made where a stranger's code runs: anything can be in it. */
export type Told = { readonly number: number } & (
  | { readonly problem: Problem | undefined }
  | { readonly results: readonly CallResult[] }
);

/** Thrown when what was told is nothing that an honest answer tells. */
export class Interference extends Error {
  constructor() {
    super(
      say(
        "The code interfered with its own check. Take out what posts messages or changes what the language itself provides, and check again.",
      ),
    );
  }
}

/** An answerer at the other end of a line: `ask` sends a question and gives what was told. */
export function remoteAnswerer(ask: (question: Question) => Promise<unknown>): Answerer {
  let number = 0;
  return {
    async open(source, name) {
      const told = await ask({ number: ++number, ask: "open", source, name });
      if (!isRecord(told) || !(told.problem === undefined || isProblem(told.problem)))
        throw new Interference();
      return told.problem;
    },
    async call(calls) {
      const told = await ask({ number: ++number, ask: "call", calls });
      if (!isRecord(told) || !areResults(told.results, calls)) throw new Interference();
      return told.results;
    },
  };
}

function areResults(
  data: unknown,
  calls: readonly (readonly unknown[])[],
): data is readonly CallResult[] {
  return (
    Array.isArray(data) &&
    data.length === calls.length &&
    data.every(
      (one: unknown, index) =>
        isRecord(one) &&
        Array.isArray(one.args) &&
        one.args.length === calls[index]?.length &&
        (one.kind === "returned" || (one.kind === "threw" && isProblem(one.problem))),
    )
  );
}

function isProblem(data: unknown): data is Problem {
  if (!isRecord(data)) return false;
  const { stage, message, line, column } = data;
  return (
    (stage === "names" || stage === "run") &&
    typeof message === "string" &&
    message.length <= 20_000 &&
    [line, column].every((one) => one === undefined || Number.isInteger(one))
  );
}
