import { getCollection } from "astro:content";
import { readingMatter, readingMinutes } from "#src/course/reading-time.ts";

/** How many minutes each chapter that is written takes to read, by its id. */
export async function minutesOfChapters(): Promise<ReadonlyMap<string, number>> {
  const chapters = await getCollection("chapters");
  return new Map(chapters.map(({ id, body }) => [id, readingMinutes(readingMatter(body ?? ""))]));
}
