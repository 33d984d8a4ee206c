import { say } from "#src/language/say.ts";
import { type Compiled, compile } from "#src/notebook/compile.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { ancestors, type Graph, link } from "#src/notebook/graph.ts";
import {
  exporterOf,
  isImportProblem,
  loadedWhenNeeded,
  type Modules,
  resolveImports,
} from "#src/notebook/modules.ts";
import type { TakenPage } from "./take-away.ts";

/** The module of drawings, which a file does without where it is not installed. */
export const PLOT = "@observablehq/plot";

type ProsePart = Extract<NotebookPart, { readonly kind: "prose" }>;
type CodePart = Extract<NotebookPart, { readonly kind: "code" }>;

/** A cell in the place where it runs. */
export interface ArrangedCell {
  readonly part: CodePart;
  /** Prose that stands before it in the page. */
  readonly before: readonly ProsePart[];
  /** What it compiles to, or in words why it cannot run. */
  readonly code:
    | { readonly kind: "runs"; readonly compiled: Compiled; readonly fails: boolean }
    | { readonly kind: "cannot"; readonly words: string };
  /** Names that it takes from other cells. */
  readonly taken: ReadonlySet<string>;
}

export interface Arranged {
  readonly cells: readonly ArrangedCell[];
  /** Prose after the last cell. */
  readonly after: readonly ProsePart[];
}

/**
 * The cells of a page, or one with those that it needs, in an order in which they run from top to
 * bottom; and of each that cannot run, why.
 * @throws Error when the page has no cell of the id `only`
 */
export async function arrange(page: TakenPage, only?: string): Promise<Arranged> {
  const parts = page.notebook.parts.filter((part) => part.kind === "code");
  if (only !== undefined && !parts.some(({ id }) => id === only))
    throw new Error(`take away: the page has no cell "${only}". Name one that is there.`);
  const linked = parts.map(({ id, text }) => ({ id, compiled: compile(text) }));
  const modules = await cellModulesWithoutPlot();
  const graph = link(linked, (name) => exporterOf(name, modules));
  const wanted = only === undefined ? undefined : ancestors(graph, only).add(only);
  const ordered = graph.order
    .filter((id) => wanted?.has(id) !== false)
    .map((id) => linked.find((cell) => cell.id === id)!);
  const { before, after } = proseAround(page, only);
  const broken = new Set<string>();
  const cells: ArrangedCell[] = [];
  for (const { id, compiled } of ordered) {
    const problem =
      compiled.kind === "syntax"
        ? say('Cell "{cell}" does not parse (line {line}, column {column}): {problem}', {
            cell: id,
            line: compiled.line,
            column: compiled.column,
            problem: compiled.message,
          })
        : ((await whyNot(id, compiled, graph, modules)) ?? needs(id, graph, broken));
    const fails = failed(page, id);
    if (problem !== undefined || fails) broken.add(id);
    cells.push({
      part: parts.find((part) => part.id === id)!,
      before: before.get(id) ?? [],
      code:
        problem !== undefined || compiled.kind === "syntax"
          ? { kind: "cannot", words: problem ?? "" }
          : { kind: "runs", compiled, fails },
      taken: new Set(graph.inputs.get(id)?.keys()),
    });
  }
  return { cells, after };
}

async function cellModulesWithoutPlot(): Promise<Modules> {
  const { cellModules } = await import("#src/notebook/cell-modules.ts");
  return cellModules({
    plot: loadedWhenNeeded(async () => ({})),
    data: loadedWhenNeeded(() => import("@downhill/optim/data")),
  });
}

/** That it cannot run, with the reason in the words of the notebook. */
async function whyNot(id: string, compiled: Compiled, graph: Graph, modules: Modules) {
  const problem = graph.problems.get(id);
  if (problem !== undefined)
    return say('Cell "{cell}" cannot run: {problem}', { cell: id, problem });
  try {
    await resolveImports(
      compiled.imports.filter(({ from }) => from !== PLOT),
      modules,
    );
    return undefined;
  } catch (error) {
    if (isImportProblem(error))
      return say('Cell "{cell}" cannot run: {problem}', { cell: id, problem: error.message });
    throw error;
  }
}

function needs(id: string, graph: Graph, broken: ReadonlySet<string>): string | undefined {
  for (const [name, owner] of graph.inputs.get(id) ?? [])
    if (broken.has(owner))
      return say(
        'Cell "{cell}" cannot run: it needs {name} from cell "{owner}", which has an error. Put that cell right first.',
        { cell: id, name, owner },
      );
  return undefined;
}

/** Whether the cell ended with an error when its text last ran, here or in the build. */
function failed({ outputs, stale, stored }: TakenPage, id: string): boolean {
  const last = outputs.get(id);
  // A text that was put right since may run.
  if (stale?.has(id)) return false;
  if (last) return last.some((output) => output.kind === "error" && output.stage === "run");
  return /class="out out-error"/.test(stored?.get(id) ?? "");
}

/** Which prose stands before which cell; with one cell alone no prose is taken. */
function proseAround(page: TakenPage, only: string | undefined) {
  const before = new Map<string, readonly ProsePart[]>();
  let waiting: ProsePart[] = [];
  if (only !== undefined) return { before, after: waiting };
  for (const part of page.notebook.parts) {
    if (part.kind === "prose") waiting.push(part);
    else {
      before.set(part.id, waiting);
      waiting = [];
    }
  }
  return { before, after: waiting };
}
