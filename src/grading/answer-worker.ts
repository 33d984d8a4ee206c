/// <reference lib="webworker" />
import { answerHere } from "./answer-here.ts";
import type { Question, Told } from "./answer-protocol.ts";
import { gradingModules } from "./grading-modules.ts";

/** Glue: a learner's code, which may be a stranger's. It is asked, and cannot see who judges. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
// Taken before an answer runs, since it can overwrite every global.
const post = scope.postMessage.bind(scope) as (told: Told | { readonly begun: number }) => void;

const answerer = answerHere(gradingModules);

async function receive({ data }: MessageEvent<Question>) {
  const { number } = data;
  post({ begun: number });
  if (data.ask === "open") post({ number, problem: await answerer.open(data.source, data.name) });
  else post({ number, results: await answerer.call(data.calls) });
}

scope.addEventListener("message", receive, { capture: true });
scope.addEventListener("unhandledrejection", (event) => event.preventDefault());
scope.addEventListener("error", (event) => event.preventDefault());
