import type { Import } from "./compile.ts";

/** What a module exports, by name. */
export type Namespace = Readonly<Record<string, unknown>>;

/** A module that cells may import. */
export interface Module {
  /** The names of its exports, as far as they are known without loading anything. */
  names(): readonly string[];
  /** Its exports of the given names, or all; a name that it does not export is left out. */
  load(names: readonly string[] | "all"): Promise<Namespace>;
}

/** The modules that cells may import, by specifier. */
export type Modules = Readonly<Record<string, Module>>;

/** Exports beyond which a message lists only those with a similar name. */
const listCap = 40;

/** A module that is there from the start. */
export function loaded(namespace: object): Module {
  const exports: Namespace = { ...namespace };
  return { names: () => Object.keys(exports), load: async () => exports };
}

/** A module whose exports are known once they have been asked for. */
export function loadedWhenNeeded(bring: () => Promise<Namespace>): Module {
  let exports: Namespace | undefined;
  return {
    names: () => Object.keys(exports ?? {}),
    async load() {
      exports ??= await bring();
      return exports;
    },
  };
}

/** An import that cannot be had; the message is for the reader. */
export class ImportProblem extends Error {
  readonly import: Import;
  constructor(message: string, problem: Import) {
    super(message);
    this.import = problem;
  }
}

/** Whether what was thrown is an `ImportProblem`; a proxy can throw at the very question. */
export function isImportProblem(error: unknown): error is ImportProblem {
  try {
    return error instanceof ImportProblem;
  } catch {
    return false;
  }
}

/** The values of a cell's imports by the names they have in it. Throws an `ImportProblem`. */
export async function resolveImports(
  imports: readonly Import[],
  modules: Modules,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const one of imports) {
    const module = Object.hasOwn(modules, one.from) ? modules[one.from] : undefined;
    if (!module) {
      const all = Object.keys(modules).map((name) => `"${name}"`);
      throw new ImportProblem(
        `there is no module "${one.from}" here. A cell can import from ${all.join(", ")}.`,
        one,
      );
    }
    const namespace = await module.load(one.name === "*" ? "all" : [one.name]);
    if (one.name === "*") values[one.as] = namespace;
    else if (Object.hasOwn(namespace, one.name)) values[one.as] = namespace[one.name];
    else throw new ImportProblem(noExport(one, module.names()), one);
  }
  return values;
}

/** The module that exports a name, among those that are there already. */
export function exporterOf(name: string, modules: Modules): string | undefined {
  return Object.keys(modules).find((from) => modules[from]?.names().includes(name));
}

function noExport({ from, name }: Import, all: readonly string[]): string {
  if (name === "default") {
    return `"${from}" has no default export. Name what you need: import { … } from "${from}"`;
  }
  const near = all.filter((other) => similar(other, name)).sort();
  const guess = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  const list =
    all.length <= listCap || near.length === 0 ? ` It exports ${[...all].sort().join(", ")}.` : "";
  return `"${from}" exports no ${name}.${guess}${list}`;
}

/** One letter wrong, missing or too many, or the same letters in another case. */
function similar(a: string, b: string): boolean {
  const [long, short] =
    a.length >= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i + (long.length === short.length ? 1 : 0));
}
