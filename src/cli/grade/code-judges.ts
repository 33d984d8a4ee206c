import type { CodeJudge, Ended } from "#src/classroom/judge.ts";
import type { CodeJob } from "#src/grading/code.ts";
import { createGrader } from "#src/grading/grader.ts";
import { processSandbox } from "./process-sandbox.ts";
import type { WorkerScripts } from "./worker-scripts.ts";

export interface JudgeOptions {
  readonly scripts: WorkerScripts;
  /** Answers judged at the same time. */
  readonly jobs: number;
  /** Longest time for one answer, in seconds. */
  readonly timeout: number;
  /** Most memory of one answer, in MB. */
  readonly memory: number;
}

/**
 * Judges of code: each has a process that judges and another one in which the answer runs, which is
 * a fresh one for every answer. Answers beyond the number of judges wait.
 */
export function codeJudges(options: JudgeOptions): {
  readonly judge: CodeJudge;
  /** Ends all processes. */
  close(): void;
} {
  const all = Array.from({ length: options.jobs }, () => codeJudge(options));
  const free = [...all];
  const waiting: ((one: OneJudge) => void)[] = [];
  const take = async () => free.pop() ?? new Promise<OneJudge>((resolve) => waiting.push(resolve));
  const giveBack = (one: OneJudge) => {
    const next = waiting.shift();
    if (next) next(one);
    else free.push(one);
  };
  return {
    async judge(job) {
      const mine = await take();
      try {
        return await mine.judge(job);
      } finally {
        giveBack(mine);
      }
    },
    close() {
      for (const one of all) one.close();
    },
  };
}

interface OneJudge {
  readonly judge: CodeJudge;
  close(): void;
}

function codeJudge({ scripts, timeout, memory }: JudgeOptions): OneJudge {
  let ended: Ended | undefined;
  const sandboxes: { dispose(): void }[] = [];
  const grader = createGrader({
    createSandbox({ script, onMessage, onLost }) {
      const sandbox = processSandbox({
        file: script === judgeFile ? scripts.judge : scripts.answer,
        memory,
        onMessage,
        onLost(reason, how) {
          ended = how;
          onLost(reason);
        },
      });
      sandboxes.push(sandbox);
      return sandbox;
    },
    judge: judgeFile,
    answer: answerFile,
    limit: 1000 * timeout,
  });
  return {
    async judge(job: CodeJob) {
      ended = undefined;
      const verdict = await grader.grade(job);
      const how = verdict.kind === "error" && verdict.stage === "time" ? "time" : ended;
      return { verdict, ...(how && { ended: how }) };
    },
    close() {
      for (const one of sandboxes) one.dispose();
    },
  };
}

// The grader tells its two sandboxes apart by their scripts, which are files here.
const judgeFile = async () => "judge";
const answerFile = async () => "answer";
