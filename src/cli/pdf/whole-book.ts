import { readFileSync } from "node:fs";
import { escaped } from "#src/course/escaped.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import { addressOf, type BuiltPage, nameOf, readBuilt, readContents } from "./built-book.ts";
import { type ContentsLine, contentsPages, type Imprint, titlePage } from "./front-matter.ts";
import { type BookChoice, idInBook, partOfBook } from "./part-of-book.ts";
import { readingLists } from "./reading-lists.ts";

/** Pages to look things up in, which stand at the end. */
const BACK_MATTER = ["glossary/", "notation/"];
const READING = "reading/";

/** What goes into the book, and what its title page says of it. */
export interface BookOrder extends BookChoice, Omit<Imprint, "root" | "extent"> {
  /** Folder of the built site. */
  readonly folder: string;
  /** Only these chapters; default all. */
  readonly chapters?: readonly string[] | undefined;
}

/** A book to be printed: one page of HTML, and the address at which its files are. */
export interface Book {
  readonly html: string;
  readonly root: string;
}

/** Puts the built pages together as one book: title, contents, chapters, and what is to look up. */
export function wholeBook({ folder, chapters: only, edition, date, ...choice }: BookOrder): Book {
  const { document: landing } = readBuilt(folder, "");
  const root = addressOf(landing);
  const parts = readContents(landing, root, only);
  const chapters = parts
    .flatMap(({ chapters }) => chapters)
    .map((line) => ({ ...line, page: readBuilt(folder, line.path) }));
  const ends = BACK_MATTER.map((path) => readBuilt(folder, path));
  const scope = {
    root,
    paths: new Set([...chapters.map(({ path }) => path), ...BACK_MATTER]),
  };
  const language = chapters[0]?.page.document.documentElement.lang ?? LANGUAGE;
  const styles = stylesOf([...chapters.map(({ page }) => page), ...ends]);
  const reading = readingLists(chapters);
  const lines = new Map(chapters.map((chapter) => [chapter.path, contentsLine(chapter)]));
  const lineOf = (path: string): ContentsLine => {
    const line = lines.get(path);
    if (!line) throw new Error(`pdf: ${path} is no chapter of the book.`);
    return line;
  };
  const endLines = [
    ...ends.map(({ path, document }) => endLine(path, headingOf(document))),
    endLine(READING, "Reading lists"),
  ];
  const sections = [
    ...chapters.map(({ number, title, page }) => ({
      path: page.path,
      head: `${number} ${title}`,
      html: `<div class="chapter">${partOfBook(page, scope, choice)}</div>`,
    })),
    ...ends.map((page) => ({
      path: page.path,
      head: headingOf(page.document),
      html: `<div class="back-matter">${partOfBook(page, scope, choice)}</div>`,
    })),
    {
      path: READING,
      head: "Reading lists",
      html: `<div class="back-matter prose">${reading}</div>`,
    },
  ];
  const front =
    titlePage({ edition, date, root, extent: extentOf(choice) }) +
    contentsPages(parts, lineOf, endLines);
  const body = sections.map(
    ({ path, html }) =>
      `<section class="book-part" id="${nameOf(path)}" style="page: ${pageName(path)}">${html}</section>`,
  );
  const asked = `${choice.hints ? "hints" : ""} ${choice.solutions ? "solutions" : ""}`.trim();
  const html = `<!doctype html>
<html lang="${language}" data-print="${asked}"><head><meta charset="utf-8"><title>Downhill</title>
${styles}
<style>${sheet("../../../components/print/paper.css")}${sheet("./book.css")}${sections.map(({ path, head }) => runningHead(path, head)).join("")}</style></head>
<body>${front}${body.join("\n")}</body></html>`;
  return { html, root };
}

function contentsLine({
  number,
  title,
  path,
  page,
}: {
  readonly number: string;
  readonly title: string;
  readonly path: string;
  readonly page: BuiltPage;
}): ContentsLine {
  const headings = page.document.querySelectorAll(".prose > h2[id]:not(.sr-only)");
  const sections = [...headings].map((heading) => {
    const copy = heading.cloneNode(true) as Element;
    // A heading is a link to itself, and the line of the contents will be one.
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return { id: idInBook(path, heading.id), html: copy.innerHTML.trim() };
  });
  return { id: nameOf(path), number, title, sections };
}

function endLine(path: string, title: string): ContentsLine {
  return { id: nameOf(path), number: "", title, sections: [] };
}

function headingOf(document: Document): string {
  return document.querySelector("h1")?.textContent?.trim() ?? "";
}

function extentOf({ hints, solutions }: BookChoice): string {
  if (hints && solutions) return "with hints and solutions";
  if (hints || solutions) return hints ? "with hints" : "with solutions";
  return "without hints and solutions, which are in the book online";
}

/** The style sheets of the pages, each once, in the order in which the pages have them. */
function stylesOf(pages: readonly BuiltPage[]): string {
  const all = pages.flatMap(({ document }) =>
    [...document.querySelectorAll('head > style, head > link[rel="stylesheet"]')].map(
      ({ outerHTML }) => outerHTML,
    ),
  );
  return [...new Set(all)].join("\n");
}

function sheet(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function pageName(path: string): string {
  return `part-${nameOf(path)}`;
}

function runningHead(path: string, head: string): string {
  const text = escaped(head).replaceAll("&amp;", "&").replaceAll("\\", "");
  return `@page ${pageName(path)} { @top-left { content: "${text}"; } @top-right { content: "Downhill"; font-style: italic; } }\n`;
}
