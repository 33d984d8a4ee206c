import answerScript from "#src/grading/answer-worker.ts?sandbox-script";
import judgeScript from "#src/grading/judge-worker.ts?sandbox-script";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createSandbox } from "#src/notebook/sandbox.ts";
import { type CodeJudges, codeJudges } from "./code-judges.ts";
import type { RegradeWorker } from "./grading-run.ts";

/** More judges than this share one page badly, whatever the machine. */
const MOST = 8;

/** Answers that are judged at the same time: one for each core, as far as the browser tells. */
export const WORKERS = Math.min(MOST, Math.max(1, navigator.hardwareConcurrency || 2));

/** The worker in which files are read and graded. */
export function workerHere(): RegradeWorker {
  return new Worker(new URL("./regrade-worker.ts", import.meta.url), { type: "module" });
}

const judge = askOnce(() => fetchText(judgeScript));
const answer = askOnce(() => fetchText(answerScript));

/** Judges of code in sandboxes of this page. */
export function judgesHere(onUnavailable: (reason: string) => void): CodeJudges {
  return codeJudges({ createSandbox, judge, answer, count: WORKERS, onUnavailable });
}
