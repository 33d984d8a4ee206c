import { createHost } from "#src/notebook/host.ts";
import plotScriptUrl from "#src/notebook/plot-worker.ts?sandbox-script";
import { createSandbox } from "#src/notebook/sandbox.ts";
import scriptUrl from "#src/notebook/worker.ts?sandbox-script";

/** The notebook of this page: all cells of a chapter share one. */
export const session = createHost({
  createSandbox,
  script: () => textOf(scriptUrl),
  plotScript: () => textOf(plotScriptUrl),
});

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return response.text();
}
