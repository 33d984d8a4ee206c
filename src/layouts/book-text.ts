import { getCollection } from "astro:content";
import { type ChapterText, sentencesOf } from "#src/course/sentences.ts";
import { contents } from "./contents.ts";

/** Of how many parts of the book the words are read. */
const PARTS = 2;

/** The sentences of the chapters of the first parts, as far as they are written. */
export async function bookText(): Promise<readonly ChapterText[]> {
  const bodies = new Map((await getCollection("chapters")).map(({ id, body }) => [id, body ?? ""]));
  return contents
    .slice(0, PARTS)
    .flatMap(({ chapters }) => chapters)
    .flatMap(({ id, number, short }) => {
      const body = bodies.get(id);
      return body === undefined ? [] : [{ number, short, sentences: sentencesOf(body) }];
    });
}
