import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Names in the head of every built page the modules that its scripts import, so that they are
 * fetched beside the scripts and not one round trip later.
 */
export function modulePreload(): AstroIntegration {
  return {
    name: "downhill:module-preload",
    hooks: {
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (path: string) => readFileSync(folder + path, "utf8");
        for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!path.endsWith(".html")) continue;
          const html = read(path);
          const linked = withPreloads(html, read);
          if (linked !== html) writeFileSync(folder + path, linked);
        }
      },
    },
  };
}

/**
 * The page with a link for every module that its scripts import, directly or through others.
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
