import { afterAll, describe, expect, it } from "vitest";
import type { Judged } from "#src/classroom/judge.ts";
import type { Question } from "#src/classroom/question.ts";
import { bookExercises, bookQuestion } from "#src/cli/grade/book-questions.ts";
import { codeJudges } from "#src/cli/grade/code-judges.ts";
import { proveJudge } from "#src/cli/grade/prove-judge.ts";
import { workerScripts } from "#src/cli/grade/worker-scripts.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { HOSTILE } from "../../classroom/hostile-code.ts";
import { firstOf, TIMES } from "../../times.ts";

/** Long enough for a right answer, in the audit beside other work too; two answers use all of it. */
const SECONDS = TIMES > 1 ? 30 : 8;

const scripts = await workerScripts();
const { judge, close } = codeJudges({ scripts, jobs: 2, timeout: SECONDS, memory: 96 });
afterAll(() => {
  close();
  scripts.remove();
});

const question = bookQuestion("heavy-ball", "momentum");
const job = jobOf(question);

const SAID = {
  time: `The check was ended after ${SECONDS} seconds. Look for a loop that never ends; your code is kept.`,
  memory:
    "The code used up the memory that it may use, and was ended. Keep less at a time, for example fewer or shorter arrays.",
  ended:
    "The code sent more data than a check takes, and was ended. Return what the exercise asks for.",
};

function jobOf({ job }: Question) {
  if (!job) throw new Error("no code exercise");
  return job;
}

describe("an answer in a process of its own", () => {
  it("is judged on a machine that has proved itself", async () => {
    await expect(proveJudge(judge)).resolves.toBeUndefined();
    const lame = async (): Promise<Judged> => ({ verdict: { kind: "broken", message: "no Node" } });
    await expect(proveJudge(lame)).rejects.toThrow(
      "code cannot be checked on this machine: a right answer was not accepted (no Node). Nothing was graded.",
    );
  });

  it.each(Object.entries(HOSTILE))(
    "that %s does not pass, and harms no answer beside or after it",
    async (_, attack) => {
      const right = { answer: job.solution, ...job };
      const [hostile, beside] = await Promise.all([
        judge({ answer: attack.code, ...job }),
        judge(right),
      ]);
      expect(hostile.verdict.kind).toBe("error");
      if ("ended" in attack && hostile.verdict.kind === "error")
        expect(hostile.verdict.message).toBe(SAID[attack.ended]);
      expect(hostile.ended).toBe("ended" in attack ? attack.ended : undefined);
      expect(beside).toEqual({ verdict: { kind: "pass" } });
      expect(await judge(right)).toEqual({ verdict: { kind: "pass" } });
    },
  );

  it("that turns hostile in a call is ended as well", async () => {
    const answer = job.solution.replace("return {", "for (;;) {}\n  return {");
    expect(await judge({ answer, ...job })).toMatchObject({ ended: "time" });
  });
});

const codes = bookExercises()
  .map((id) => bookQuestion(id, ""))
  .filter(({ spec }) => spec.kind === "code");

describe.each(firstOf(codes, 1))("the processes judge $id", (one) => {
  it("as the page does: the solution, the starter and every mistake", async () => {
    const own = jobOf(one);
    for (const answer of [own.solution, own.starter, ...own.mistakes]) {
      const here = await gradeCode({ answer, ...own }, gradingModules);
      expect(await judge({ answer, ...own })).toEqual({ verdict: here });
    }
  });
});
