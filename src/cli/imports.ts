import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** What a file takes from another one or from a package. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** From the root of the project; absent for packages. */
  readonly path?: string;
}

/** The endings of files that import. */
export const SOURCE = /\.(ts|tsx|mjs|astro|mdx)$/;

/** All files of a folder of the project, as paths from its root. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === "node_modules" || name === "dist") return [];
    return statSync(join(root, path)).isDirectory() ? filesOf(path) : [path];
  });
}

/** The text of a file of the project. */
export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What a file imports, found in its text. */
export function importsOf(file: string): readonly Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"'`;()]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
  const text = read(file);
  // The fences of a chapter are cells: their imports are the reader's, not the page's.
  const source = file.endsWith(".mdx") ? text.replace(/```[\s\S]*?```/g, "") : text;
  return [...source.matchAll(statement)].map(([, type, from, dynamic]) => {
    const specifier = (from ?? dynamic ?? "").replace(/\?.*$/, "");
    const path = locate(file, specifier);
    return { specifier, typeOnly: type !== undefined, ...(path !== undefined && { path }) };
  });
}

function locate(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith("@downhill/optim")) return "src/optim/src/index.ts";
  if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(file), specifier));
  return undefined;
}
