import type { ControlValue } from "#src/notebook/control.ts";
import type { Notebook } from "#src/notebook/document.ts";
import type { Output } from "#src/notebook/output.ts";

/** A TypeScript file for Node, a Jupyter notebook for Deno, or a page of its own. */
export type TakenFormat = "ts" | "ipynb" | "html";

/** A page of cells as it stands when it is taken away. */
export interface TakenPage {
  readonly notebook: Notebook;
  /** Where it came from: a URL. */
  readonly address: string;
  /** What each cell showed when it last ran, by id; a cell that has not run has none. */
  readonly outputs: ReadonlyMap<string, readonly Output[]>;
  /** Cells that have run, but whose outputs are not those of their present text. */
  readonly stale?: ReadonlySet<string>;
  /** What the build stored of cells that have not run, as the page's own HTML, by id. */
  readonly stored?: ReadonlyMap<string, string>;
  /** What the reader set the controls of a cell to, in order; undefined or null: not moved. */
  readonly settings?: ReadonlyMap<string, readonly (ControlValue | null | undefined)[]>;
}

/** A file to be saved. */
export interface TakenFile {
  /** A plain name without folders. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly text: string;
}

/**
 * A page, or one of its cells with the cells that it needs, as a file that works elsewhere.
 *
 * @param only the id of one cell; default: the whole page
 * @throws Error when the page has no cell of that id
 */
export async function takeAway(
  format: TakenFormat,
  page: TakenPage,
  only?: string,
): Promise<TakenFile> {
  switch (format) {
    case "ts":
      return (await import("./typescript-file.ts")).typescriptFile(page, only);
    case "ipynb":
      return (await import("./jupyter-file.ts")).jupyterFile(page, only);
    case "html":
      return (await import("./html-file.ts")).htmlFile(page, only);
  }
}
