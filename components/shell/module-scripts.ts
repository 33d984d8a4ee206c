import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Has every built page begin its module scripts as soon as it can. */
export function moduleScripts(): AstroIntegration {
  return {
    name: "downhill:module-scripts",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (path: string) => readFileSync(folder + path, "utf8");
        for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!path.endsWith(".html")) continue;
          const html = read(path);
          const sooner = withEarlyCells(withPreloads(html, read));
          if (sooner !== html) writeFileSync(folder + path, sooner);
        }
      },
    },
  };
}

/**
 * The page with a link for every module that its scripts import, directly or through others, so
 * that they are fetched beside the scripts and not one round trip later.
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
  for (const url of scripts) follow(url);
  const links = [...found].map((url) => `<link rel="modulepreload" href="${url}">`).join("");
  return html.replace("</head>", `${links}</head>`);
}

/** The page with its first cells made live before the rest of a long page is read. */
export function withEarlyCells(html: string): string {
  return html.replace(
    /<script type="module" (?=src="[^"]*\/Cell\.astro)/g,
    '<script type="module" async ',
  );
}
