import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LabStart, labStart } from "#components/widgets/book-words/start.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { type ChapterText, sentencesOf } from "#src/course/sentences.ts";

const content = join(import.meta.dirname, "../content");
const text = (path: string) => readFileSync(join(content, path), "utf8");

/** The sentences that the site reads: those of the first two parts of the book. */
export const bookText: readonly ChapterText[] = parseContents(text("contents.yml"))
  .slice(0, 2)
  .flatMap(({ chapters }) => chapters)
  .map(({ id, number, short }) => {
    const file = readdirSync(join(content, "chapters")).find((name) => name.endsWith(`-${id}.mdx`));
    return { number, short, sentences: sentencesOf(text(`chapters/${file}`)) };
  });

let start: LabStart | undefined;

/** What the page of the lab of words starts with; computed once, at its first use. */
export function bookStart(): LabStart {
  start ??= labStart(bookText);
  return start;
}
