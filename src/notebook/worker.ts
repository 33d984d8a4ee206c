/// <reference lib="webworker" />
import { cellModules } from "./cell-modules.ts";
import { compile } from "./compile.ts";
import { createKernel } from "./kernel.ts";
import { messageOf } from "./message-of.ts";
import type { Module, Namespace } from "./modules.ts";
import type { Reply, Request } from "./protocol.ts";

/** Glue: the kernel inside a worker that was started from a text and cannot fetch anything. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
// Taken before a cell runs, since a cell can overwrite every global.
const post = scope.postMessage.bind(scope) as (reply: Reply) => void;

let deliverPlot: ((message: Extract<Request, { kind: "plot" }>) => void) | undefined;
let plotNamespace: Promise<Namespace> | undefined;

const plot: Module = {
  load() {
    plotNamespace ??= askForPlot();
    // Asked again next time if it could not be had.
    plotNamespace.catch(() => {
      plotNamespace = undefined;
    });
    return plotNamespace;
  },
};

async function askForPlot(): Promise<Namespace> {
  const message = await new Promise<Extract<Request, { kind: "plot" }>>((resolve) => {
    deliverPlot = resolve;
    post({ kind: "need-plot" });
  });
  if (message.script === undefined) {
    throw new Error(
      `Plot could not be loaded: ${message.problem}. Check the connection and run again.`,
    );
  }
  // biome-ignore lint/security/noGlobalEval: the worker has no network to load a script from
  globalThis.eval(message.script);
  return (globalThis as unknown as { downhillPlot: () => Namespace }).downhillPlot();
}

const kernel = createKernel({ modules: cellModules(plot) });

async function receive({ data }: MessageEvent<Request>) {
  if (data.kind === "plot") return deliverPlot?.(data);
  const { run, cells, target, spare } = data;
  try {
    await kernel.run(cells, target, (event) => post({ kind: "event", run, event }), spare);
  } catch (error) {
    // Only a cell that changed the language under the kernel's feet brings us here.
    post({ kind: "event", run, event: { kind: "broken", reason: messageOf(error) } });
  }
}

// Not `onmessage`, which a cell could take away; capturing, so that nobody hears before the kernel.
scope.addEventListener("message", receive, { capture: true });

// A promise that nobody awaited, or a timer's callback: the cell has ended, the worker goes on.
scope.addEventListener("unhandledrejection", (event) => event.preventDefault());
scope.addEventListener("error", (event) => event.preventDefault());

// The parsers are slow the first time. The worker is made ready when a reader comes near a cell, so
// that there is time for it.
setTimeout(() => compile("const warm: number = await 1;\nwarm"));
