import { say } from "#src/language/say.ts";
import { BOOK } from "./book.ts";
import type { Change } from "./parse-changes.ts";

/** What is cited: the book, or a chapter of it. */
export interface Cited {
  /** Absolute address. */
  readonly url: string;
  readonly chapter?: { readonly id: string; readonly number: number; readonly title: string };
}

type Edition = Pick<Change, "edition" | "date">;

const TITLE = `${BOOK.name}: ${BOOK.subtitle}`;

/** An entry for a BibTeX file; its key is `downhill2026` or `downhill2026-momentum`. */
export function bibtex({ url, chapter }: Cited, { edition, date }: Edition): string {
  const [year = "", month = ""] = date.split("-");
  const key = `${BOOK.name.toLowerCase()}${year}${chapter ? `-${chapter.id}` : ""}`;
  // Doubled braces keep capitals, and a group of people from being read as a person.
  const fields: readonly (readonly [string, string])[] = [
    ["author", `{${BOOK.authors}}`],
    ["title", `{${chapter ? chapter.title : TITLE}}`],
    ...(chapter
      ? ([
          ["booktitle", `{${TITLE}}`],
          ["chapter", String(chapter.number)],
        ] as const)
      : []),
    ["edition", edition],
    ["year", year],
    ["month", String(Number(month))],
    ["url", url],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
  return `@${chapter ? "incollection" : "book"}{${key},\n${lines.join("\n")}\n}`;
}

/** The parts of a line for a list of references, in the manner of the APA; the title is set in italics. */
export function citationLine(
  { url, chapter }: Cited,
  { edition, date }: Edition,
): { readonly before: string; readonly title: string; readonly after: string } {
  const start = `${BOOK.authors}. (${date.slice(0, 4)}). `;
  return {
    before: chapter ? `${start}${chapter.title}. ${say("In")} ` : start,
    title: TITLE,
    after: ` (${say("Edition {edition}", { edition })}${chapter ? say(", Chapter {chapter}", { chapter: chapter.number }) : ""}). ${url}`,
  };
}
