import { whenIdle } from "#components/shell/when-idle.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import compileScriptUrl from "#src/notebook/compile-worker.ts?sandbox-script";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createHost } from "#src/notebook/host.ts";
import plotScriptUrl from "#src/notebook/plot-worker.ts?sandbox-script";
import { createSandbox } from "#src/notebook/sandbox.ts";
import scriptUrl from "#src/notebook/worker.ts?sandbox-script";
import { pageIsRead } from "./page-read.ts";

/** The notebook of this page: all cells of a chapter share one. */
export const session = createHost({
  createSandbox,
  script: askOnce(() => fetchText(scriptUrl)),
  parts: {
    plot: askOnce(() => fetchText(plotScriptUrl)),
    compiler: askOnce(() => fetchText(compileScriptUrl)),
  },
  async ahead() {
    const url = document.querySelector<HTMLElement>("[data-cells]")?.dataset.cells;
    return url === undefined ? {} : JSON.parse(await fetchText(url));
  },
  complete: pageIsRead,
});

// What a first run needs comes while the reader reads; nothing is started.
whenIdle(() => session.fetch());
