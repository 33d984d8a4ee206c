import { sitePath } from "#src/course/site-path.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import type { AheadCell } from "#src/notebook/compile-ahead.ts";
import compileScriptUrl from "#src/notebook/compile-worker.ts?sandbox-script";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createHost } from "#src/notebook/host.ts";
import plotScriptUrl from "#src/notebook/plot-worker.ts?sandbox-script";
import { createSandbox } from "#src/notebook/sandbox.ts";
import scriptUrl from "#src/notebook/worker.ts?sandbox-script";
import { pageIsRead } from "./page-read.ts";

/** What the build made of the cells of this page. */
interface Built {
  /** The cells, compiled. */
  readonly cells: Readonly<Record<string, AheadCell>>;
  /** The files of the optimizer package that they import; absent when the build knew no cells. */
  readonly package?: unknown;
}

const wholePackage = askOnce(() => fetchText(sitePath("optimizer-files.json")));
const dataSets = askOnce(() => fetchText(sitePath("optimizer-data.json")));
const built = askOnce(async (): Promise<Built> => {
  const url = document.querySelector<HTMLElement>("[data-cells]")?.dataset.cells;
  return url === undefined ? { cells: {} } : JSON.parse(await fetchText(url));
});
const putPackage = (json: string) => `downhillPackage=${json}`;

/** The notebook of this page: all cells of a chapter share one. */
export const session = createHost({
  createSandbox,
  script: askOnce(() => fetchText(scriptUrl)),
  parts: {
    plot: askOnce(() => fetchText(plotScriptUrl)),
    compiler: askOnce(() => fetchText(compileScriptUrl)),
    package: async () => {
      const { package: files } = await built();
      return putPackage(files === undefined ? await wholePackage() : JSON.stringify(files));
    },
    "whole-package": async () => putPackage(await wholePackage()),
    data: async () => putPackage(await dataSets()),
  },
  ahead: async () => (await built()).cells,
  complete: pageIsRead,
});

// A worker is made ready at once, so that the first run does not wait for it; no cell is run.
session.preload();
