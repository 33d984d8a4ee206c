import { getCollection } from "astro:content";

/** Ids of the chapters that are written; the others are to come. */
export async function writtenChapters(): Promise<ReadonlySet<string>> {
  return new Set((await getCollection("chapters")).map(({ id }) => id));
}
