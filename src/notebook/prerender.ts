import { cellModules } from "./cell-modules.ts";
import { compile } from "./compile.ts";
import { createKernel } from "./kernel.ts";
import type { CellLinks } from "./links.ts";
import { loadedWhenNeeded } from "./modules.ts";
import type { Failure, Output } from "./output.ts";
import type { CellSource } from "./protocol.ts";

/** A cell to be run by the build; one that is there to fail says with which words. */
export type BuildCell = CellSource & { readonly fails?: string };

/** A cell as the build stores it in the page. */
export interface StoredCell {
  readonly source: string;
  readonly outputs: readonly Output[];
  readonly links: CellLinks;
}

/**
 * Runs every cell of a chapter in Node, with the kernel that the page uses, and returns what each
 * shows, by id. Throws when a cell fails, naming it: a book is not built with an error in it. A cell
 * that is there to fail has to, with the words that it states.
 */
export async function prerender(cells: readonly BuildCell[]): Promise<Map<string, StoredCell>> {
  const kernel = createKernel({
    modules: cellModules({
      plot: loadedWhenNeeded(async () => (await import("./plot.ts")).plotModule()),
      data: loadedWhenNeeded(() => import("@downhill/optim/data")),
    }),
    compiler: async () => compile,
  });
  const stored = new Map<string, StoredCell>();
  const failures: string[] = [];
  const sources = new Map(cells.map(({ id, source }) => [id, source]));
  let links: readonly CellLinks[] = [];
  await kernel.run(cells, undefined, (event) => {
    if (event.kind === "linked") links = event.links;
    if (event.kind !== "finished") return;
    stored.set(event.id, {
      source: sources.get(event.id) ?? "",
      outputs: event.outputs.map(asPicture),
      links: links.find(({ id }) => id === event.id)!,
    });
    const failure = event.outputs.find((output) => output.kind === "error");
    const stated = cells.find(({ id }) => id === event.id)?.fails;
    const problem = problemOf(failure, stated);
    if (problem !== undefined) failures.push(`cell "${event.id}"${problem}`);
  });
  if (failures.length > 0) {
    throw new Error(`The cells of this chapter do not run:\n${failures.join("\n")}`);
  }
  return stored;
}

/** A drawing without its numbers: they are there when the cell runs, and a page is not to carry both. */
function asPicture(output: Output): Output {
  return output.kind === "svg" ? { kind: "svg", source: output.source } : output;
}

/** What is wrong with how a cell ended, when it was to fail with the words stated, or to run. */
function problemOf(failure: Failure | undefined, stated: string | undefined): string | undefined {
  if (stated === undefined) {
    if (!failure) return undefined;
    const { line, column, message } = failure;
    return `${line === undefined ? "" : ` (line ${line}, column ${column})`}: ${message}`;
  }
  if (!failure) return `: it is marked to fail with “${stated}”, but it ran`;
  return failure.message.includes(stated)
    ? undefined
    : `: it is marked to fail with “${stated}”, but it failed with: ${failure.message}`;
}
