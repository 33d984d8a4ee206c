import type { CodeJudge, Ended, Judged } from "#src/classroom/judge.ts";
import type { CodeJob } from "#src/grading/code.ts";
import { createGrader } from "#src/grading/grader.ts";
import type { createSandbox, Sandbox } from "#src/notebook/sandbox.ts";

export interface JudgeOptions {
  readonly createSandbox: typeof createSandbox;
  /** Text of the script of the workers that judge. */
  readonly judge: () => Promise<string>;
  /** Text of the script of the workers in which answers run. */
  readonly answer: () => Promise<string>;
  /** Answers judged at the same time. */
  readonly count: number;
  /** Longest time for one answer, in milliseconds. Default: as on the page of an exercise. */
  readonly limit?: number;
  /**
   * Called when this browser starts no worker, or the scripts cannot be had: nothing can be judged,
   * which is no student's fault.
   */
  readonly onUnavailable: (reason: string) => void;
}

/** Judges of answers in code, each with two sandboxes of its own. */
export interface CodeJudges {
  readonly judge: CodeJudge;
  /** Ends all workers; answers under way are never judged. */
  close(): void;
}

/**
 * Starts judges as they are needed, up to a number; answers beyond it wait. Each answer gets a fresh
 * worker, and one that is lost or ended at the limit harms no other.
 *
 * The browser may run all sandboxes in one process: an answer that fills its memory ends those of
 * other students with its own. Who was ended by that is judged once more with nobody beside, and
 * what is ended then was ended by itself.
 */
export function codeJudges(options: JudgeOptions): CodeJudges {
  const free: OneJudge[] = [];
  const all: OneJudge[] = [];
  const waiting: ((one: OneJudge) => void)[] = [];
  /** Sandboxes that were lost with the memory of their process. */
  let losses = 0;
  /** The last of those that are judged with nobody beside. */
  let alone: Promise<unknown> = Promise.resolve();
  const take = async () => {
    const idle = free.pop();
    if (idle) return idle;
    if (all.length < options.count) {
      const fresh = oneJudge(options, () => losses++);
      all.push(fresh);
      return fresh;
    }
    return new Promise<OneJudge>((resolve) => waiting.push(resolve));
  };
  const giveBack = (one: OneJudge) => {
    const next = waiting.shift();
    if (next) next(one);
    else free.push(one);
  };

  async function beside(job: CodeJob): Promise<Judged> {
    const mine = await take();
    const judged = await mine.judge(job);
    giveBack(mine);
    return judged;
  }

  async function byItself(job: CodeJob): Promise<Judged> {
    const taken = [await take()];
    while (taken.length < options.count) taken.push(await take());
    // What died with the others and has not been missed yet would be laid at this answer's door.
    await Promise.all(taken.map((one) => one.sign()));
    const [mine] = taken as [OneJudge];
    const judged = await mine.judge(job);
    for (const one of taken) giveBack(one);
    return judged;
  }

  return {
    async judge(job) {
      const before = losses;
      const judged = await beside(job);
      if (judged.ended === undefined || losses === before) return judged;
      // One at a time: two that gather the judges would wait for each other.
      const again = alone.then(() => byItself(job));
      alone = again;
      return again;
    },
    close() {
      for (const one of all) one.close();
    },
  };
}

interface OneJudge {
  readonly judge: CodeJudge;
  /** Comes when its sandboxes live, those that had died after they were built anew. */
  sign(): Promise<unknown>;
  close(): void;
}

function oneJudge(
  { onUnavailable, judge, answer, limit, ...options }: JudgeOptions,
  onMemoryLost: () => void,
): OneJudge {
  const sandboxes: Sandbox[] = [];
  let ended: Ended | "unavailable" | undefined;
  let reason = "";
  const grader = createGrader({
    createSandbox({ onLost, ...wanted }) {
      const sandbox = options.createSandbox({
        ...wanted,
        onLost(why, loss) {
          ended = loss;
          reason = why;
          if (loss === "memory") onMemoryLost();
          onLost(why, loss);
        },
      });
      sandboxes.push(sandbox);
      return sandbox;
    },
    judge,
    answer,
    ...(limit !== undefined && { limit }),
  });
  const sign = () => Promise.all(sandboxes.map((one) => one.sign()));
  return {
    sign,
    async judge(job): Promise<Judged> {
      ended = undefined;
      const verdict = await grader.grade(job);
      if (ended === "unavailable") {
        const message = verdict.kind === "error" ? verdict.message : "";
        onUnavailable(message);
        return { verdict: { kind: "broken", message } };
      }
      const late = verdict.kind === "error" && verdict.stage === "time";
      // Its process may have died before the limit: then it gives no sign, and that is heard later.
      if (late) await sign();
      if (late && ended === "memory")
        return { verdict: { kind: "error", stage: "run", message: reason }, ended };
      const how = late ? "time" : ended;
      return { verdict, ...(how && { ended: how }) };
    },
    close() {
      for (const sandbox of sandboxes) sandbox.dispose();
    },
  };
}
