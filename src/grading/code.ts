import { say } from "#src/language/say.ts";
import { type Compiled, compile } from "#src/notebook/compile.ts";
import { isGlobal, whyMissing } from "#src/notebook/globals.ts";
import type { Modules } from "#src/notebook/modules.ts";
import { answerHere, callerOf, functionOf, valuesOf } from "./answer-here.ts";
import type { Answerer, Problem } from "./answerer.ts";
import { triedBy, withHarness } from "./harness.ts";
import { matchMistake } from "./match-mistake.ts";
import type { Check, Subject } from "./property.ts";
import { tryProperties } from "./try-properties.ts";
import type { Verdict } from "./verdict.ts";

/** All that is needed to check one answer in code; plain text, so that it can go to a worker. */
export interface CodeJob {
  /** The learner's TypeScript. */
  readonly answer: string;
  /** Source of starter.ts, which the learner began with. */
  readonly starter: string;
  /** Source of check.ts. */
  readonly check: string;
  /** Source of harness.ts, where the check cannot call the answer by itself; see `withHarness`. */
  readonly harness?: string;
  /** Source of solution.ts. */
  readonly solution: string;
  /** Sources of the known mistakes. */
  readonly mistakes: readonly string[];
}

/**
 * Checks an answer in stages: blank, syntax, names, run, check. The first stage that does not hold
 * decides. When the check itself breaks, it is tried on the model solution before anyone is blamed.
 * @param modules what the check, the solution and the mistakes may import; they run in this place.
 * @param answerer where the answer runs. Default: in this place too.
 * @param seed another one tries other cases. Default 0.
 */
export async function gradeCode(
  job: CodeJob,
  modules: Modules,
  answerer: Answerer = answerHere(modules),
  seed = 0,
): Promise<Verdict> {
  if (essence(job.answer) === "") {
    return {
      kind: "error",
      stage: "blank",
      message: say("There is no code yet. Reset brings the starter back."),
    };
  }
  const compiled = compile(job.answer);
  if (compiled.kind === "syntax") {
    const { message, line, column } = compiled;
    return { kind: "error", stage: "syntax", message, line, column };
  }
  const names = unknownName(compiled) ?? missingName(compiled, job.harness);
  if (names) return { kind: "error", stage: "names", message: names };

  const { harness } = job;
  const tried = (source: string) => (harness === undefined ? source : withHarness(source, harness));
  let check: Check;
  let solution: Subject;
  let mistakes: readonly Subject[];
  try {
    check = (await own(job.check, "check", modules)).check as Check;
    const { name } = check;
    solution = functionOf(await own(tried(job.solution), "solution", modules), name);
    mistakes = await Promise.all(
      job.mistakes.map(async (source, index) =>
        functionOf(await own(tried(source), `mistake-${index}`, modules), name),
      ),
    );
  } catch (error) {
    return broken(error);
  }

  // An answer that brings the function of the harness itself was begun when the starter had it.
  const answer = compiled.defines.includes(check.name) ? job.answer : tried(job.answer);
  const problem = await answerer.open(answer, check.name);
  if (problem) return { kind: "error", ...within(problem, job.answer) };
  const outcome = await tryProperties(check.properties, answerer.call, seed);
  if (outcome.kind === "holds") return { kind: "pass" };
  if (outcome.kind === "threw")
    return thrown(within(outcome.problem, job.answer), `${check.name}(${outcome.args})`);
  if ((await tryProperties(check.properties, callerOf(solution), seed)).kind !== "holds") {
    return broken(new Error("the model solution fails its own check"));
  }
  const { counterexample } = outcome;
  const mistake = await matchMistake(answerer.call, mistakes, check.probe);
  const { claim } = outcome;
  const untouched = essence(job.answer) === essence(job.starter);
  return {
    kind: "fail",
    message: untouched
      ? say("This is the starter unchanged, which earns nothing. It lacks this: “{claim}”", {
          claim,
        })
      : say("This does not hold yet: “{claim}”", { claim }),
    credit: untouched ? 0 : outcome.share,
    ...(counterexample && { counterexample: counterexample.words }),
    ...(counterexample?.numbers && { numbers: counterexample.numbers }),
    ...(mistake !== undefined && { mistake }),
  };
}

/** A source without its comments and white space. */
function essence(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|\s+/gm, "");
}

function unknownName({ uses }: Compiled): string | undefined {
  const name = uses.find((one) => !isGlobal(one));
  if (name === undefined) return undefined;
  const why = whyMissing(name);
  return why === undefined
    ? say(
        "Your code uses {name}, which nothing defines. Define it, import it, or correct its spelling.",
        { name },
      )
    : say("Your code uses {name}: {why}", { name, why });
}

function missingName({ defines }: Compiled, harness?: string): string | undefined {
  const name = harness && triedBy(harness).find((one) => !defines.includes(one));
  return (
    name &&
    say("The code defines no {name}. Keep the name and the parameters of the starter.", { name })
  );
}

/** A problem without its place, when that is not in the answer but in what tries it. */
function within({ line, column, ...problem }: Problem, answer: string): Problem {
  if (line === undefined || line > answer.split("\n").length) return problem;
  return { ...problem, line, ...(column !== undefined && { column }) };
}

/** The values of a source of the book's own. */
async function own(
  source: string,
  name: string,
  modules: Modules,
): Promise<Readonly<Record<string, unknown>>> {
  const compiled = compile(source);
  if (compiled.kind === "syntax") throw new SyntaxError(`${name}: ${compiled.message}`);
  return valuesOf(compiled, name, modules);
}

function thrown(problem: Problem, call: string): Verdict {
  return {
    kind: "error",
    ...problem,
    message: say("{message} It happened in {call}.", { message: problem.message, call }),
  };
}

function broken(error: unknown): Verdict {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: "broken",
    message: say(
      "The check of this exercise does not work ({reason}). This is the book’s fault, not yours; your code is kept.",
      { reason },
    ),
  };
}
