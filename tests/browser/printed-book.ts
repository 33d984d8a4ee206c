import { openPdf, pagesOfPlaces } from "../../src/cli/pdf/read-pdf.ts";
import { type Book, wholeBook } from "../../src/cli/pdf/whole-book.ts";

/** A piece of text on a page, in points from the lower left corner. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A page as it was printed. */
export interface PrintedPage {
  /** All text, without any white space: a printer of glyphs sets its own. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Names of the places to which its links lead within the book. */
  readonly links: readonly string[];
}

/** A printed book, read back. */
export interface ReadBook {
  readonly pages: readonly PrintedPage[];
  readonly places: ReadonlyMap<string, number>;
  /** Headings of the outline, those below others after them. */
  readonly outline: readonly string[];
}

/** The built book, with these chapters or all. */
export function builtBook(chapters: readonly string[] | undefined, solutions = false): Book {
  return wholeBook({
    folder: "dist",
    chapters,
    edition: "1",
    date: "1 May 2026",
    hints: false,
    solutions,
    codes: true,
  });
}

/** Text without white space. */
export const dense = (text: string): string => text.replace(/[\s\u200b]+/g, "");

/** Reads a PDF back, page by page. */
export async function readBook(bytes: Uint8Array): Promise<ReadBook> {
  const pdf = await openPdf(bytes);
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
        : [],
    );
    const annotations = (await page.getAnnotations()) as readonly { dest?: unknown }[];
    pages.push({
      text: dense(pieces.map(({ text }) => text).join("")),
      pieces,
      width: page.getViewport({ scale: 1 }).width,
      links: annotations.flatMap(({ dest }) => (typeof dest === "string" ? [dest] : [])),
    });
    page.cleanup();
  }
  const outline = (await pdf.getOutline()) ?? [];
  return { pages, places: await pagesOfPlaces(pdf), outline: titles(outline) };
}

interface Heading {
  readonly title: string;
  readonly items: readonly Heading[];
}

const titles = (headings: readonly Heading[]): readonly string[] =>
  headings.flatMap(({ title, items }) => [title, ...titles(items)]);
