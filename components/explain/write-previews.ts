import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { parseHTML } from "linkedom";
import { previewOf } from "./preview.ts";

const LINK = /<a\b[^>]*\bhref="([^"#:]+)#([^"]+)"[^>]*>/g;

/**
 * Leaves beside each page that others refer into a file `previews.json`: what a card shows of the
 * places to which they refer, by their ids.
 */
export function previews(): AstroIntegration {
  let base = "/";
  return {
    name: "downhill:previews",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const read = (path: string) => readFileSync(`${folder}${path}index.html`, "utf8");
        const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((path) => /(^|\/)index\.html$/.test(path))
          .map((path) => path.replace(/index\.html$/, ""));
        const wanted = new Map<string, Set<string>>();
        for (const page of pages)
          for (const { path, id } of placesElsewhere(read(page), page, base))
            wanted.set(path, (wanted.get(path) ?? new Set()).add(id));
        for (const [path, ids] of wanted)
          if (existsSync(`${folder}${path}index.html`))
            writeFileSync(
              `${folder}${path}previews.json`,
              JSON.stringify(previewsOf(read(path), `${base}${path}`, ids)),
            );
      },
    },
  };
}

/** A place on another page to which a page refers. */
export interface PlaceElsewhere {
  /** Path of its page from the root of the book. */
  readonly path: string;
  readonly id: string;
}

/**
 * The places on other pages to which the main part of a page refers; terms have cards of their own.
 *
 * @param page its path from the root of the book
 * @param base under which the book is served
 */
export function placesElsewhere(
  html: string,
  page: string,
  base: string,
): readonly PlaceElsewhere[] {
  const main = html.slice(html.indexOf("<main"));
  return [...main.matchAll(LINK)].flatMap(([tag, href = "", id = ""]) => {
    const { pathname } = new URL(href, `http://book${base}${page}`);
    const path = pathname.slice(base.length);
    const elsewhere = pathname.startsWith(base) && pathname.endsWith("/") && path !== page;
    return elsewhere && !/class="term"/.test(tag) ? [{ path, id: decodeURIComponent(id) }] : [];
  });
}

/**
 * What cards on other pages show of places of a page, by their ids.
 *
 * @param at address of the page, to which links within it are to lead from elsewhere
 */
export function previewsOf(
  html: string,
  at: string,
  ids: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const { document } = parseHTML(html);
  const found = [...ids].flatMap((id) => {
    const target = document.getElementById(id);
    const preview = target && previewOf(target);
    return preview ? [[id, preview.replaceAll('href="#', `href="${at}#`)] as const] : [];
  });
  return Object.fromEntries(found);
}
