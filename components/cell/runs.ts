import type { CodeArea } from "#components/editor/code-area.ts";
import { say } from "#src/language/say.ts";
import type { CellView } from "#src/notebook/host.ts";
import { linksInWords } from "#src/notebook/links.ts";
import type { Output } from "#src/notebook/output.ts";
import { outputsInWords } from "#src/notebook/outputs-in-words.ts";
import type { CellHistory } from "./history.ts";
import type { Keeping } from "./keeping.ts";
import { runClock } from "./run-clock.ts";
import type { Shown } from "./shown.ts";
import type { StatusLine } from "./status-line.ts";

/** A run that is over sooner is told once, at its end, in milliseconds. */
const PLAN_DELAY = 120;
/** A text in the middle of a word is wrong: what is wrong with it is said after a pause. */
const ERROR_DELAY = 700;
/** A run that takes longer is noted, in case it never ends. */
const NOTE_DELAY = 500;

export interface CellRunsOptions {
  readonly cellId: string;
  readonly part: (name: string) => HTMLElement;
  readonly setState: (state: "idle" | "waiting" | "running" | "long") => void;
  /** The text as it stands now. */
  readonly source: () => string;
  /** What the controls are set to, in order. */
  readonly values: () => readonly unknown[];
  readonly code: Pick<CodeArea, "mark">;
  readonly shown: Shown;
  readonly status: StatusLine;
  readonly history: CellHistory;
  readonly keeping: Keeping;
  /** Text and outputs may belong together now, or no more. */
  readonly onStale: () => void;
}

/** The runs of a cell, as the page shows them. */
export interface CellRuns {
  /** The cell as the notebook of the page sees it. */
  readonly view: CellView;
  /** Whether the outputs on the page were made from a text. */
  areOf(text: string): boolean;
  /** The outputs on the page are of no whole run of any text. */
  outdate(): void;
  /** The text has changed, and with it what may be wrong with it. */
  edited(): void;
  /**
   * Notes what is shown.
   * @returns how to show it again, and whether that was done: not once the cell has run more than
   *   once since
   */
  remember(): () => boolean;
}

export function cellRuns(options: CellRunsOptions): CellRuns {
  const { part, setState, source, code, shown, status, history, keeping, onStale } = options;
  /** The text that the outputs on the page were made from. */
  let shownSource = source();
  /** The text that is being run. */
  let sent = "";
  let running = false;
  let runs = 0;
  let faulting: ReturnType<typeof setTimeout> | undefined;
  let noting: ReturnType<typeof setTimeout> | undefined;
  let saying: ReturnType<typeof setTimeout> | undefined;
  const clock = runClock(part("clock"), part("progress") as HTMLProgressElement, () => {
    setState("long");
    status.say(say("Still running; Stop ends it"));
  });

  function outdate() {
    shownSource = "";
    onStale();
  }

  function planned() {
    sent = source();
    setState("waiting");
    clearTimeout(noting);
    clearTimeout(saying);
    saying = setTimeout(() => status.say(say("Waiting for other cells")), PLAN_DELAY);
  }

  function started() {
    running = true;
    runs++;
    setState("running");
    clearTimeout(faulting);
    clearTimeout(noting);
    clearTimeout(saying);
    // Emptied, so that the same result is said again.
    status.say("");
    saying = setTimeout(() => status.say(say("Running")), PLAN_DELAY);
    shown.begin();
    clock.start();
    noting = setTimeout(() => {
      keeping.keep({ unfinished: true });
      history.keep(sent);
    }, NOTE_DELAY);
  }

  function finished(outputs: readonly Output[], text: string, typing: boolean) {
    const took = clock.took();
    const failure = outputs.find((output) => output.kind === "error");
    if (failure && typing) {
      ended(say("Edited"));
      faulting = setTimeout(
        () => show(outputs, text, say("Error after {duration}", { duration: took })),
        ERROR_DELAY,
      );
      return;
    }
    // What ran between two keys is no version of its own.
    if (!typing) history.keep(text, failure ? "error" : "ran");
    show(
      outputs,
      text,
      failure
        ? say("Error after {duration}", { duration: took })
        : say("Ran in {duration}", { duration: took }),
    );
  }

  function show(outputs: readonly Output[], text: string, message: string) {
    const failure = outputs.find((output) => output.kind === "error");
    const result = outputsInWords(outputs);
    ended(message, result && say("It shows {result}", { result }));
    shownSource = text;
    void shown.paint(outputs, !failure);
    onStale();
    const here = failure && failure.cell === undefined && failure.line !== undefined;
    code.mark(
      here
        ? { line: failure.line ?? 1, column: failure.column ?? 1, message: failure.message }
        : undefined,
    );
  }

  function stopped(reason?: string, typing = false) {
    const ran = running;
    ended(ran ? say("Stopped after {duration}", { duration: clock.took() }) : say("Not run"));
    const failure: readonly Output[] = reason
      ? [{ kind: "error", stage: "run", message: reason }]
      : [];
    const outputs = [...shown.outputs(), ...failure];
    if (outputs.length > 0) void shown.paint(outputs);
    if (ran && !typing) history.keep(sent, "stopped");
    outdate();
  }

  function ended(message: string, result = "") {
    clearTimeout(noting);
    clearTimeout(saying);
    running = false;
    clock.stop();
    setState("idle");
    part("output").style.minHeight = "";
    status.say(message, undefined, result);
    if (keeping.edits().unfinished) keeping.keep({ unfinished: false });
  }

  return {
    view: {
      cellId: options.cellId,
      source,
      settings: options.values,
      planned,
      held() {
        outdate();
        status.say(say("Out of date; Run brings it up to date"));
      },
      started,
      linked(links) {
        part("links").textContent = linksInWords(links);
      },
      progressed: clock.progressed,
      showed: shown.add,
      finished,
      stopped,
    },
    areOf: (text) => text === shownSource,
    outdate,
    edited: () => clearTimeout(faulting),
    remember() {
      const before = { runs, shownSource };
      const back = shown.remember();
      return () => {
        if (runs > before.runs + 1) return false;
        clearTimeout(faulting);
        back();
        ({ shownSource } = before);
        code.mark();
        onStale();
        return true;
      };
    },
  };
}
