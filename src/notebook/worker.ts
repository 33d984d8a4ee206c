/// <reference lib="webworker" />
import { say } from "#src/language/say.ts";
import type { compile } from "./compile.ts";
import { createKernel, LanguageChanged } from "./kernel.ts";
import { watchLanguage } from "./language.ts";
import { messageOf } from "./message-of.ts";
import { loadedWhenNeeded, type Namespace } from "./modules.ts";
import { type PackageTexts, packageModules } from "./package-modules.ts";
import type { Part, Reply, Request } from "./protocol.ts";

/** Glue: the kernel inside a worker that was started from a text and cannot fetch anything. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
// Taken before a cell runs, since a cell can overwrite every global.
const post = scope.postMessage.bind(scope) as (reply: Reply) => void;

/** Parts that have come or been asked for, and who waits for them. */
const parts = new Map<Part, PromiseWithResolvers<void>>();
/** What each part that has come left as texts of the package. */
const texts = new Map<Part, PackageTexts>();

const IN_WORDS: Readonly<Record<Part, string>> = {
  plot: say("Plot"),
  compiler: say("The part that reads code"),
  package: say("The optimizer package"),
  "whole-package": say("The rest of the optimizer package"),
  data: say("The data sets of the optimizer package"),
};

/** Has a part put on this worker; asked again next time if it could not be had. */
function bring(part: Part): Promise<void> {
  const before = parts.get(part);
  if (before) return before.promise;
  post({ kind: "need", part });
  return expect(part).promise;
}

function expect(part: Part): PromiseWithResolvers<void> {
  const coming = Promise.withResolvers<void>();
  parts.set(part, coming);
  coming.promise.catch(() => parts.delete(part));
  return coming;
}

function take({ part, script, problem }: Extract<Request, { kind: "part" }>): void {
  if (script === undefined) {
    const message = say(
      "{part} could not be loaded: {problem}. Check the connection and run again.",
      { part: IN_WORDS[part], problem },
    );
    parts.get(part)?.reject(new Error(message));
    return;
  }
  // biome-ignore lint/security/noGlobalEval: the worker has no network to load a script from
  globalThis.eval(script);
  // Each part of the package is put in the same place, and they come in any order.
  texts.set(part, given.downhillPackage);
  // The page may bring a part unasked.
  (parts.get(part) ?? expect(part)).resolve();
}

const given = globalThis as unknown as {
  readonly downhillPlot: () => Namespace;
  readonly downhillCompile: typeof compile;
  readonly downhillPackage: PackageTexts;
};

const plot = loadedWhenNeeded(async () => {
  await bring("plot");
  return given.downhillPlot();
});

const DATA = "@downhill/optim/data";

const optimizers = packageModules(
  ["@downhill/optim", DATA, "@downhill/optim/problems"],
  () => packageFrom("package"),
  (specifier) => packageFrom(specifier === DATA ? "data" : "whole-package"),
);

async function packageFrom(part: Part) {
  await bring(part);
  return texts.get(part)!;
}

async function compiler() {
  await bring("compiler");
  return given.downhillCompile;
}

const kernel = createKernel({
  modules: { ...optimizers.modules, "@observablehq/plot": plot },
  compiler,
  changedPart: watchLanguage(),
});

async function receive({ data }: MessageEvent<Request>) {
  if (data.kind === "part") return take(data);
  const { run, cells, target, spare } = data;
  // Without the names of the package a cell that forgot an import is not told where they are.
  await optimizers.begin().catch(() => {});
  try {
    await kernel.run(cells, target, (event) => post({ kind: "event", run, event }), spare);
  } catch (error) {
    // Only a cell that changed the language under the kernel's feet brings us here.
    const reason = error instanceof LanguageChanged ? error.message : messageOf(error);
    post({ kind: "event", run, event: { kind: "broken", reason } });
  }
}

// Not `onmessage`, which a cell could take away; capturing, so that nobody hears before the kernel.
scope.addEventListener("message", receive, { capture: true });

// A promise that nobody awaited, or a timer's callback: the cell has ended, the worker goes on.
scope.addEventListener("unhandledrejection", (event) => event.preventDefault());
scope.addEventListener("error", (event) => event.preventDefault());
