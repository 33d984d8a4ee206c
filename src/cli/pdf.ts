/**
 * `npm run pdf`: builds the book and prints it as one PDF, `downhill.pdf`, with a Chromium.
 * `-- --solutions`, `--hints`, `--no-codes`, `--paper Letter`, `--chapters momentum,adam`,
 * `--out FILE`, `--built` (prints what is built already).
 */

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "astro";
import { dateInWords } from "#src/grading/work-sheet.ts";
import { findBrowser } from "./browser.mjs";
import { fromCaller } from "./called-from.ts";
import { printBook } from "./pdf/print-book.ts";
import { wholeBook } from "./pdf/whole-book.ts";

process.env.ASTRO_TELEMETRY_DISABLED = "1";

const options = {
  solutions: { type: "boolean", default: false },
  hints: { type: "boolean", default: false },
  "no-codes": { type: "boolean", default: false },
  paper: { type: "string", default: "A4" },
  chapters: { type: "string" },
  out: { type: "string", default: "downhill.pdf" },
  built: { type: "boolean", default: false },
} as const;

const say = (words: string) => console.log(`pdf: ${words}`);
const folder = process.env.DOWNHILL_OUT ?? "dist";

try {
  const { values } = parseArgs({ options });
  const { paper } = values;
  if (paper !== "A4" && paper !== "Letter")
    throw new Error(`pdf: --paper must be A4 or Letter, got ${paper}.`);
  if (!values.built) {
    say("building the book …");
    await build({ logLevel: "warn" });
  }
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const book = wholeBook({
    folder,
    chapters: values.chapters?.split(","),
    edition: version,
    date: dateInWords(new Date()),
    hints: values.hints,
    solutions: values.solutions,
    codes: !values["no-codes"],
  });
  const began = Date.now();
  const { bytes, pages } = await printBook(book, { folder, browser: findBrowser(), paper, say });
  writeFileSync(fromCaller(values.out), bytes);
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`${values.out}: ${pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB, ${seconds} s.`);
  if (new URL(book.root).hostname === "localhost")
    say(
      `links and codes lead to ${book.root}. Set DOWNHILL_SITE to the address of the book before you give the file away.`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
