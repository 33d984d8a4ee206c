/// <reference lib="webworker" />
import { Interference, type Question, remoteAnswerer } from "./answer-protocol.ts";
import { type CodeJob, gradeCode } from "./code.ts";
import { gradingModules } from "./grading-modules.ts";
import type { Verdict } from "./verdict.ts";

/** Glue: the check of code. Only the book's own code runs here; the answer is asked elsewhere. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

let hear: ((told: unknown) => void) | undefined;

scope.onmessage = async ({
  data,
}: MessageEvent<{ run: number; job: CodeJob } | { told: unknown }>) => {
  if ("told" in data) return hear?.(data.told);
  const { run, job } = data;
  const ask = (question: Question) =>
    new Promise<unknown>((resolve) => {
      hear = resolve;
      scope.postMessage({ run, question });
    });
  scope.postMessage({ run, verdict: await verdictOf(job, ask) });
};

async function verdictOf(
  job: CodeJob,
  ask: (question: Question) => Promise<unknown>,
): Promise<Verdict> {
  try {
    return await gradeCode(job, gradingModules, remoteAnswerer(ask));
  } catch (error) {
    if (error instanceof Interference)
      return { kind: "error", stage: "run", message: error.message };
    throw error;
  }
}
