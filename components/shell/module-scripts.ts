import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { withOwnStyles, withScriptsAfterSight } from "./words-first.ts";

/** Exercises stand after what they are about, and paper comes last: their modules do not hinder the first cell. */
const LATER = /\/(Exercise|_chapter_)\.astro/;
const CELL_WORKER = /^worker\.sandbox\..*\.js$/;

/** Has every built page begin its module scripts as soon as it can, but not before its words are seen. */
export function moduleScripts(): AstroIntegration {
  return {
    name: "downhill:module-scripts",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (path: string) => readFileSync(folder + path, "utf8");
        const worker = readdirSync(`${folder}_astro`).find((name) => CELL_WORKER.test(name));
        for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!path.endsWith(".html")) continue;
          const html = read(path);
          const begun = withCellTexts(withEarlyCells(withPreloads(html, read)), worker);
          const sooner = withScriptsAfterSight(withOwnStyles(withoutEntries(begun, read), read));
          if (sooner !== html) writeFileSync(folder + path, sooner);
        }
      },
    },
  };
}

/**
 * The page with a link for every module that its scripts import, directly or through others, so
 * that they are fetched beside the scripts and not one round trip later; but not for exercises.
 * @param read gives the text of a built file by its path from the root of the site's files.
 */
export function withPreloads(html: string, read: (path: string) => string): string {
  const found = new Set<string>();
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, url]) => url!);
  const follow = (url: string) => {
    // Scripts lie under _astro, whatever path the site is served under.
    const source = read(url.slice(url.indexOf("_astro/")));
    for (const [, name] of source.matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) {
      const imported = posix.join(posix.dirname(url), name!);
      if (found.has(imported) || scripts.includes(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  for (const url of scripts.filter((one) => !LATER.test(one))) follow(url);
  const links = [...found].map((url) => `<link rel="modulepreload" href="${url}">`).join("");
  return html.replace("</head>", `${links}</head>`);
}

/**
 * The page with each script that does nothing but import a module replaced by that module: one file
 * fewer before it runs.
 */
export function withoutEntries(html: string, read: (path: string) => string): string {
  return html.replace(
    /(<script type="module"[^>]* src=")([^"]+)"/g,
    (script, before: string, url: string) => {
      const source = read(url.slice(url.indexOf("_astro/")));
      const only = /^import\s*["'`](\.[^"'`]+)["'`];?\s*$/.exec(source)?.[1];
      return only === undefined ? script : `${before}${posix.join(posix.dirname(url), only)}"`;
    },
  );
}

/** The page with its first cells made live before the rest of a long page is read. */
export function withEarlyCells(html: string): string {
  return html.replace(
    /<script type="module" (?=src="[^"]*\/Cell\.astro)/g,
    '<script type="module" async ',
  );
}

/**
 * The page with what the first run of a cell needs fetched beside the scripts that ask for it: its
 * compiled cells and the script of their worker.
 * @param worker name of the built script, which lies beside the module scripts.
 */
export function withCellTexts(html: string, worker: string | undefined): string {
  const cells = /\bdata-cells="([^"]+)"/.exec(html)?.[1];
  const scripts = /<script type="module"[^>]* src="([^"]*_astro\/)Cell\.astro/.exec(html)?.[1];
  if (cells === undefined || scripts === undefined || worker === undefined) return html;
  const links = [scripts + worker, cells]
    .map((url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`)
    .join("");
  return html.replace("</head>", `${links}</head>`);
}
