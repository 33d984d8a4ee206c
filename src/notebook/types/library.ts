import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { TypeLibrary } from "./service.ts";

const OPTIM = fileURLToPath(new URL("../../optim/src/", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

/** The language that cells are written in; the page and its elements are not part of it. */
const LANGUAGE = "lib.es2023.d.ts";

/** Collects, at build time, every declaration that the types of a cell can come from. */
export function typeLibrary(): TypeLibrary {
  return {
    ...languageFiles(),
    ...optimDeclarations(),
    ...plotDeclarations(),
    "/globals.d.ts": readFileSync(new URL("cell-globals.d.ts", import.meta.url), "utf8"),
  };
}

function languageFiles(): Record<string, string> {
  const folder = dirname(resolve("typescript"));
  const files: Record<string, string> = {};
  const add = (name: string): void => {
    const path = `/lib/${name}`;
    if (path in files) return;
    const text = readFileSync(join(folder, name), "utf8");
    files[path] = text;
    for (const [, lib] of text.matchAll(/<reference lib="([^"]+)"/g)) add(`lib.${lib}.d.ts`);
  };
  add(LANGUAGE);
  return files;
}

/** Declarations only: what a cell sees of the package is its exports, and they load faster. */
function optimDeclarations(): Record<string, string> {
  const files: Record<string, string> = {};
  const entries = ["index.ts", "data/index.ts", "problems/index.ts"];
  const program = ts.createProgram(
    entries.map((entry) => join(OPTIM, entry)),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: true,
      declaration: true,
      emitDeclarationOnly: true,
      strict: true,
      types: [],
      lib: [LANGUAGE],
      outDir: "/optim",
      rootDir: OPTIM,
    },
  );
  program.emit(undefined, (path, text) => {
    files[path] = text;
  });
  return files;
}

function plotDeclarations(): Record<string, string> {
  const folder = dirname(resolve("@observablehq/plot"));
  const declarations = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".d.ts"),
  );
  return Object.fromEntries(
    declarations.map((path) => [
      `/plot/${relative(folder, join(folder, path)).replaceAll(sep, "/")}`,
      readFileSync(join(folder, path), "utf8"),
    ]),
  );
}
