import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";
import { withPageNumbers } from "./page-numbers.ts";
import { openPdf, pagesOfPlaces } from "./read-pdf.ts";
import type { Book } from "./whole-book.ts";

/** After so many printings the numbers that are printed have to be those of the pages. */
const PRINTINGS = 4;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** How a book is printed. */
export interface Printing {
  /** Folder of the built site, where style sheets and fonts are. */
  readonly folder: string;
  /** Path of a Chromium. */
  readonly browser: string | undefined;
  readonly paper: "A4" | "Letter";
  /** Told what is being done. */
  readonly say?: (words: string) => void;
}

/** A printed book. */
export interface PrintedBook {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * Prints a book as PDF with Chromium, again and again until each page number in it is true: the
 * first printing tells where everything stands.
 */
export async function printBook(
  { html, root }: Book,
  { folder, browser, paper, say = () => undefined }: Printing,
): Promise<PrintedBook> {
  const chrome = await chromium.launch({
    ...(browser && { executablePath: browser }),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    // Nothing of the book runs: it is printed as the build made it.
    const page = await chrome.newPage({ javaScriptEnabled: false });
    // A whole book takes as long as it takes.
    page.setDefaultTimeout(0);
    let current = withPageNumbers(html);
    const base = new URL(root).pathname;
    await page.route("**/*", (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === `${base}print/`)
        return route.fulfill({ contentType: "text/html; charset=utf-8", body: current });
      const file = join(folder, decodeURIComponent(pathname.slice(base.length)));
      if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
      return route.fulfill({
        contentType: TYPES[extname(file)] ?? "application/octet-stream",
        body: readFileSync(file),
      });
    });
    for (let printing = 1; printing <= PRINTINGS; printing++) {
      say(printing === 1 ? "printing …" : "printing again, with the page numbers …");
      await page.goto(`${root}print/`);
      const bytes = await page.pdf({
        format: paper,
        printBackground: true,
        outline: true,
        tagged: true,
      });
      const pdf = await openPdf(bytes);
      const next = withPageNumbers(html, await pagesOfPlaces(pdf));
      if (next === current) return { bytes, pages: pdf.numPages };
      current = next;
    }
  } finally {
    await chrome.close();
  }
  throw new Error(
    `pdf: after ${PRINTINGS} printings the page numbers still move. Print fewer chapters, or tell us which.`,
  );
}
