import type { Compiled } from "./compile.ts";

/** What running a compiled source gave. */
export interface Evaluated {
  /** Value of the final expression statement; `undefined` when there is none. */
  readonly value: unknown;
  /** The values of the names that the source defines. */
  readonly names: Readonly<Record<string, unknown>>;
}

/**
 * Taken before a source runs, since it can overwrite every global. Called so, it is indirect: what it
 * evaluates sees no name of this module.
 */
// biome-ignore lint/security/noGlobalEval: running the reader's code is what a cell is for
const evaluateText = globalThis.eval;

/**
 * Runs a compiled source with the names of `scope` in reach, and returns what it defines.
 *
 * `name` stands in stack traces and is what `locate` looks for; letters, digits, `-` and `:` only.
 * Rejects with whatever the source throws. Globals are those of the place it runs in.
 */
export async function evaluate(
  compiled: Compiled,
  name: string,
  scope: Readonly<Record<string, unknown>>,
): Promise<Evaluated> {
  const wanted = [...compiled.uses, ...compiled.imports.map((one) => one.as)];
  const given = wanted.filter((one) => Object.hasOwn(scope, one));
  const { result, javascript, defines } = compiled;
  // The header is line 1, so that line n of the source is line n + 1 of this text. The final
  // newline ends a comment on the source's last line.
  const text = `"use strict";(async function($scope){const{${given.join()}}=$scope;let ${result};{
${javascript}
return{value:${result},names:{${defines.join()}}}}})
//# sourceURL=${name}`;
  // Ten frames, the default, can all be inside the package that the cell called.
  if ("stackTraceLimit" in Error) Error.stackTraceLimit = 50;
  const body = evaluateText(text) as (scope: object) => Promise<Evaluated>;
  // To return the promise itself would ask its `then`, which the source can have overwritten.
  return await body(scope);
}
