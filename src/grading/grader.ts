import type { createSandbox, Sandbox } from "#src/notebook/sandbox.ts";
import type { CodeJob } from "./code.ts";
import type { Verdict } from "./verdict.ts";

export interface GraderOptions {
  readonly createSandbox: typeof createSandbox;
  /** Text of the grading worker's script. */
  readonly script: () => Promise<string>;
  /** Longest time for one check, in milliseconds, from the moment it starts. Default 10 000. */
  readonly limit?: number;
}

/** Checks code answers in a sandboxed worker, one after another. */
export interface Grader {
  /** Never rejects; an answer that does not end is an `error` of the stage "time". */
  grade(job: CodeJob): Promise<Verdict>;
  /** Ends the check under way; its verdict is an `error` that says so. */
  stop(): void;
  /** Makes the worker ready before it is needed. */
  preload(): void;
}

const DEFAULT_LIMIT = 10_000;

/** Creates the grader of a page. The worker starts with the first check or with `preload`. */
export function createGrader(options: GraderOptions): Grader {
  const limit = options.limit ?? DEFAULT_LIMIT;
  let sandbox: Sandbox | undefined;
  let run = 0;
  let settle: ((verdict: Verdict) => void) | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;

  function end(verdict: Verdict): void {
    clearTimeout(clock);
    settle?.(verdict);
    settle = undefined;
  }

  function ready(): Sandbox {
    sandbox ??= options.createSandbox({
      script: options.script,
      onMessage(data) {
        if (!isReply(data) || data.run !== run) return;
        if (data.verdict) end(data.verdict);
        // Not before: the time that the script took to arrive is not the learner's.
        else startClock();
      },
      onLost: (message) => end({ kind: "error", stage: "run", message }),
    });
    return sandbox;
  }

  function startClock(): void {
    clearTimeout(clock);
    const seconds = limit / 1000;
    clock = setTimeout(
      () =>
        giveUp(
          `The check was ended after ${seconds} seconds. Look for a loop that never ends; your code is kept.`,
        ),
      limit,
    );
  }

  function giveUp(message: string): void {
    if (!settle) return;
    sandbox?.restart();
    end({ kind: "error", stage: "time", message });
  }

  return {
    async grade(job) {
      giveUp("A newer check took the place of this one.");
      run++;
      const verdict = new Promise<Verdict>((resolve) => {
        settle = resolve;
      });
      ready().post({ run, job });
      return verdict;
    },
    stop: () => giveUp("You stopped the check. Your code is kept."),
    preload: () => void ready(),
  };
}

/** What the worker says of a run: its verdict, or without one that it has started. */
interface Reply {
  readonly run: number;
  readonly verdict?: Verdict;
}

/** The worker runs a stranger's code, which can post anything. */
function isReply(data: unknown): data is Reply {
  if (typeof data !== "object" || data === null || !("run" in data)) return false;
  if (!("verdict" in data)) return "started" in data;
  return typeof data.verdict === "object" && data.verdict !== null && "kind" in data.verdict;
}
