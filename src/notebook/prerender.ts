import { cellModules } from "./cell-modules.ts";
import { createKernel } from "./kernel.ts";
import type { CellLinks } from "./links.ts";
import type { Output } from "./output.ts";
import type { CellSource } from "./protocol.ts";

/** A cell as the build stores it in the page. */
export interface StoredCell {
  readonly source: string;
  readonly outputs: readonly Output[];
  readonly links: CellLinks;
}

/**
 * Runs every cell of a chapter in Node, with the kernel that the page uses, and returns what each
 * shows, by id. Throws when a cell fails, naming it: a book is not built with an error in it.
 */
export async function prerender(cells: readonly CellSource[]): Promise<Map<string, StoredCell>> {
  const kernel = createKernel({
    modules: cellModules({ load: async () => (await import("./plot.ts")).plotModule() }),
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
      outputs: event.outputs,
      links: links.find(({ id }) => id === event.id)!,
    });
    for (const output of event.outputs) {
      if (output.kind !== "error") continue;
      const place =
        output.line === undefined ? "" : ` (line ${output.line}, column ${output.column})`;
      failures.push(`cell "${event.id}"${place}: ${output.message}`);
    }
  });
  if (failures.length > 0) {
    throw new Error(`The cells of this chapter do not run:\n${failures.join("\n")}`);
  }
  return stored;
}
