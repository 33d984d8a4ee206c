import { say } from "#src/language/say.ts";
import type { createSandbox, Sandbox } from "#src/notebook/sandbox.ts";
import type { Question } from "./answer-protocol.ts";
import type { CodeJob } from "./code.ts";
import type { Verdict } from "./verdict.ts";

export interface GraderOptions {
  readonly createSandbox: typeof createSandbox;
  /** Text of the script of the worker that judges. */
  readonly judge: () => Promise<string>;
  /** Text of the script of the worker in which answers run. */
  readonly answer: () => Promise<string>;
  /** Longest time for one check, in milliseconds, from the moment the answer starts. Default 10 000. */
  readonly limit?: number;
}

/**
 * Checks code answers, one after another. Two sandboxes share the work, and the page carries their
 * messages: the judge has the check and the verdict, the other one has the answer and knows neither.
 */
export interface Grader {
  /** Never rejects; an answer that does not end is an `error` of the stage "time". */
  grade(job: CodeJob): Promise<Verdict>;
  /** Ends the check under way; its verdict is an `error` that says so. */
  stop(): void;
  /** Makes the worker ready before it is needed. */
  preload(): void;
}

const DEFAULT_LIMIT = 10_000;

/** Creates the grader of a page. The workers start with the first check or with `preload`. */
export function createGrader(options: GraderOptions): Grader {
  const limit = options.limit ?? DEFAULT_LIMIT;
  let judge: Sandbox | undefined;
  let answer: Sandbox | undefined;
  let run = 0;
  let settle: ((verdict: Verdict) => void) | undefined;
  /** The number of the question that the answer has not answered yet. */
  let open: number | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;

  function end(verdict: Verdict): void {
    clearTimeout(clock);
    clock = undefined;
    open = undefined;
    settle?.(verdict);
    settle = undefined;
    // Nothing that an answer left behind hears of the next one.
    answer?.restart();
  }

  function ready(): Sandbox {
    const onLost = (message: string) => settle && end({ kind: "error", stage: "run", message });
    answer ??= options.createSandbox({ script: options.answer, onMessage: hearAnswer, onLost });
    judge ??= options.createSandbox({ script: options.judge, onMessage: hearJudge, onLost });
    return judge;
  }

  function hearJudge(data: unknown): void {
    const said = data as FromJudge;
    if (!settle || said.run !== run) return;
    if ("verdict" in said) end(said.verdict);
    else {
      open = said.question.number;
      answer?.post(said.question);
    }
  }

  /** A stranger's code can post anything; one message for each question gets through. */
  function hearAnswer(data: unknown): void {
    if (open === undefined || typeof data !== "object" || data === null) return;
    // Not before: the time that the script took to arrive is not the learner's.
    if ("begun" in data) clock ??= setTimeout(timeOut, limit);
    if (!("number" in data) || data.number !== open) return;
    open = undefined;
    judge?.post({ told: data });
  }

  function timeOut(): void {
    giveUp(
      say(
        "The check was ended after {limit} seconds. Look for a loop that never ends; your code is kept.",
        { limit: limit / 1000 },
      ),
    );
  }

  function giveUp(message: string): void {
    if (!settle) return;
    // It may be busy with what the answer returned.
    judge?.restart();
    end({ kind: "error", stage: "time", message });
  }

  return {
    async grade(job) {
      giveUp(say("A newer check took the place of this one."));
      run++;
      const verdict = new Promise<Verdict>((resolve) => {
        settle = resolve;
      });
      ready().post({ run, job });
      return verdict;
    },
    stop: () => giveUp(say("You stopped the check. Your code is kept.")),
    preload: () => void ready(),
  };
}

/**
 * The grader of a page for one of its exercises, which ends no check but its own.
 * @param grader called when there is something to check
 */
export function shareOf(grader: () => Grader): Pick<Grader, "grade" | "stop"> {
  let pending = 0;
  return {
    async grade(job) {
      pending++;
      try {
        return await grader().grade(job);
      } finally {
        pending--;
      }
    },
    // A check that another exercise has displaced is settled, so none of ours is pending then.
    stop() {
      if (pending > 0) grader().stop();
    },
  };
}

/** What the judge says, in which only the book's own code runs. */
type FromJudge =
  | { readonly run: number; readonly question: Question }
  | { readonly run: number; readonly verdict: Verdict };
