import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { hasPeer, peersFolder } from "./install-peers.ts";

/** A page with one cell, to be compared with the book. */
export interface PeerPage {
  readonly title: string;
  /** File in `peers/pages`, without its ending; also its folder under `/peers/`. */
  readonly name: string;
  /** The package that it is about, where the book does not have it itself. */
  readonly needs?: string;
  /** Folders of that package, served as they are, by the first part of their path. */
  readonly served?: Readonly<Record<string, string>>;
  /** Takes seconds, on a slow network minutes: visited less often. */
  readonly heavy?: boolean;
}

export const PEER_PAGES: readonly PeerPage[] = [
  { title: "blank page: a line of text on click", name: "blank" },
  { title: "lower bound: stripper in a worker", name: "worker" },
  { title: "lower bound, sandboxed", name: "sandboxed-worker" },
  { title: "react-live", name: "react-live", needs: "react-live" },
  { title: "CodeMirror at once, stripper in a worker", name: "codemirror-at-once" },
  { title: "Monaco", name: "monaco", needs: "monaco-editor" },
  { title: "Pyodide", name: "pyodide", needs: "pyodide", served: { pyodide: "" }, heavy: true },
  { title: "webR", name: "webr", needs: "webr", served: { webr: "dist" }, heavy: true },
];

const bookModules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** Editable peers that have no page here, and why. */
export const NOT_MEASURED: Readonly<Record<string, string>> = {
  Sandpack: "its self-hosted bundler still fetches packages from its makers' service",
};

/** Where the built pages lie. */
export const pagesFolder = `${peersFolder}dist`;

/** The folders to serve beside the built pages, by the first part of their path. */
export function servedFolders(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PEER_PAGES.flatMap(({ needs, served = {} }) =>
      Object.entries(served).map(([first, folder]) => [
        first,
        `${peersFolder}node_modules/${needs}/${folder}`,
      ]),
    ),
  );
}

/**
 * Builds the pages whose packages are there, each for itself so that none loads a part of another.
 * @returns why each of the others is missing, by name.
 */
export async function buildPeerPages(): Promise<ReadonlyMap<string, string>> {
  const missing = new Map<string, string>();
  rmSync(pagesFolder, { recursive: true, force: true });
  for (const { name, needs } of PEER_PAGES) {
    if (needs !== undefined && !hasPeer(needs)) {
      missing.set(name, `not installed: npm could not get ${needs}`);
      continue;
    }
    try {
      await buildPage(name);
    } catch (error) {
      missing.set(name, `not built: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return missing;
}

async function buildPage(name: string): Promise<void> {
  const root = `${peersFolder}pages/.built-${name}`;
  mkdirSync(root, { recursive: true });
  writeFileSync(`${root}/index.html`, html(name));
  try {
    await build({
      configFile: false,
      root,
      base: `/peers/${name}/`,
      logLevel: "error",
      // The book's own editor, not another copy that a library to compare with has brought.
      resolve: {
        alias: [{ find: /^(?=@(codemirror|lezer)\/)/, replacement: bookModules }],
      },
      build: { outDir: `${pagesFolder}/${name}`, chunkSizeWarningLimit: 1e5 },
      worker: { format: name === "monaco" ? "es" : "iife" },
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}

const html = (name: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head>
<body><div data-cell><div data-part="code"><pre>three steps of momentum</pre></div>
<button data-part="run">Run</button><div data-part="output"></div></div>
<script type="module" src="../${name}.mjs"></script></body></html>
`;
