import { getCollection } from "astro:content";
import source from "#content/sources.yml?raw";
import syllabus from "#content/syllabus.yml?raw";
import type { ChapterEntry } from "#src/course/parse-contents.ts";
import { parseSources } from "#src/course/parse-sources.ts";
import { chapterOrder } from "./contents.ts";

/** The texts that the book grew from, and what each holds. */
export const sources = parseSources(source, syllabus);

/** The written chapters that treat each item of the syllabus, in reading order; others are to come. */
export async function chaptersOfItems(): Promise<ReadonlyMap<string, readonly ChapterEntry[]>> {
  const covers = new Map(
    (await getCollection("chapters")).map(({ id, data }) => [id, data.covers] as const),
  );
  const places = new Map<string, ChapterEntry[]>();
  for (const chapter of chapterOrder)
    for (const id of covers.get(chapter.id) ?? [])
      places.set(id, [...(places.get(id) ?? []), chapter]);
  return places;
}
