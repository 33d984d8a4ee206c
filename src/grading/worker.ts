/// <reference lib="webworker" />
import { type CodeJob, gradeCode } from "./code.ts";
import { gradingModules } from "./grading-modules.ts";

/** Glue: the check of code inside a worker that was started from a text and cannot fetch anything. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
// Taken before an answer runs, since it can overwrite every global.
const post = scope.postMessage.bind(scope);

scope.onmessage = async ({ data }: MessageEvent<{ run: number; job: CodeJob }>) => {
  post({ run: data.run, started: true });
  post({ run: data.run, verdict: await gradeCode(data.job, gradingModules) });
};

scope.addEventListener("unhandledrejection", (event) => event.preventDefault());
