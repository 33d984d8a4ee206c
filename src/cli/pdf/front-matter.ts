import { escaped } from "#src/course/escaped.ts";
import type { PartLines } from "./built-book.ts";

/** A line of the contents: where it leads, and what stands below it. */
export interface ContentsLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly html: string }[];
}

/** What the title page says below the title. */
export interface Imprint {
  readonly edition: string;
  readonly date: string;
  /** Where the book is published. */
  readonly root: string;
  /** "with solutions". */
  readonly extent: string;
}

/** The title page. */
export function titlePage({ edition, date, root, extent }: Imprint): string {
  return `<section class="book-title"><h1>Downhill</h1><p class="book-subtitle">An interactive textbook on gradient-based optimization</p><p>Edition ${escaped(edition)}, ${escaped(date)}, ${escaped(extent)}.</p><p>The book itself, with figures that move, code that runs and exercises that check themselves, is at <a href="${escaped(root)}">${escaped(root)}</a>. The code beside a figure leads to it there.</p><p>Text and figures: <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Code: MIT.</p></section>`;
}

/** The contents with page numbers: parts, chapters, their sections, and what stands at the end. */
export function contentsPages(
  parts: readonly PartLines[],
  lineOf: (path: string) => ContentsLine,
  backMatter: readonly ContentsLine[],
): string {
  const chapters = parts.map(
    ({ name, chapters }) =>
      `<section><h2>${escaped(name)}</h2>${chapters.map(({ path }) => entry(lineOf(path))).join("")}</section>`,
  );
  return `<nav class="book-contents" id="contents" aria-label="Contents"><h1>Contents</h1>${chapters.join("")}<section><h2>To look up</h2>${backMatter.map(entry).join("")}</section></nav>`;
}

function entry({ id, number, title, sections }: ContentsLine): string {
  const lines = sections.map((section) => line("book-section", section.id, section.html));
  const name = `${number === "" ? "" : `<span class="book-number">${number}</span> `}${escaped(title)}`;
  return line("book-chapter", id, name) + lines.join("");
}

function line(look: string, id: string, html: string): string {
  return `<p class="${look}"><a href="#${id}">${html}</a><span class="book-dots"></span><span class="book-page" data-page-of="${id}"></span></p>`;
}
