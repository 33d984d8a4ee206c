import type { Compiled } from "#src/notebook/compile.ts";
import { compile } from "#src/notebook/compile.ts";
import { evaluate } from "#src/notebook/evaluate.ts";
import { isGlobal, whyMissing } from "#src/notebook/globals.ts";
import { locate } from "#src/notebook/locate.ts";
import { ImportProblem, type Modules, resolveImports } from "#src/notebook/modules.ts";
import { matchMistake } from "./match-mistake.ts";
import type { Check, Subject } from "./property.ts";
import { tryProperties } from "./try-properties.ts";
import type { Verdict } from "./verdict.ts";

/** All that is needed to check one answer in code; plain text, so that it can go to a worker. */
export interface CodeJob {
  /** The learner's TypeScript. */
  readonly answer: string;
  /** Source of check.ts. */
  readonly check: string;
  /** Source of solution.ts. */
  readonly solution: string;
  /** Sources of the known mistakes. */
  readonly mistakes: readonly string[];
}

const LEARNER = "answer";

/**
 * Checks an answer in stages: blank, syntax, names, run, check. The first stage that does not hold
 * decides. When the check itself breaks, it is tried on the model solution before anyone is blamed.
 */
export async function gradeCode(job: CodeJob, modules: Modules): Promise<Verdict> {
  if (withoutComments(job.answer).trim() === "") {
    return {
      kind: "error",
      stage: "blank",
      message: "There is no code yet. Reset brings the starter back.",
    };
  }
  const compiled = compile(job.answer);
  if (compiled.kind === "syntax") {
    const { message, line, column } = compiled;
    return { kind: "error", stage: "syntax", message, line, column };
  }
  const names = unknownName(compiled);
  if (names) return { kind: "error", stage: "names", message: names };

  let check: Check;
  let solution: Subject;
  let mistakes: readonly Subject[];
  try {
    check = (await valuesOf(job.check, "check", modules)).check as Check;
    solution = await subjectOf(job.solution, check.name, "solution", modules);
    mistakes = await Promise.all(
      job.mistakes.map((source, index) =>
        subjectOf(source, check.name, `mistake-${index}`, modules),
      ),
    );
  } catch (error) {
    return broken(error);
  }

  let learner: Subject;
  try {
    learner = await subjectOf(job.answer, check.name, LEARNER, modules);
  } catch (error) {
    return runError(error, compiled);
  }
  const outcome = tryProperties(check.properties, learner);
  if (outcome.kind === "holds") return { kind: "pass" };
  if (outcome.kind === "threw") return runError(outcome.error, compiled, outcome.call);
  if (tryProperties(check.properties, solution).kind !== "holds") {
    return broken(new Error("the model solution fails its own check"));
  }
  const mistake = matchMistake(learner, mistakes, check.probe);
  return {
    kind: "fail",
    message: `This does not hold yet: “${outcome.claim}”`,
    credit: outcome.share,
    ...(outcome.counterexample !== undefined && { counterexample: outcome.counterexample }),
    ...(mistake !== undefined && { mistake }),
  };
}

/** Whether a source has nothing but comments and white space. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

function unknownName({ uses }: Compiled): string | undefined {
  const name = uses.find((one) => !isGlobal(one));
  if (name === undefined) return undefined;
  const why =
    whyMissing(name) ?? "which nothing defines. Define it, import it, or correct its spelling.";
  return `Your code uses ${name}, ${why}`;
}

async function valuesOf(
  source: string,
  name: string,
  modules: Modules,
): Promise<Readonly<Record<string, unknown>>> {
  const compiled = compile(source);
  if (compiled.kind === "syntax") throw new SyntaxError(`${name}: ${compiled.message}`);
  const scope = { console, ...(await resolveImports(compiled.imports, modules)) };
  return (await evaluate(compiled, name, scope)).names;
}

async function subjectOf(
  source: string,
  wanted: string,
  name: string,
  modules: Modules,
): Promise<Subject> {
  const value = (await valuesOf(source, name, modules))[wanted];
  if (typeof value === "function") return value as Subject;
  throw new MissingFunction(
    value === undefined
      ? `The code defines no ${wanted}. Keep the name and the parameters of the starter.`
      : `${wanted} is not a function. Keep the form of the starter.`,
  );
}

class MissingFunction extends Error {}

function runError(error: unknown, compiled: Compiled, call?: string): Verdict {
  if (error instanceof MissingFunction)
    return { kind: "error", stage: "names", message: error.message };
  if (error instanceof ImportProblem)
    return { kind: "error", stage: "names", message: error.message };
  const place = locate(error, (name) => (name === LEARNER ? compiled : undefined));
  const message =
    error instanceof Error ? `${error.name}: ${error.message}` : `The code threw ${String(error)}.`;
  return {
    kind: "error",
    stage: "run",
    message: call === undefined ? message : `${message} It happened in ${call}.`,
    ...(place && { line: place.line, column: place.column }),
  };
}

function broken(error: unknown): Verdict {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: "broken",
    message: `The check of this exercise does not work (${reason}). This is the book's fault, not yours; your code is kept.`,
  };
}
