import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";

/** A page of the built site. */
export interface BuiltPage {
  /** From the root of the book: `momentum/`; the landing page is empty. */
  readonly path: string;
  readonly document: Document;
}

/** A chapter's line in the contents of the landing page. */
export interface ChapterLine {
  readonly number: string;
  readonly title: string;
  /** `momentum/`. */
  readonly path: string;
}

/** A part of the book, in the words of the landing page. */
export interface PartLines {
  readonly name: string;
  readonly chapters: readonly ChapterLine[];
}

/** Reads a page of the built site. */
export function readBuilt(folder: string, path: string): BuiltPage {
  const file = join(folder, path, "index.html");
  if (!existsSync(file))
    throw new Error(
      `pdf: ${file} is missing. Build the book first: npm run pdf without --built does.`,
    );
  return { path, document: parseHTML(readFileSync(file, "utf8")).document };
}

/** Where the book is published, as its own pages say: `https://example.org/book/`. */
export function addressOf(landing: Document): string {
  const link = landing.querySelector('link[rel="canonical"]');
  const address = link?.getAttribute("href");
  if (!address) throw new Error("pdf: the landing page names no canonical address.");
  return address;
}

/**
 * The parts with the chapters that are written, in order, read from the contents of the landing page.
 * @param only the chapters to keep, by the last part of their address; default all
 */
export function readContents(
  landing: Document,
  root: string,
  only?: readonly string[],
): readonly PartLines[] {
  const base = new URL(root).pathname;
  const parts = [...landing.querySelectorAll(".contents section:has(ol)")].map((section) => ({
    name: section.querySelector("h3")?.textContent?.trim() ?? "",
    chapters: [...section.querySelectorAll("ol li:has(a)")].map((item) => {
      const link = item.querySelector("a");
      const path = link?.getAttribute("href")?.slice(base.length) ?? "";
      return {
        number: item.getAttribute("value") ?? "",
        title: link?.textContent?.trim() ?? "",
        path,
      };
    }),
  }));
  const known = parts.flatMap(({ chapters }) => chapters.map(({ path }) => nameOf(path)));
  const unknown = only?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(`pdf: there is no chapter “${unknown}”. There are ${known.join(", ")}.`);
  return parts
    .map(({ name, chapters }) => ({
      name,
      chapters: chapters.filter(({ path }) => !only || only.includes(nameOf(path))),
    }))
    .filter(({ chapters }) => chapters.length > 0);
}

/** What a page is called in ids and heads: `momentum`. */
export function nameOf(path: string): string {
  return path.replace(/\/$/, "").replaceAll("/", "-");
}
