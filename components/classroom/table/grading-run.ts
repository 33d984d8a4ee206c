import { say } from "#src/language/say.ts";
import type { CodeJudges } from "./code-judges.ts";
import type { FromRegrade, Graded, Grounds, HandIn, ToRegrade } from "./regrade-protocol.ts";

/** What a run needs of a worker. */
export interface RegradeWorker {
  postMessage(message: ToRegrade): void;
  onmessage: ((event: MessageEvent<FromRegrade>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface RunOptions {
  readonly grounds: Grounds;
  readonly startWorker: () => RegradeWorker;
  readonly startJudges: (onUnavailable: (reason: string) => void) => CodeJudges;
  /** Files that are under way at the same time. */
  readonly atOnce: number;
  readonly onGraded: (graded: Graded) => void;
  /** All files are graded, or the run was stopped, or could not go on for the reason given. */
  readonly onEnd: (problem?: string) => void;
}

/** The grading of a class, file by file. */
export interface GradingRun {
  /** Adds files to those that wait. */
  add(handIns: readonly HandIn[]): void;
  /** Ends all that is under way; files that are not graded stay, for `goOn`. */
  stop(): void;
  goOn(): void;
  /** Files that are not graded yet. */
  waiting(): number;
  /** Whether files are being graded now. */
  going(): boolean;
}

/** Makes a run, which begins with the first file. */
export function gradingRun(options: RunOptions): GradingRun {
  const { grounds, atOnce, onGraded, onEnd } = options;
  const queue: HandIn[] = [];
  const underWay = new Map<string, HandIn>();
  let worker: RegradeWorker | undefined;
  let judges: CodeJudges | undefined;
  let stopped = false;

  function end(problem?: string): void {
    worker?.terminate();
    judges?.close();
    worker = undefined;
    judges = undefined;
    queue.unshift(...underWay.values());
    underWay.clear();
    onEnd(problem);
  }

  function fail(problem: string): void {
    if (!worker) return;
    stopped = true;
    end(problem);
  }

  function start(): RegradeWorker {
    const mine = options.startWorker();
    const ours = options.startJudges(fail);
    mine.onmessage = ({ data }) => {
      if (mine !== worker) return;
      if (data.kind === "graded") return graded(data.name, data.graded);
      ours.judge(data.job).then((judged) => {
        if (mine === worker) mine.postMessage({ kind: "judged", ask: data.ask, judged });
      });
    };
    mine.onerror = (event) => {
      event.preventDefault();
      if (mine === worker)
        fail(
          say(
            "The part of the page that grades could not be loaded ({reason}). Check the connection and go on.",
            { reason: event.message || say("no answer") },
          ),
        );
    };
    mine.postMessage({ kind: "grounds", grounds });
    worker = mine;
    judges = ours;
    return mine;
  }

  function graded(name: string, one: Graded): void {
    if (!underWay.delete(name)) return;
    onGraded(one);
    feed();
  }

  function feed(): void {
    if (stopped) return;
    while (underWay.size < atOnce) {
      const next = queue.shift();
      if (!next) break;
      underWay.set(next.name, next);
      (worker ?? start()).postMessage({ kind: "grade", handIn: next });
    }
    if (underWay.size === 0 && worker) end();
  }

  return {
    add(handIns) {
      queue.push(...handIns);
      feed();
    },
    stop() {
      stopped = true;
      if (worker) end();
    },
    goOn() {
      stopped = false;
      feed();
    },
    waiting: () => queue.length + underWay.size,
    going: () => worker !== undefined,
  };
}
