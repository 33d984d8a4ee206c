import { say } from "#src/language/say.ts";
import type { Compiled, compile, SyntaxProblem } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { descendants, type Graph, link } from "./graph.ts";
import { linksOf } from "./links.ts";
import { locate, stackOf } from "./locate.ts";
import { messageOf } from "./message-of.ts";
import { exporterOf, isImportProblem, type Modules, resolveImports } from "./modules.ts";
import type { Failure } from "./output.ts";
import { plan } from "./plan.ts";
import type { CellSource, RunEvent } from "./protocol.ts";
import { openScreen } from "./screen.ts";

/** Runs cells and remembers their values. Knows no DOM: the same in a worker, in Node and in tests. */
export interface Kernel {
  /**
   * Runs one cell with all that belongs to it (see `plan`), or every cell when `target` is
   * missing. Runs follow one another; each tells its events in order. Rejects only when a
   * cell has changed what the kernel itself works with, such as `Array.prototype.map`.
   * @param spare cells to hold back, with all that depends on them, unless they are the target.
   */
  run(
    cells: readonly CellSource[],
    target: string | undefined,
    emit: (event: RunEvent) => void,
    spare?: readonly string[],
  ): Promise<void>;
}

/** A cell that has run. */
interface Ran {
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
  /** Which runs of its inputs it saw. */
  readonly saw: string;
  /** What its controls were set to. */
  readonly settings: string;
  /** Counts the runs of all cells, so that a value and its successor are told apart. */
  readonly number: number;
}

/** The clock, taken before a cell runs, since a cell can overwrite every global. */
const now = performance.now.bind(performance);

/** Start of the name that a cell's code has in stack traces. */
const traceName = (id: string) => `cell:${id}`;

export interface KernelOptions {
  readonly modules: Modules;
  /** Brings the compiler; asked for when a cell comes that is not compiled yet. */
  readonly compiler: () => Promise<typeof compile>;
  /** Names what a cell has changed of the language (see `watchLanguage`). Default: nobody looks. */
  readonly changedPart?: () => string | undefined;
}

/** A cell has changed a part of the language, which is the message. */
export class LanguageChanged extends Error {}

/** A text and what was made of it; `ahead` by the build, which keeps lines but not columns. */
interface Made {
  readonly source: string;
  readonly result: Compiled | SyntaxProblem;
  readonly ahead: boolean;
}

