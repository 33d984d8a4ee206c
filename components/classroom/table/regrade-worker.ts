/// <reference lib="webworker" />
import type { Judged } from "#src/classroom/judge.ts";
import type { Course } from "#src/classroom/regrade.ts";
import { gradeHandIn } from "./grade-hand-in.ts";
import type { FromRegrade, Grounds, ToRegrade } from "./regrade-protocol.ts";

/**
 * Glue: files are read and graded here, so that the page stays free. No code of a student runs here:
 * the page has it judged in sandboxes.
 */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

let course: Course | undefined;
let asked = 0;
const waiting = new Map<number, (judged: Judged) => void>();

scope.onmessage = async ({ data }: MessageEvent<ToRegrade>) => {
  switch (data.kind) {
    case "grounds":
      course = courseOf(data.grounds);
      return;
    case "judged":
      waiting.get(data.ask)?.(data.judged);
      waiting.delete(data.ask);
      return;
    case "grade": {
      if (!course) return;
      const graded = await gradeHandIn(course, data.handIn);
      tell({ kind: "graded", name: data.handIn.name, graded });
    }
  }
};

function courseOf({ questions, ...rest }: Grounds): Course {
  return {
    ...rest,
    questions: new Map(questions.map((question) => [question.id, question])),
    judgeCode: (job) =>
      new Promise((resolve) => {
        const ask = ++asked;
        waiting.set(ask, resolve);
        tell({ kind: "judge", ask, job });
      }),
  };
}

function tell(message: FromRegrade): void {
  scope.postMessage(message);
}
