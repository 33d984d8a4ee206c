import { getCollection } from "astro:content";
import { type ChapterText, textOfParts } from "#src/course/sentences.ts";
import { contents } from "./contents.ts";

/** The sentences of the chapters of the first parts, as far as they are written. */
export async function bookText(): Promise<readonly ChapterText[]> {
  const chapters = await getCollection("chapters");
  return textOfParts(contents, new Map(chapters.map(({ id, body }) => [id, body ?? ""])));
}