export function createKernel({ modules, compiler, changedPart }: KernelOptions): Kernel {
  const ran = new Map<string, Ran>();
  const compiled = new Map<string, Made>();
  let count = 0;
  let queue: Promise<void> = Promise.resolve();

  async function compileCell({ id, source, ahead }: CellSource): Promise<Compiled | SyntaxProblem> {
    const before = compiled.get(id);
    if (before?.source === source) return before.result;
    if (ahead?.source === source) {
      const result: Compiled = { ...ahead, origin: (position) => position };
      compiled.set(id, { source, result, ahead: true });
      return result;
    }
    const made = await compiler().catch((error: Error) => error);
    if (made instanceof Error) return { kind: "syntax", message: made.message, line: 1, column: 1 };
    const result = made(source);
    compiled.set(id, { source, result, ahead: false });
    return result;
  }

  /** Compiles anew what the build compiled, for the places in an error to be exact. */
  async function compileNamed(stack: string) {
    for (const [id, { source, ahead }] of compiled)
      if (ahead && stack.includes(traceName(id))) {
        const again = await compiler().catch(() => undefined);
        if (again) compiled.set(id, { source, result: again(source), ahead: false });
      }
  }

  /** No cell runs, and none counts as run, in a language that a cell has changed. */
  function holdToLanguage() {
    const part = changedPart?.();
    if (part !== undefined) throw new LanguageChanged(part);
  }

  const sawNow = (graph: Graph, id: string) =>
    [...new Set(graph.inputs.get(id)?.values() ?? [])]
      .map((one) => `${one}@${ran.get(one)?.number}`)
      .join();

  async function runNow(
    cells: readonly CellSource[],
    target: string | undefined,
    emit: (event: RunEvent) => void,
    spare: readonly string[],
  ) {
    holdToLanguage();
    const linked: { id: string; compiled: Compiled | SyntaxProblem }[] = [];
    for (const cell of cells) linked.push({ id: cell.id, compiled: await compileCell(cell) });
    const graph = link(linked, (name) => exporterOf(name, modules));
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    const stale = (id: string) => {
      const last = ran.get(id);
      return (
        !last ||
        last.failed ||
        last.source !== byId.get(id)?.source ||
        last.settings !== settingsOf(byId.get(id)) ||
        last.saw !== sawNow(graph, id)
      );
    };
    const changed = (id: string) => byId.get(id)?.changed === true;
    const wanted = target === undefined ? graph.order : plan(graph, target, { stale, changed });
    // A slow cell that need not run holds nobody back.
    const slow = spare.filter((id) => id !== target && wanted.includes(id));
    const held = new Set(slow.flatMap((id) => [id, ...descendants(graph, id)]));
    const ids = wanted.filter((id) => !held.has(id));
    emit({ kind: "linked", links: linksOf(linked, graph) });
    emit({ kind: "planned", ids });
    if (ids.length < wanted.length)
      emit({ kind: "held", ids: wanted.filter((id) => held.has(id)) });
    for (const id of ids) {
      const cell = byId.get(id);
      if (cell) await runCell(cell, graph, emit);
    }
    emit({ kind: "done" });
  }

  async function runCell(cell: CellSource, graph: Graph, emit: (event: RunEvent) => void) {
    const { id, source, settings = [] } = cell;
    emit({ kind: "started", id });
    const began = now();
    const screen = openScreen(id, settings, {
      showed: (output) => emit({ kind: "showed", id, output }),
      progressed: (progress) => emit({ kind: "progress", id, ...progress }),
    });
    let values: Readonly<Record<string, unknown>> = {};
    let failure: Failure | undefined;
    const result = await compileCell(cell);
    if (result.kind === "syntax") {
      const { message, line, column } = result;
      failure = { kind: "error", stage: "syntax", message, line, column };
    } else {
      const problem = graph.problems.get(id) ?? needsFailed(id, graph);
      if (problem) failure = { kind: "error", stage: "cell", message: problem };
      else {
        try {
          const imports = await resolveImports(result.imports, modules);
          const scope = { ...screen.given, ...inputsOf(id, graph), ...imports };
          const { value, names } = await evaluate(result, traceName(id), scope);
          holdToLanguage();
          values = names;
          if (result.shows && value !== undefined) await screen.show(value);
          holdToLanguage();
        } catch (error) {
          holdToLanguage();
          await compileNamed(stackOf(error));
          failure = failureOf(id, error);
        }
      }
    }
    ran.set(id, {
      source,
      values,
      failed: failure !== undefined,
      saw: sawNow(graph, id),
      settings: settingsOf(cell),
      number: ++count,
    });
    const outputs = failure ? [...screen.outputs(), failure] : screen.outputs();
    emit({ kind: "finished", id, outputs, failed: failure !== undefined, took: now() - began });
  }

  function inputsOf(id: string, graph: Graph): Record<string, unknown> {
    return Object.fromEntries(
      [...(graph.inputs.get(id) ?? [])].map(([name, owner]) => [
        name,
        ran.get(owner)?.values[name],
      ]),
    );
  }

  function needsFailed(id: string, graph: Graph): string | undefined {
    for (const [name, owner] of graph.inputs.get(id) ?? []) {
      if (ran.get(owner)?.failed !== false) {
        return say(
          'cell "{id}" needs {name} from cell "{owner}", which has an error. Put that cell right first.',
          { id, name, owner },
        );
      }
    }
    return undefined;
  }

  function failureOf(id: string, error: unknown): Failure {
    if (isImportProblem(error)) {
      const { line, column } = error.import.position;
      return {
        kind: "error",
        stage: "cell",
        message: `cell "${id}": ${error.message}`,
        line,
        column,
      };
    }
    const place = locate(error, (name) => {
      const result = name.startsWith("cell:") ? compiled.get(name.slice(5))?.result : undefined;
      return result?.kind === "compiled" ? result : undefined;
    });
    const message = messageOf(error);
    if (!place) return { kind: "error", stage: "run", message };
    const elsewhere = place.name === traceName(id) ? {} : { cell: place.name.slice(5) };
    return {
      kind: "error",
      stage: "run",
      message,
      line: place.line,
      column: place.column,
      ...elsewhere,
    };
  }

  return {
    run(cells, target, emit, spare = []) {
      queue = after(queue, () => runNow(cells, target, emit, spare));
      return queue;
    },
  };
}

/** By `await`, since `then` is one of the things that a cell can overwrite. */
async function after(before: Promise<void>, next: () => Promise<void>): Promise<void> {
  await before;
  await next();
}

const settingsOf = (cell: CellSource | undefined) => JSON.stringify(cell?.settings ?? []);
