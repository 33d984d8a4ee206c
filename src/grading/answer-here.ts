import { say } from "#src/language/say.ts";
import { type Compiled, compile } from "#src/notebook/compile.ts";
import { evaluate } from "#src/notebook/evaluate.ts";
import { locate } from "#src/notebook/locate.ts";
import { ImportProblem, type Modules, resolveImports } from "#src/notebook/modules.ts";
import { cut, print } from "#src/notebook/print.ts";
import type { Answerer, Call, CallResult, Problem } from "./answerer.ts";
import { plain } from "./plain.ts";
import type { Subject } from "./property.ts";

const LEARNER = "answer";

/** An answerer that runs the code in this very place. */
export function answerHere(modules: Modules): Answerer {
  let call: Call = async () => [];
  return {
    async open(source, name) {
      const compiled = compile(source);
      if (compiled.kind === "syntax") return { stage: "run", message: compiled.message };
      try {
        call = callerOf(functionOf(await valuesOf(compiled, LEARNER, modules), name), compiled);
        return undefined;
      } catch (error) {
        return problemOf(error, compiled);
      }
    },
    call: (calls) => call(calls),
  };
}

/** Calls a function that is here. A problem names its place in the source, where that is given. */
export function callerOf(subject: Subject, compiled?: Compiled): Call {
  const one = (given: readonly unknown[]): CallResult => {
    const args = copies(given);
    try {
      const value = plain(subject(...args));
      return { kind: "returned", value, args: copies(args) };
    } catch (error) {
      return { kind: "threw", problem: problemOf(error, compiled), args: given };
    }
  };
  return async (calls) => calls.map(one);
}

const copies = (values: readonly unknown[]) => values.map((value) => plain(value));

/** The values of the names that a source defines, run in this place. */
export async function valuesOf(
  compiled: Compiled,
  name: string,
  modules: Modules,
): Promise<Readonly<Record<string, unknown>>> {
  const scope = { console, ...(await resolveImports(compiled.imports, modules)) };
  return (await evaluate(compiled, name, scope)).names;
}

/** The function that a check asks for, among the values of a source. */
export function functionOf(values: Readonly<Record<string, unknown>>, wanted: string): Subject {
  const value = values[wanted];
  if (typeof value === "function") return value as Subject;
  throw new MissingFunction(
    value === undefined
      ? say("The code defines no {name}. Keep the name and the parameters of the starter.", {
          name: wanted,
        })
      : say("{name} is not a function. Keep the form of the starter.", { name: wanted }),
  );
}

class MissingFunction extends Error {}

/** Never throws, whatever the value that was thrown does when read. */
function problemOf(error: unknown, compiled?: Compiled): Problem {
  try {
    return inWords(error, compiled);
  } catch {
    return { stage: "run", message: say("The code threw a value that cannot be printed.") };
  }
}

function inWords(error: unknown, compiled?: Compiled): Problem {
  if (error instanceof MissingFunction || error instanceof ImportProblem)
    return { stage: "names", message: error.message };
  const place = locate(error, (name) => (name === LEARNER ? compiled : undefined));
  const message = cut(
    error instanceof Error
      ? `${error.name}: ${error.message}`
      : say("The code threw {error}.", { error: print(error) }),
  );
  return { stage: "run", message, ...(place && { line: place.line, column: place.column }) };
}
