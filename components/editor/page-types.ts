import type { CodeText } from "#src/notebook/types/cell-files.ts";
import type { Types } from "#src/notebook/types/client.ts";
import type { CallHelp, Completion, TypeProblem } from "#src/notebook/types/service.ts";

type Answer<Q extends keyof Types> = Awaited<ReturnType<Types[Q]>>;

/** What an editor asks about the types of its own text. Offsets count from 0. */
export interface EditorTypes {
  /** Says that the text has changed; problems follow when the reader pauses. */
  changed(): void;
  complete(at: number): Promise<Answer<"complete">>;
  describe(at: number, completion: Completion): Promise<Answer<"describe">>;
  hover(at: number): Promise<Answer<"hover">>;
  call(at: number): Promise<CallHelp | undefined>;
  /** Takes the editor away again. */
  close(): void;
}

/** A piece of code on the page. */
export type CodeSource = () => CodeText;

/** Pause after the last key before the page is checked. */
const CHECK_DELAY = 120;

const sources = new Set<CodeSource>();
const editors = new Map<CodeSource, (problems: readonly TypeProblem[]) => void>();
let types: Promise<Types> | undefined;
let checking: ReturnType<typeof setTimeout> | undefined;

/** Adds a piece of code to what the type checker knows of the page; returns how to take it away. */
export function addCode(source: CodeSource): () => void {
  sources.add(source);
  return () => {
    sources.delete(source);
    editors.delete(source);
  };
}

/**
 * Connects an editor to the type checker, which starts in its worker with the first one.
 * @param show is given the problems of this text after every change of any text on the page.
 */
export function openTypes(
  source: CodeSource,
  show: (problems: readonly TypeProblem[]) => void,
): EditorTypes {
  editors.set(source, show);
  checkSoon();
  const ask = async <Q extends "complete" | "describe" | "hover" | "call">(
    question: Q,
    ...args: Parameters<Types[Q]> extends [string, ...infer Rest] ? Rest : never
  ): Promise<Answer<Q>> => {
    const running = await start();
    void running.update(texts()).catch(startAgain);
    const call = running[question] as (...all: readonly unknown[]) => Promise<Answer<Q>>;
    return call(source().id, ...args);
  };
  return {
    changed: checkSoon,
    complete: (at) => ask("complete", at),
    describe: (at, completion) => ask("describe", at, completion),
    hover: (at) => ask("hover", at),
    call: (at) => ask("call", at),
    close: () => editors.delete(source),
  };
}

function start(): Promise<Types> {
  types ??= import("#src/notebook/types/client.ts").then(({ startTypes }) => startTypes());
  return types;
}

/** It could not be loaded, for want of a connection: the next question tries afresh. */
function startAgain(): void {
  const failed = types;
  types = undefined;
  failed?.then(
    ({ close }) => close(),
    () => {},
  );
}

function texts(): readonly CodeText[] {
  return [...sources].map((source) => source());
}

function checkSoon(): void {
  clearTimeout(checking);
  checking = setTimeout(() => void check().catch(startAgain), CHECK_DELAY);
}

async function check(): Promise<void> {
  const running = await start();
  await running.update(texts());
  for (const [source, show] of editors) {
    const { id, source: text } = source();
    const problems = await running.problems(id);
    if (source().source === text) show(problems);
  }
}
