import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LabStart, labStart } from "#components/widgets/book-words/start.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { type ChapterText, textOfParts } from "#src/course/sentences.ts";

const content = join(import.meta.dirname, "../content");
const text = (path: string) => readFileSync(join(content, path), "utf8");

const files = readdirSync(join(content, "chapters"));

/** The sentences that the site reads. */
export const bookText: readonly ChapterText[] = textOfParts(
  parseContents(text("contents.yml")),
  new Map(files.map((name) => [name.replace(/^\d+-|\.mdx$/g, ""), text(`chapters/${name}`)])),
);

let start: LabStart | undefined;

/** What the page of the lab of words starts with; computed once, at its first use. */
export function bookStart(): LabStart {
  start ??= labStart(bookText);
  return start;
}
